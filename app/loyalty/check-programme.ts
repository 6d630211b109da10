import { z } from "zod";
import { isTimeZone } from "./calendar.ts";
import { isCurrency } from "./money.ts";
import { readEarning } from "./programme-earning.ts";
import { readPart } from "./programme-faults.ts";
import type { Fault } from "./programme-faults.ts";
import { namedIdsOf, readTexts } from "./programme-names.ts";
import { readPerks } from "./programme-perks.ts";
import { readRewards } from "./programme-rewards.ts";
import { levelIdsOf, readTiers } from "./programme-tiers.ts";
import { count, instant, keysOf, kindsOf, knownText, orNull, text } from "./programme-values.ts";
import type { Programme } from "./programme.ts";

export type ProgrammeCheck = { ok: true; programme: Programme } | { ok: false; faults: Fault[] };

const expirySchema = kindsOf([
  keysOf({ kind: z.literal("none") }),
  keysOf({ kind: z.literal("lots"), months: count(1, 1200) }),
  keysOf({ kind: z.literal("inactivity"), months: count(1, 1200) }),
]);

const pointsSchema = keysOf({
  pendingDays: count(0, 3650).default(0),
  expiry: expirySchema.default({ kind: "none" }),
  notice: keysOf({
    days: z.array(count(0, 3650)).min(1).default([30, 7]),
    required: z.boolean().default(true),
  }).prefault({}),
  debt: z.enum(["owe", "forgive"]).default("owe"),
});

const currencySchema = knownText(
  isCurrency,
  "which is no currency",
  "write the three capital letters of the shop's currency, such as GBP",
);

/** The sections of the document and what stands above them; the sections are read one by one. */
const documentSchema = keysOf({
  programme: text(),
  currency: currencySchema,
  timezone: knownText(
    isTimeZone,
    "which is no time zone",
    "write the name of a region's zone, such as Europe/London",
  ),
  effectiveFrom: orNull(instant()),
  state: z.enum(["running", "paused", "archived"]).default("running"),
  points: pointsSchema.prefault({}),
  earning: z.unknown().optional(),
  tiers: z.unknown().optional(),
  rewards: z.unknown().optional(),
  perks: z.unknown().optional(),
  texts: z.unknown().optional(),
});

/**
 * Reads a programme document (the plain tree that YAML or JSON gives) into an immutable `Programme`, or tells every
 * fault in it. Never throws, whatever the tree holds.
 */
export function checkProgramme(tree: unknown): ProgrammeCheck {
  const faults: Fault[] = [];
  const document = readPart(documentSchema, tree, [], faults);
  if (!isTree(tree)) return { ok: false, faults };
  const currency = currencySchema.safeParse(tree["currency"]).data ?? null;
  const earning = readEarning(tree["earning"], currency, faults);
  const tiers = tree["tiers"] === undefined ? null : readTiers(tree["tiers"], currency, faults);
  const rewards = readRewards(tree["rewards"], currency, levelIdsOf(tree["tiers"]), faults);
  const perks = readPerks(tree["perks"], currency, levelIdsOf(tree["tiers"]), faults);
  const texts = readTexts(tree["texts"], namedIdsOf(tree), faults);
  if (document === null || earning === null || faults.length > 0) return { ok: false, faults };
  const { programme: name, ...terms } = document;
  return {
    ok: true,
    programme: freeze({
      ...terms,
      name,
      earning,
      tiers,
      rewards,
      perks,
      texts,
      document: structuredClone(tree),
    }),
  };
}

function isTree(tree: unknown): tree is Record<string, unknown> {
  return typeof tree === "object" && tree !== null && !Array.isArray(tree);
}

/** A version is shared by everything that runs at the same time, so nobody may write into it. */
function freeze<T>(part: T): T {
  if (typeof part !== "object" || part === null || Object.isFrozen(part)) return part;
  for (const child of Object.values(part)) freeze(child);
  return Object.freeze(part);
}
