import { add, compare, decimalText, floor, fraction, multiply, ZERO } from "../fraction.ts";
import type { Fraction } from "../fraction.ts";
import { memberFigures } from "../members.ts";
import { formatExactMoney, formatMoney } from "../money.ts";
import { postedFor } from "../orders.ts";
import { costOfPoint } from "../point-cost.ts";
import type { PointCost } from "../point-cost.ts";
import { toJsonNumber } from "../points.ts";
import type { Points } from "../points.ts";
import type { Programme } from "../programme.ts";
import type { OrderRecord } from "../records.ts";
import { formatInstant } from "../time.ts";
import type { Instant } from "../time.ts";
import type { Backtest } from "./backtest.ts";
import { monthOf } from "./months.ts";
import type { Flows } from "./months.ts";
import { compareMembers, membersOf, rewardReach, tierMix } from "./standing-members.ts";
import type { MemberDifferences, RewardReach, TierShare } from "./standing-members.ts";
import { strangestOrders } from "./strange-orders.ts";
import type { StrangeOrder } from "./strange-orders.ts";

const STRANGEST = 20;
const MEMBERS_LISTED = 20;

/** A whole number: exact as a JSON number, as a decimal string above 2^53 − 1. Money is a decimal string. */
type Whole = number | string;

/** What `backtest` prints; docs/backtest.md says what each key means. */
export interface BacktestReport {
  programme: { name: string; currency: string; timezone: string; from: string | null };
  orders: OrderCounts;
  members: { total: number; withPoints: number };
  points: Record<"earned" | "adjusted" | "imported" | "redeemed" | "expired" | "dropped", Whole> &
    Record<"pending" | "available" | "held" | "outstanding" | "owed", Whole>;
  cost: CostReport;
  months: MonthReport[];
  tiers: TierShare[] | null;
  rewards: RewardReach[];
  changes: MemberDifferences & { against: string };
  strangest: StrangeOrder[];
  warnings: string[];
}

interface OrderCounts {
  told: number;
  counting: number;
  /** Without a customer. */
  guests: number;
  /** Processed when no version was in force. */
  outside: number;
  earning: number;
  /** Of those that count. */
  value: string;
  from: string | null;
  to: string | null;
}

interface CostReport {
  /** Of one point, and the reward that says so; null where no reward is worth an amount of money. */
  point: { cost: string; reward: string } | null;
  earned: string | null;
  liability: string | null;
  /** Per cent of the value of the counting orders that the points earned on them may cost. */
  share: string | null;
}

interface MonthReport {
  month: string;
  orders: number;
  value: string;
  earned: Whole;
  redeemed: Whole;
  expired: Whole;
  outstanding: Whole;
  owed: Whole;
  liability: string | null;
  members: number;
  tiers: TierShare[] | null;
}

export interface ReportTerms {
  /** The instant that everything was worked off to. */
  until: Instant;
  /** When the programme begins; null for always. */
  from: Instant | null;
  against: { backtest: Backtest; name: string } | null;
  warnings: string[];
}

export function reportOf(
  backtest: Backtest,
  { until, from, against, warnings }: ReportTerms,
): BacktestReport {
  const { book, flows, orders } = backtest;
  const programme = backtest.programmeAt(until);
  const { currency } = programme;
  const cost = costOfPoint(programme);
  const value = valueOf(book.orders.values());
  let withPoints = 0;
  let total = 0;
  for (const member of membersOf(book)) {
    total += 1;
    if (member.earned !== 0n) withPoints += 1;
  }
  return {
    programme: {
      name: programme.name,
      currency,
      timezone: programme.timezone,
      from: from === null ? null : formatInstant(from),
    },
    orders: countOrders(backtest, currency),
    members: { total, withPoints },
    points: pointsOf(flows),
    cost: costReport(flows, { cost, value, currency }),
    months: monthReports(backtest, cost, programme),
    tiers: tierMix(book, programme, until),
    rewards: rewardReach(book, programme, until),
    changes: {
      against: against?.name ?? "nothing",
      ...compareMembers(book, against?.backtest.book ?? null, MEMBERS_LISTED),
    },
    strangest: strangestOrders({ book, facts: orders, currency, cost, most: STRANGEST }),
    warnings,
  };
}

/** Each member's figures and each order's points, in the form of `replay`'s result. */
export function detailsOf({ book }: Backtest, until: Instant) {
  const customers: Record<string, Record<string, Whole | null>> = {};
  for (const { id } of membersOf(book)) {
    const figures = memberFigures(book, id, until);
    if (figures === null) continue;
    const { tier, ...points } = figures;
    customers[id] = {
      ...Object.fromEntries(Object.entries(points).map(([name, figure]) => [name, toJsonNumber(figure)])),
      tier,
    };
  }
  const perOrder: Record<string, Whole> = {};
  for (const order of book.orders.values())
    if (order.told) perOrder[order.id] = toJsonNumber(postedFor(order));
  const redemptions: Record<string, string> = {};
  for (const { id, state } of book.redemptions.values()) redemptions[id] = state;
  return { customers, orders: perOrder, redemptions };
}

