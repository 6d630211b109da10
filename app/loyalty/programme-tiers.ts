import { z } from "zod";
import { ONE } from "./fraction.ts";
import { faultAt, readPart } from "./programme-faults.ts";
import type { Fault, Path } from "./programme-faults.ts";
import { entriesOf, keyOf, refuseRepeatedIds } from "./programme-parts.ts";
import { count, exact, id, keysOf, kindsOf, money, wholeNumber } from "./programme-values.ts";
import type { Level, Tiers } from "./programme.ts";

const PATH: Path = ["tiers"];
const LEVELS: Path = ["tiers", "levels"];

const windowSchema = kindsOf([
  keysOf({ kind: z.literal("rolling"), months: count(1, 1200) }),
  keysOf({ kind: z.literal("calendar-year") }),
  keysOf({ kind: z.literal("lifetime") }),
]);

const tiersSchema = keysOf({
  basis: z.enum(["spend", "points", "orders"]),
  window: windowSchema.default({ kind: "lifetime" }),
  guaranteeDays: count(0, 36_500).default(0),
  levels: z.unknown().optional(),
});

/** Section `tiers`; null where anything in it is at fault. */
export function readTiers(part: unknown, currency: string | null, faults: Fault[]): Tiers | null {
  const tiers = readPart(tiersSchema, part, PATH, faults);
  if (typeof part !== "object" || part === null) return null;
  const entries = entriesOf(keyOf(part, "levels"), LEVELS, faults);
  if (Array.isArray(keyOf(part, "levels")) && entries.length === 0)
    faults.push(faultAt(LEVELS, "is empty", 'write at least a first level, with at: "0", or remove tiers'));
  refuseRepeatedIds(entries, LEVELS, faults);
  const schema = levelSchema(keyOf(part, "basis") === "spend", currency);
  const levels = entries.map((entry, index) => readPart<Level>(schema, entry, [...LEVELS, index], faults));
  refuseFalling(levels, faults);
  return tiers === null ? null : { ...tiers, levels: levels.filter((level) => level !== null) };
}

/** The ids of all levels, those of faulty ones too, so that naming one is not a second fault. */
export function levelIdsOf(part: unknown): readonly unknown[] {
  const levels = keyOf(part, "levels");
  return Array.isArray(levels) ? levels.map((level: unknown) => keyOf(level, "id")) : [];
}

/** Looks at the `tiers` of an entry that is for some levels only. */
export function refuseUnknownLevels(
  entry: unknown,
  levelIds: readonly unknown[],
  path: Path,
  faults: Fault[],
): void {
  const levels = keyOf(entry, "tiers");
  if (!Array.isArray(levels)) return;
  levels.forEach((level: unknown, index) => {
    if (typeof level !== "string" || levelIds.includes(level)) return;
    faults.push(
      faultAt(
        [...path, "tiers", index],
        `is "${level}", which is no level`,
        "write the id of a level, or remove it",
      ),
    );
  });
}

function levelSchema(isSpend: boolean, currency: string | null) {
  return keysOf({
    id: id(),
    at: isSpend ? money(currency) : wholeNumber(),
    multiplier: exact().default(ONE),
  });
}

function refuseFalling(levels: readonly (Level | null)[], faults: Fault[]): void {
  levels.forEach((level, index) => {
    if (level === null) return;
    const path = [...LEVELS, index, "at"];
    const before = levels[index - 1];
    if (index === 0 && level.at !== 0n)
      faults.push(faultAt(path, "is not 0", 'write "0": everybody starts at the first level'));
    if (before && level.at <= before.at)
      faults.push(faultAt(path, `is not above that of "${before.id}"`, "put the levels in rising order"));
  });
}
