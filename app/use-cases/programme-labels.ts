import { listVersions } from "../db/programmes.ts";
import type { ShopRow } from "../db/shops.ts";
import { decimalText } from "../loyalty/fraction.ts";
import type { Perk } from "../loyalty/perk.ts";
import type { EarningRule, Programme, Reward } from "../loyalty/programme.ts";
import { benefitOf } from "../loyalty/reward-benefit.ts";
import { valueOf } from "../loyalty/summarise-rewards.ts";
import type { NameTexts } from "../loyalty/summary.ts";
import { versionAt } from "../loyalty/versions.ts";
import type { ProgrammeVersion } from "../loyalty/versions.ts";
import type { RewardTitle, Services, UnnamedReward } from "./services.ts";

/**
 * What the merchant calls tiers, rewards and rules, in a language of theirs. A reward without a name goes by what it
 * is; a tier or a rule by its id.
 */
export interface ProgrammeLabels {
  tiers: { id: string; name: string }[];
  /** By id; rewards of all versions, so that what was redeemed long ago has its name too. */
  rewards: Record<string, string>;
  /** The same of rules; one that stands on an activity is called as the activity is. */
  rules: Record<string, string>;
}

export async function programmeLabels(
  { db, clock, rewardTitle }: Pick<Services, "db" | "clock" | "rewardTitle">,
  shop: ShopRow,
  locale: string,
): Promise<ProgrammeLabels> {
  return labelsOf(await listVersions(db.sql, shop.id), { locale, now: clock(), rewardTitle });
}

export function labelsOf(
  versions: readonly ProgrammeVersion[],
  { locale, now, rewardTitle }: { locale: string; now: number; rewardTitle: RewardTitle },
): ProgrammeLabels {
  const current = (versionAt(versions, now) ?? versions.at(-1))?.programme;
  const titles = new Map<string, string>();
  const rules: Record<string, string> = {};
  // What is only planned names what has no name yet, never what shoppers were given under another.
  const inForce = ({ effectiveFrom }: ProgrammeVersion) => Number(effectiveFrom <= now);
  for (const { programme } of versions.toSorted((one, other) => inForce(one) - inForce(other))) {
    const { texts, currency, timezone } = programme;
    const names = nameIn(texts, locale);
    for (const reward of programme.rewards)
      titles.set(
        reward.id,
        nameOf(names?.rewards, reward.id) ??
          rewardTitle(unnamedReward(reward, currency), { locale, currency, timezone }),
      );
    for (const rule of programme.earning.rules) rules[rule.id] = ruleName(names, rule);
  }
  const names = current === undefined ? undefined : nameIn(current.texts, locale);
  const levels = current?.tiers?.levels ?? [];
  return {
    tiers: levels.map(({ id }) => ({ id, name: ownName(names?.tiers, id) })),
    rewards: toldApart(titles),
    rules,
  };
}

/** Rewards that would be called the same have their ids as well. */
function toldApart(titles: ReadonlyMap<string, string>): Record<string, string> {
  const often = Map.groupBy(titles.values(), (title) => title);
  return Object.fromEntries(
    [...titles].map(([id, title]) => [id, often.get(title)?.length === 1 ? title : `${title} (${id})`]),
  );
}

function unnamedReward(reward: Reward, currency: string): UnnamedReward {
  const { kind } = reward;
  if (reward.kind === "donation") return { kind, value: reward.cause };
  return {
    kind,
    value: reward.cost === null ? null : valueOf(benefitOf(reward, null, currency), currency),
  };
}

/** What a reward can be called by. */
export interface NamedReward extends UnnamedReward {
  /** The merchant's own; null where they have none for it. */
  name: string | null;
}

/** What a perk can be called by. */
export interface TitledPerk {
  kind: Perk["kind"];
  /** The per cent of a member price, or the product of a gift as the document names it; null for the others. */
  about: string | null;
}

/** What rewards, tiers, rules and perks of any of these programmes are called, by their ids; the last that has one says how. */
export interface EntryNames {
  rewards: Record<string, NamedReward>;
  tiers: Record<string, string>;
  rules: Record<string, string>;
  perks: Record<string, TitledPerk>;
  /** Products as the store calls them, by how a programme names them; only where they were looked up. */
  products?: Record<string, string>;
}

export function entryNames(programmes: readonly Programme[], locale: string): EntryNames {
  const found: EntryNames = { rewards: {}, tiers: {}, rules: {}, perks: {} };
  for (const { rewards, tiers, earning, perks, texts, currency } of programmes) {
    const names = nameIn(texts, locale);
    for (const reward of rewards)
      found.rewards[reward.id] = {
        name: nameOf(names?.rewards, reward.id),
        ...unnamedReward(reward, currency),
      };
    for (const { id } of tiers?.levels ?? []) found.tiers[id] = ownName(names?.tiers, id);
    for (const rule of earning.rules) found.rules[rule.id] = ruleName(names, rule);
    for (const perk of perks) found.perks[perk.id] = { kind: perk.kind, about: aboutPerk(perk) };
  }
  return found;
}

function aboutPerk(perk: Perk): string | null {
  if (perk.kind === "member-price") return decimalText(perk.percent);
  return perk.kind === "gift" ? perk.product : null;
}

function ruleName(names: NameTexts | undefined, { id, kind }: EarningRule): string {
  return ownName(kind === "activity" ? names?.activities : names?.rules, id);
}

function ownName(names: Record<string, string> | undefined, id: string): string {
  return nameOf(names, id) ?? id;
}

/** An id may be any word, "constructor" among them. */
function nameOf(names: Record<string, string> | undefined, id: string): string | null {
  return names !== undefined && Object.hasOwn(names, id) ? (names[id] ?? null) : null;
}

/** The staff member's own language, else the same without its region, else English, else whichever there is. */
function nameIn<Names>(texts: Readonly<Record<string, Names>>, locale: string): Names | undefined {
  const [language = ""] = locale.split("-");
  const close = Object.keys(texts).find((key) => key.split("-")[0] === language);
  return (
    texts[locale] ??
    (close === undefined ? undefined : texts[close]) ??
    texts["en"] ??
    Object.values(texts)[0]
  );
}
