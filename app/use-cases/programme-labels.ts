import { listVersions } from "../db/programmes.ts";
import type { ShopRow } from "../db/shops.ts";
import type { Programme, RewardKind } from "../loyalty/programme.ts";
import { benefitOf } from "../loyalty/reward-benefit.ts";
import { valueOf } from "../loyalty/summarise-rewards.ts";
import { versionAt } from "../loyalty/versions.ts";
import type { ProgrammeVersion } from "../loyalty/versions.ts";
import type { Services } from "./services.ts";

/** What the merchant calls tiers and rewards, in a language of theirs; an id that has no name is its own. */
export interface ProgrammeLabels {
  tiers: { id: string; name: string }[];
  /** By id; rewards of all versions, so that what was redeemed long ago has its name too. */
  rewards: Record<string, string>;
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
  for (const { programme } of versions)
    for (const { id } of programme.rewards)
      rewards[id] = ownName(nameIn(programme.texts, locale)?.rewards, id);
  const names = current === undefined ? undefined : nameIn(current.texts, locale);
  const levels = current?.tiers?.levels ?? [];
  return { tiers: levels.map(({ id }) => ({ id, name: ownName(names?.tiers, id) })), rewards };
}

/** What a reward can be called by. */
export interface NamedReward {
  /** The merchant's own; null where they have none for it. */
  name: string | null;
  kind: RewardKind;
  /** "5.00" of the currency, or per cent; null for kinds without an amount, and for a sliding cost. */
  value: string | null;
}

/** What rewards and tiers of any of these programmes are called, by their ids; the last that has one says how. */
export interface EntryNames {
  rewards: Record<string, NamedReward>;
  tiers: Record<string, string>;
}

export function entryNames(programmes: readonly Programme[], locale: string): EntryNames {
  const found: EntryNames = { rewards: {}, tiers: {} };
  for (const { rewards, tiers, texts, currency } of programmes) {
    const names = nameIn(texts, locale);
    for (const reward of rewards)
      found.rewards[reward.id] = {
        name: nameOf(names?.rewards, reward.id),
        kind: reward.kind,
        value: reward.cost === null ? null : valueOf(benefitOf(reward, null, currency), currency),
      };
    for (const { id } of tiers?.levels ?? []) found.tiers[id] = ownName(names?.tiers, id);
  }
  return found;
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
