/** One order, as it would have earned before and after a change, and the groups that it falls into. */
export interface EarnedOrder {
  member: string;
  /** What was spent, in any unit that is the same for all. */
  value: number;
  /** Points. */
  before: number;
  after: number;
  /** The order's group of each dimension: `{ channel: "web" }`; null where that is not known. */
  groups: Readonly<Record<string, string | null>>;
}

export interface GroupEffect {
  group: string;
  orders: number;
  members: number;
  /** Points for each unit spent. */
  before: number;
  after: number;
  /** By how much of what it was it changes: 0.1 is a tenth more. null where it was nothing. */
  change: number | null;
  /** The same for everybody else. */
  others: number | null;
  /** "few": too few orders or members, here or elsewhere, to say anything of the group. */
  verdict: "alike" | "better" | "worse" | "few";
}

export interface Fairness {
  dimension: string;
  groups: GroupEffect[];
}

/** Below these, of a group or of all others, chance says more than the rules do. */
export const FEWEST_ORDERS = 50;
export const FEWEST_MEMBERS = 20;
/** Groups whose change differs by less from that of all others are treated alike. */
export const ALIKE_WITHIN = 0.05;

interface Sum {
  orders: number;
  members: Set<string>;
  value: number;
  before: number;
  after: number;
}

/**
 * Whether a change treats groups otherwise than what they spend would explain. Points are taken for each unit spent, so
 * that nobody is better off for buying more; compared is by how much that changes, for a group and for all others. It is
 * a description of the orders given, no test of significance: hence the floors.
 */
export function fairnessOf(orders: readonly EarnedOrder[], dimensions: readonly string[]): Fairness[] {
  const all = sumOf(orders);
  return dimensions.map((dimension) => {
    const byGroup = Map.groupBy(orders, ({ groups }) => groups[dimension] ?? null);
    const groups = [...byGroup].flatMap(([group, its]) =>
      group === null ? [] : [{ group, sum: sumOf(its) }],
    );
    groups.sort((a, b) => b.sum.orders - a.sum.orders || (a.group < b.group ? -1 : 1));
    return {
      dimension,
      groups: groups.map(({ group, sum }) =>
        effectOf(group, sum, without(all, sum, orders, { dimension, group })),
      ),
    };
  });
}

function effectOf(group: string, sum: Sum, others: Sum): GroupEffect {
  const [change, othersChange] = [changeOf(sum), changeOf(others)];
  return {
    group,
    orders: sum.orders,
    members: sum.members.size,
    before: rateOf(sum, "before"),
    after: rateOf(sum, "after"),
    change,
    others: othersChange,
    verdict: verdictOf(sum, others),
  };
}

function verdictOf(sum: Sum, others: Sum): GroupEffect["verdict"] {
  if (!isEnough(sum) || !isEnough(others)) return "few";
  const [change, othersChange] = [changeOf(sum), changeOf(others)];
  // Whoever earned nothing and goes on so is treated as before; whoever begins to is better off than by any factor.
  if (change === null || othersChange === null) return unlikeNothing(sum, others);
  if (Math.abs(change - othersChange) < ALIKE_WITHIN) return "alike";
  return change > othersChange ? "better" : "worse";
}

function unlikeNothing(sum: Sum, others: Sum): GroupEffect["verdict"] {
  const begins = (one: Sum) => one.before === 0 && one.after > 0;
  if (begins(sum) === begins(others)) return "alike";
  return begins(sum) ? "better" : "worse";
}

function isEnough({ orders, members }: Sum): boolean {
  return orders >= FEWEST_ORDERS && members.size >= FEWEST_MEMBERS;
}

function changeOf({ before, after }: Sum): number | null {
  return before === 0 ? null : after / before - 1;
}

function rateOf(sum: Sum, which: "before" | "after"): number {
  return sum.value === 0 ? 0 : sum[which] / sum.value;
}

function sumOf(orders: readonly EarnedOrder[]): Sum {
  const sum: Sum = { orders: 0, members: new Set(), value: 0, before: 0, after: 0 };
  for (const { member, value, before, after } of orders) {
    sum.orders += 1;
    sum.members.add(member);
    sum.value += value;
    sum.before += before;
    sum.after += after;
  }
  return sum;
}

/** Everybody else: a member may stand on both sides, with different orders. */
function without(
  all: Sum,
  sum: Sum,
  orders: readonly EarnedOrder[],
  { dimension, group }: { dimension: string; group: string },
): Sum {
  const members = new Set<string>();
  for (const { member, groups } of orders) if (groups[dimension] !== group) members.add(member);
  return {
    orders: all.orders - sum.orders,
    members,
    value: all.value - sum.value,
    before: all.before - sum.before,
    after: all.after - sum.after,
  };
}

/** The bounds that cut values into so many parts of the same size: two for thirds. */
export function quantileBounds(values: readonly number[], parts: number): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return Array.from(
    { length: parts - 1 },
    (_, cut) => sorted[Math.floor(((cut + 1) * sorted.length) / parts)] ?? 0,
  );
}
