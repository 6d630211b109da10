import { listVersions } from "../db/programmes.ts";
import type { ShopRow } from "../db/shops.ts";
import { decimalText } from "../loyalty/fraction.ts";
import type { Perk } from "../loyalty/perk.ts";
import type { EarningRule, Programme, RewardKind } from "../loyalty/programme.ts";
import { benefitOf } from "../loyalty/reward-benefit.ts";
import { valueOf } from "../loyalty/summarise-rewards.ts";
import type { NameTexts } from "../loyalty/summary.ts";
import { versionAt } from "../loyalty/versions.ts";
import type { ProgrammeVersion } from "../loyalty/versions.ts";
import type { Services } from "./services.ts";

/** What the merchant calls tiers, rewards and rules, in a language of theirs; an id that has no name is its own. */
export interface ProgrammeLabels {
  tiers: { id: string; name: string }[];
  /** By id; rewards of all versions, so that what was redeemed long ago has its name too. */
  rewards: Record<string, string>;
  /** The same of rules; one that stands on an activity is called as the activity is. */
  rules: Record<string, string>;
}

export async function programmeLabels(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  locale: string,
): Promise<ProgrammeLabels> {
  return labelsOf(await listVersions(db.sql, shop.id), { locale, now: clock() });
}

export function labelsOf(
  versions: readonly ProgrammeVersion[],
  { locale, now }: { locale: string; now: number },
): ProgrammeLabels {
  const current = (versionAt(versions, now) ?? versions.at(-1))?.programme;
  const rewards: Record<string, string> = {};
  const rules: Record<string, string> = {};
  for (const { programme } of versions) {
    const names = nameIn(programme.texts, locale);
    for (const { id } of programme.rewards) rewards[id] = ownName(names?.rewards, id);
    for (const rule of programme.earning.rules) rules[rule.id] = ruleName(names, rule);
  }
  const names = current === undefined ? undefined : nameIn(current.texts, locale);
  const levels = current?.tiers?.levels ?? [];
  return { tiers: levels.map(({ id }) => ({ id, name: ownName(names?.tiers, id) })), rewards, rules };
}

/** What a reward can be called by. */
export interface NamedReward {
  /** The merchant's own; null where they have none for it. */
  name: string | null;
  kind: RewardKind;
  /** "5.00" of the currency, per cent, or what a donation is for; null for kinds without any, and for a sliding cost. */
  value: string | null;
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
        kind: reward.kind,
        value:
          reward.kind === "donation"
            ? reward.cause
            : reward.cost === null
              ? null
              : valueOf(benefitOf(reward, null, currency), currency),
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
