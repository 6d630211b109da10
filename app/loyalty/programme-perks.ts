import { z } from "zod";
import type { Exclusive, Gate, Perk, PerkMatch } from "./perk.ts";
import { isGate, perkWindow } from "./perk.ts";
import { faultAt, readPart } from "./programme-faults.ts";
import type { Fault, Path } from "./programme-faults.ts";
import {
  entriesOf,
  keyOf,
  lineKeys,
  lineKeysOf,
  refuseEmptyWindow,
  refuseRepeatedIds,
  windowKeys,
} from "./programme-parts.ts";
import { refuseUnknownLevels } from "./programme-tiers.ts";
import { exact, id, instant, keysOf, kindsOf, money, text } from "./programme-values.ts";
import type { Window } from "./programme.ts";

const PATH: Path = ["perks"];
const MOST_PERKS = 25;
/** Shopify's checkout compares with no longer lists, of all perks together. */
const MOST_NAMES = 100;
/** What it is told of the perks has to fit into 10,000 bytes; the rest is for names of levels and for ids. */
const MOST_BYTES = 5_000;

/** Section `perks`. `levelIds` are the levels that a perk may be for. */
export function readPerks(
  part: unknown,
  currency: string | null,
  levelIds: readonly unknown[],
  faults: Fault[],
): Perk[] {
  if (part === undefined) return [];
  const entries = entriesOf(part, PATH, faults);
  if (entries.length > MOST_PERKS)
    faults.push(faultAt(PATH, `has ${entries.length} entries`, `keep it to ${MOST_PERKS}`));
  refuseRepeatedIds(entries, PATH, faults);
  const schema = perkSchema(currency);
  const perks = entries.map((entry, index) => {
    const path = [...PATH, index];
    const read = readPart<Perk>(schema, entry, path, faults);
    refuseNobody(entry, path, faults);
    refuseEmptyWindow(entry, path, faults);
    refuseEarlyEnd(entry, path, faults);
    refuseUnknownLevels(entry, levelIds, path, faults);
    return read;
  });
  refuseClosedForAll(perks, faults);
  const read = perks.filter((perk) => perk !== null);
  refuseTooMuch(read, faults);
  return read;
}

function perkSchema(currency: string | null) {
  const { variantIds: _variants, ...productKeys } = lineKeys;
  const match = keysOf(productKeys).transform((keys): PerkMatch => {
    const { variantIds: _none, ...read } = lineKeysOf(keys);
    return read;
  });
  const named = match.refine((keys) => Object.values(keys).some((values) => values.length > 0), {
    message: "names nothing, so that all of the shop would be closed to others",
    params: { mend: "name products, such as { productTags: [vault] }" },
  });
  const who = {
    id: id(),
    tiers: z.array(id()).min(1).default([]),
    customerTags: z.array(text()).min(1).default([]),
  };
  const schema = kindsOf([
    keysOf({
      ...who,
      kind: z.literal("member-price"),
      percent: exact({ aboveZero: true, atMost: 100 }),
      match: match.optional(),
      ...windowKeys,
    }),
    keysOf({
      ...who,
      kind: z.literal("gift"),
      product: text(),
      minimum: money(currency).default(0n),
      ...windowKeys,
    }),
    keysOf({ ...who, kind: z.literal("exclusive"), match: named, ...windowKeys }),
    keysOf({
      ...who,
      kind: z.literal("early-access"),
      match: named,
      from: windowKeys.from,
      publicAt: instant(),
    }),
  ]);
  return schema.transform(({ from, ...terms }): Perk => {
    if (terms.kind === "early-access") return { ...terms, window: { from, to: null } };
    const { to, ...rest } = terms;
    if (rest.kind === "member-price") {
      const { match: some = null } = rest;
      return { ...rest, match: some, window: { from, to } };
    }
    return { ...rest, window: { from, to } };
  });
}

/** Looks at the document itself, so that it is told of even where the rest of the entry cannot be read. */
function refuseNobody(entry: unknown, path: Path, faults: Fault[]): void {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return;
  if (keyOf(entry, "tiers") !== undefined || keyOf(entry, "customerTags") !== undefined) return;
  faults.push(
    faultAt(
      [...path, "tiers"],
      "is missing, and so is `customerTags`: nobody would have it",
      "write for whom it is, such as tiers: [gold]",
    ),
  );
}

function refuseEarlyEnd(entry: unknown, path: Path, faults: Fault[]): void {
  const from = instant().safeParse(keyOf(entry, "from")).data;
  const publicAt = instant().safeParse(keyOf(entry, "publicAt")).data;
  if (from === undefined || publicAt === undefined || from < publicAt) return;
  faults.push(
    faultAt([...path, "publicAt"], "does not lie after `from`", "write a later instant, or remove `from`"),
  );
}

/** Of two gates for the same products whoever buys must pass both: where nobody can, nothing is ever sold. */
function refuseClosedForAll(perks: readonly (Perk | null)[], faults: Fault[]): void {
  perks.forEach((later, index) => {
    if (later === null || !isGate(later)) return;
    const earlier = perks
      .slice(0, index)
      .find((perk): perk is Gate => perk !== null && isGate(perk) && excludeEachOther(perk, later));
    if (earlier === undefined) return;
    faults.push(
      faultAt(
        [...PATH, index],
        `is for the products of "${earlier.id}" and for nobody that "${earlier.id}" is for: nobody could buy them`,
        "name a level or a tag in both, or make one of the two",
      ),
    );
  });
}

function excludeEachOther(a: Gate, b: Gate): boolean {
  if (JSON.stringify(a.match) !== JSON.stringify(b.match)) return false;
  if (!overlap(perkWindow(a), perkWindow(b))) return false;
  // Whoever has the tag of one may hold a level of the other.
  const isByTag = [a, b].some(({ customerTags }: Pick<Exclusive, "customerTags">) => customerTags.length > 0);
  return !isByTag && !a.tiers.some((level) => b.tiers.includes(level));
}

export function overlap(a: Window, b: Window): boolean {
  const startsBefore = (one: Window, other: Window) =>
    one.from === null || other.to === null || one.from < other.to;
  return startsBefore(a, b) && startsBefore(b, a);
}

function refuseTooMuch(perks: readonly Perk[], faults: Fault[]): void {
  const named: Record<string, string[]> = {
    "tags of customers": perks.flatMap(({ customerTags }) => customerTags),
    "tags of products": perks.flatMap((perk) => matchOf(perk)?.productTags ?? []),
    collections: perks.flatMap((perk) => matchOf(perk)?.collections ?? []),
  };
  for (const [what, names] of Object.entries(named)) {
    const { size } = new Set(names);
    if (size > MOST_NAMES)
      faults.push(
        faultAt(
          PATH,
          `names ${size} ${what} altogether`,
          `keep it to ${MOST_NAMES}: the store's checkout compares with no more`,
        ),
      );
  }
  const matches = perks.map((perk) => [perk.id, perk.tiers, perk.customerTags, matchOf(perk)]);
  const bytes = new TextEncoder().encode(JSON.stringify(matches)).length;
  if (bytes > MOST_BYTES)
    faults.push(
      faultAt(
        PATH,
        "is more than the store's checkout can be told",
        "name products by a tag or a collection instead of one by one",
      ),
    );
}

function matchOf(perk: Perk): PerkMatch | null {
  return perk.kind === "gift" ? null : perk.match;
}
