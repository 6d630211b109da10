import { monthOf, monthsBetween, type Day } from "./days.ts";
import type { MemberFacts } from "./member-facts.ts";

/**
 * - `move`: points from one account to another (key "earnings>pending"); count: postings
 * - `join`: members who joined
 * - `deed`: members who did something on the day
 * - `order`: value of orders (key "first" or "again"); count: orders
 * - `paid`: what was paid for orders in another currency than the shop's, in that currency (key "EUR:first"); count: orders
 * - `paid-value`: the value of the same orders
 * - `gap`: orders by the days since the member's order before (key: see `gapKey`)
 * - `cohort`: members who bought, and for how much, in a month (key "order:<first month>"), or did something in it
 *   (key "join:<month of joining>")
 * - `paid-cohort`: of those who bought in a month, what they paid in another currency (key "EUR:<first month>"), and the value of
 *   that (key ":<first month>"; count: who paid for nothing in the shop's own)
 * - `lot`: points that can be used (key "available") or are held (key "held"), by month of becoming available
 * - `life`: what became of points, by month of becoming available (key "redeemed:<months later>")
 * - `reward`: points that rewards cost (key: the reward); count: rewards
 * - `value`: the same in money, of rewards that are worth some
 */
export type Measure =
  | "move"
  | "join"
  | "deed"
  | "order"
  | "paid"
  | "paid-value"
  | "paid-cohort"
  | "gap"
  | "cohort"
  | "lot"
  | "life"
  | "reward"
  | "value";

/** Something that a member adds to the sum of a day. */
export interface Cell {
  measure: Measure;
  day: Day;
  key: string;
  amount: bigint;
  count: number;
}

/** Of all, and of nobody in particular. */
export const EVERYBODY = "";

/** Sums that nobody asks for by segment. */
const OF_ALL_ONLY: ReadonlySet<Measure> = new Set<Measure>(["life"]);

export type Buyer = "none" | "once" | "again";

export function buyerOf({ orders }: Pick<MemberFacts, "orders">): Buyer {
  return orders.length === 0 ? "none" : orders.length === 1 ? "once" : "again";
}

/**
 * The segments that a member is in today. Whoever was erased or merged away is in none: what they moved is part of the
 * sums of all, and nothing else of them is.
 */
export function segmentsOf(facts: MemberFacts): string[] {
  if (!facts.counted) return [];
  return [
    ...(facts.tier === "" ? [] : [`tier:${facts.tier}`]),
    ...(facts.language === "" ? [] : [`language:${facts.language}`]),
    ...(facts.channel === "" ? [] : [`channel:${facts.channel}`]),
    `buyer:${buyerOf(facts)}`,
    `engaged:${facts.rewards.length > 0 ? "yes" : "no"}`,
  ];
}

export function segmentsWith(segments: readonly string[], measure: Measure): readonly string[] {
  return OF_ALL_ONLY.has(measure) ? [EVERYBODY] : [EVERYBODY, ...segments];
}

/** Everything that a member adds to the sums; of two for the same day and key there is one. */
export function contributionOf(facts: MemberFacts): Cell[] {
  const cells = new Map<string, Cell>();
  const add = (measure: Measure, day: Day, key: string, amount: bigint, count = 0) => {
    const name = `${measure} ${day} ${key}`;
    const known = cells.get(name);
    if (known === undefined) cells.set(name, { measure, day, key, amount, count });
    else {
      known.amount += amount;
      known.count += count;
    }
  };
  for (const { day, debit, credit, points, count } of facts.moves)
    add("move", day, `${debit}>${credit}`, points, count);
  for (const { month, at, fate, points } of facts.fates)
    add("life", month, `${fate}:${monthsBetween(month, at)}`, points);
  for (const { month, available, held } of facts.lots) {
    add("lot", month, "available", available);
    add("lot", month, "held", held);
  }
  if (facts.counted) addPerson(facts, add);
  return [...cells.values()].filter(({ amount, count }) => amount !== 0n || count !== 0);
}

type Add = (measure: Measure, day: Day, key: string, amount: bigint, count?: number) => void;

function addPerson(facts: MemberFacts, add: Add): void {
  add("join", facts.joined, "", 0n, 1);
  const orders = facts.orders.toSorted((a, b) => a.day - b.day);
  orders.forEach(({ day, value, paid }, place) => {
    const which = place === 0 ? "first" : "again";
    add("order", day, which, value, 1);
    if (paid !== undefined) {
      add("paid", day, `${paid.currency}:${which}`, paid.total, 1);
      add("paid-value", day, `${paid.currency}:${which}`, value, 1);
    }
    const before = orders[place - 1];
    if (before !== undefined) add("gap", day, gapKey(day - before.day), 0n, 1);
  });
  const active = daysActive(facts);
  for (const day of active) add("deed", day, "", 0n, 1);
  addCohorts(facts, { orders, active }, add);
  for (const { day, rewardId, points, value } of facts.rewards) {
    add("reward", day, rewardId, points, 1);
    if (value !== null) add("value", day, rewardId, value, 1);
  }
}

/** In a month a member counts once, whatever they did in it. */
function addCohorts(
  { joined }: MemberFacts,
  { orders, active }: { orders: MemberFacts["orders"]; active: Day[] },
  add: Add,
): void {
  const [first] = orders;
  const bought = new Map<Day, bigint>();
  for (const { day, value } of orders) bought.set(monthOf(day), (bought.get(monthOf(day)) ?? 0n) + value);
  if (first !== undefined) {
    for (const [month, value] of bought) add("cohort", month, `order:${monthOf(first.day)}`, value, 1);
    addPaidCohorts(orders, monthOf(first.day), add);
  }
  for (const month of new Set(active.map(monthOf))) add("cohort", month, `join:${monthOf(joined)}`, 0n, 1);
}

/** With what is left out of a month where only the shop's own currency is asked for, so that it needs no sums of its own. */
function addPaidCohorts(orders: MemberFacts["orders"], first: Day, add: Add): void {
  for (const [month, its] of Map.groupBy(orders, ({ day }) => monthOf(day))) {
    const abroad = its.flatMap(({ paid, value }) => (paid === undefined ? [] : [{ ...paid, value }]));
    if (abroad.length === 0) continue;
    for (const currency of new Set(abroad.map((order) => order.currency)))
      add("paid-cohort", month, `${currency}:${first}`, 0n, 1);
    for (const { currency, total } of abroad) add("paid-cohort", month, `${currency}:${first}`, total);
    for (const { value } of abroad) add("paid-cohort", month, `:${first}`, value);
    if (abroad.length === its.length) add("paid-cohort", month, `:${first}`, 0n, 1);
  }
}

/** The days on which a member did something of their own, in order and each once. */
export function daysActive({ orders, deeds }: Pick<MemberFacts, "orders" | "deeds">): Day[] {
  return [...new Set([...orders.map(({ day }) => day), ...deeds])].sort((a, b) => a - b);
}

const EXACT_TO = 60;
const STEP = 10;
const LONGEST = 720;

/** To the day for two months, then by ten days, then all together: the fewest days that the key stands for. */
export function gapKey(days: number): string {
  if (days <= EXACT_TO) return String(days);
  return String(Math.min(LONGEST, EXACT_TO + Math.floor((days - EXACT_TO) / STEP) * STEP));
}

/** The most days that the key stands for; null for no end. */
export function gapEnd(key: string): number | null {
  const from = Number(key);
  return from < EXACT_TO ? from : from >= LONGEST ? null : from + STEP - 1;
}