function countOrders({ book }: Backtest, currency: string): OrderCounts {
  const told = [...book.orders.values()].filter((order) => order.told);
  const instants = told.map(({ processedAt }) => processedAt);
  const at = (found: number) => (told.length === 0 ? null : formatInstant(found));
  return {
    told: told.length,
    counting: told.filter(({ counts }) => counts).length,
    guests: told.filter(({ memberId }) => memberId === null).length,
    outside: told.filter(({ version }) => version === 0).length,
    earning: told.filter((order) => postedFor(order) > 0n).length,
    value: formatExactMoney(valueOf(told), currency),
    from: at(instants.reduce((least, instant) => Math.min(least, instant), Number.POSITIVE_INFINITY)),
    to: at(instants.reduce((most, instant) => Math.max(most, instant), Number.NEGATIVE_INFINITY)),
  };
}

function pointsOf(flows: Flows): BacktestReport["points"] {
  const { earned, adjusted, imported, redeemed, expired, dropped, pending, available, held, owed } = flows;
  return {
    earned: toJsonNumber(earned),
    adjusted: toJsonNumber(adjusted),
    imported: toJsonNumber(imported),
    redeemed: toJsonNumber(redeemed),
    expired: toJsonNumber(expired),
    dropped: toJsonNumber(dropped),
    pending: toJsonNumber(pending),
    available: toJsonNumber(available),
    held: toJsonNumber(held),
    outstanding: toJsonNumber(outstandingOf(flows)),
    owed: toJsonNumber(owed),
  };
}

function outstandingOf({ pending, available, held }: Flows): Points {
  return pending + available + held;
}

function costReport(
  flows: Flows,
  { cost, value, currency }: { cost: PointCost | null; value: Fraction; currency: string },
): CostReport {
  if (cost === null) return { point: null, earned: null, liability: null, share: null };
  const earned = multiply(cost.each, fraction(flows.earned));
  return {
    point: { cost: exactUnit(cost.each, currency), reward: cost.rewardId },
    earned: worth(flows.earned, cost, currency),
    liability: worth(outstandingOf(flows), cost, currency),
    share: compare(value, ZERO) === 0 ? null : percent(earned, value),
  };
}

/** "0.01": a part of a minor unit is shown with as many places as it needs. */
function exactUnit(minorUnits: Fraction, currency: string): string {
  return formatExactMoney(minorUnits, currency);
}

/** In whole minor units, rounded down. */
function worth(points: Points, cost: PointCost, currency: string): string {
  return formatMoney(floor(multiply(cost.each, fraction(points))), currency);
}

/** With two decimals, rounded down. */
function percent(part: Fraction, whole: Fraction): string {
  const hundredths = floor(fraction(part.n * whole.d * 10_000n, part.d * whole.n));
  return decimalText(fraction(hundredths, 100n), 2);
}

function monthReports(backtest: Backtest, cost: PointCost | null, { currency }: Programme): MonthReport[] {
  const ofMonth = new Map<string, { orders: number; value: Fraction }>();
  for (const order of backtest.book.orders.values()) {
    if (!order.counts) continue;
    const { name } = monthOf(backtest.programmeAt(order.processedAt).timezone, order.processedAt);
    const known = ofMonth.get(name);
    ofMonth.set(name, {
      orders: (known?.orders ?? 0) + 1,
      value: add(known?.value ?? ZERO, order.value),
    });
  }
  return backtest.months.map(({ month, flows, members, tiers }, index) => {
    const before = backtest.months[index - 1]?.flows;
    const { orders, value } = ofMonth.get(month) ?? { orders: 0, value: ZERO };
    return {
      month,
      orders,
      value: formatExactMoney(value, currency),
      earned: toJsonNumber(flows.earned - (before?.earned ?? 0n)),
      redeemed: toJsonNumber(flows.redeemed - (before?.redeemed ?? 0n)),
      expired: toJsonNumber(flows.expired - (before?.expired ?? 0n)),
      outstanding: toJsonNumber(outstandingOf(flows)),
      owed: toJsonNumber(flows.owed),
      liability: cost === null ? null : worth(outstandingOf(flows), cost, currency),
      members,
      tiers,
    };
  });
}

function valueOf(orders: Iterable<OrderRecord>): Fraction {
  let value = ZERO;
  for (const order of orders) if (order.counts) value = add(value, order.value);
  return value;
}
