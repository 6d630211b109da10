import { z } from "zod";
import { faultAt, readPart } from "./programme-faults.ts";
import type { Fault, Path } from "./programme-faults.ts";
import { entriesOf, keyOf, refuseEmptyWindow, refuseRepeatedIds, windowKeys } from "./programme-parts.ts";
import { refuseUnknownLevels } from "./programme-tiers.ts";
import { count, exact, id, keysOf, kindsOf, money, orNull, points, text } from "./programme-values.ts";
import type { Reward } from "./programme.ts";

const PATH: Path = ["rewards"];
const MOST = 1_000_000_000;

/** Section `rewards`. `levelIds` are the levels that a reward may be kept for. */
export function readRewards(
  part: unknown,
  currency: string | null,
  levelIds: readonly unknown[],
  faults: Fault[],
): Reward[] {
  if (part === undefined) return [];
  const entries = entriesOf(part, PATH, faults);
  refuseRepeatedIds(entries, PATH, faults);
  const schema = rewardSchema(currency);
  const rewards = entries.map((entry, index) => {
    const path = [...PATH, index];
    const read = readPart(schema, entry, path, faults);
    refuseUnpriced(entry, path, faults);
    refuseEmptyWindow(entry, path, faults);
    refuseUnknownLevels(entry, levelIds, path, faults);
    return read;
  });
  return rewards.filter((reward) => reward !== null);
}

function rewardSchema(currency: string | null) {
  const common = {
    id: id(),
    cost: orNull(points({ aboveZero: true })),
    costPer: orNull(points({ aboveZero: true })),
    codeDays: count(1, 3650).default(60),
    minimum: money(currency).default(0n),
    perMember: orNull(count(1, MOST)),
    total: orNull(count(1, MOST)),
    stock: orNull(count(0, MOST)),
    tiers: orNull(z.array(id()).min(1)),
    combinesWith: keysOf({
      order: z.boolean().default(false),
      product: z.boolean().default(false),
      shipping: z.boolean().default(false),
    }).prefault({}),
    ...windowKeys,
  };
  const sum = orNull(money(currency, { aboveZero: true }));
  const schema = kindsOf([
    keysOf({ ...common, kind: z.literal("amount"), value: sum }),
    keysOf({ ...common, kind: z.literal("percent"), value: orNull(exact({ aboveZero: true, atMost: 100 })) }),
    keysOf({ ...common, kind: z.literal("free-shipping") }),
    keysOf({ ...common, kind: z.literal("free-product"), product: text() }),
    keysOf({ ...common, kind: z.literal("gift-with-purchase"), product: text() }),
    keysOf({ ...common, kind: z.literal("store-credit"), value: sum }),
    keysOf({ ...common, kind: z.literal("gift-card"), value: sum }),
    keysOf({ ...common, kind: z.literal("exclusive"), grants: text() }),
    keysOf({ ...common, kind: z.literal("donation"), cause: text() }),
    keysOf({ ...common, kind: z.literal("custom"), instructions: text() }),
  ]);
  return schema.transform(({ from, to, ...terms }): Reward => ({ ...terms, window: { from, to } }));
}

const KINDS_WITH_VALUE: readonly unknown[] = ["amount", "percent", "store-credit", "gift-card"];

/** Looks at the document itself, so that a missing cost is told of even where the rest cannot be read. */
function refuseUnpriced(entry: unknown, path: Path, faults: Fault[]): void {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return;
  const has = (key: string) => keyOf(entry, key) !== undefined;
  const hasValue = KINDS_WITH_VALUE.includes(keyOf(entry, "kind"));
  if (has("costPer") && !hasValue)
    faults.push(faultAt([...path, "costPer"], "has no value to count by", "write a cost instead"));
  else if (!has("cost") && !has("costPer"))
    faults.push(
      faultAt([...path, "cost"], "is missing", "write how many points the reward costs, such as 500"),
    );
  if (hasValue && !has("value") && !has("costPer"))
    faults.push(faultAt([...path, "value"], "is missing", 'write what the reward is worth, such as "5.00"'));
}
