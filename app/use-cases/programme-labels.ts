import { listVersions } from "../db/programmes.ts";
import type { ShopRow } from "../db/shops.ts";
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

/** An id may be any word, "constructor" among them. */
function ownName(names: Record<string, string> | undefined, id: string): string {
  return names !== undefined && Object.hasOwn(names, id) ? (names[id] ?? id) : id;
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
