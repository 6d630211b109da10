import fc from "fast-check";
import type { LoyaltyEvent } from "../../app/loyalty/events.ts";
import { aLine, anOrder, aProgramme, aRefund } from "../../app/loyalty/examples.ts";
import type { FinancialStatus, Order, Refund } from "../../app/loyalty/order.ts";
import { DAY, HOUR, parseInstant } from "../../app/loyalty/time.ts";
import type { ProgrammeVersion } from "../../app/loyalty/versions.ts";

/** When every random history begins: four days after the programme. */
export const START = parseInstant("2026-01-05T09:30:00Z");
const CUSTOMERS = ["7", "8", "9"];
const ORDERS = ["1001", "1002", "1003", "1004"];

/** One step of a history. */
export interface Happening {
  /** Hours since the one before. */
  after: number;
  event: LoyaltyEvent;
}

export const EARNING = {
  earning: {
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      { id: "first", on: "first-order", bonus: 30 },
      { id: "big", on: "order", bonus: 20, minimum: "60.00" },
      { id: "review", on: "activity:review", bonus: 15, limit: { times: 2, per: "month" } },
      { id: "welcome", on: "signup", bonus: 10 },
    ],
  },
};

export function version(number: number, parts: Record<string, unknown>): ProgrammeVersion {
  const programme = aProgramme({ effectiveFrom: "2026-01-01T00:00:00Z", ...parts });
  return { number, effectiveFrom: programme.effectiveFrom ?? 0, programme };
}

const months = fc.integer({ min: 1, max: 3 });

const terms = fc.record({
  pendingDays: fc.constantFrom(0, 0, 3, 14),
  expiry: fc.oneof(
    fc.constant({ kind: "none" }),
    fc.record({ kind: fc.constantFrom("lots", "inactivity"), months }),
  ),
  notice: fc.record({ days: fc.constantFrom([30, 7], [10], [20, 0]), required: fc.boolean() }),
  debt: fc.constantFrom("owe", "forgive"),
});

const tiers = fc.option(
  fc.record({
    basis: fc.constantFrom("spend", "points", "orders"),
    window: fc.oneof(
      fc.record({ kind: fc.constant("rolling"), months }),
      fc.constantFrom({ kind: "calendar-year" }, { kind: "lifetime" }),
    ),
    guaranteeDays: fc.constantFrom(0, 0, 5, 40),
    levels: fc.constantFrom(
      [
        { id: "low", at: "0" },
        { id: "mid", at: "2", multiplier: "1.5" },
        { id: "top", at: "90", multiplier: "2" },
      ],
      [
        { id: "low", at: "0" },
        { id: "top", at: "60", multiplier: "3" },
      ],
    ),
  }),
  { nil: undefined },
);

const document = fc.record({
  state: fc.constantFrom("running", "running", "running", "paused", "archived"),
  points: terms,
  tiers,
  timezone: fc.constantFrom("Europe/London", "Asia/Kathmandu"),
});

/** One to three versions with every kind of terms. */
export const programmes = fc
  .array(fc.record({ document, startsAfter: fc.integer({ min: 0, max: 120 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((drafts) =>
    drafts.map(({ document: { tiers: levels, ...parts }, startsAfter }, index) =>
      version(index + 1, {
        ...EARNING,
        ...parts,
        ...(levels === undefined ? {} : { tiers: levels }),
        rewards: [
          { id: "five", kind: "amount", cost: 50, value: "5.00", codeDays: 20 },
          { id: "gift", kind: "custom", cost: 30, instructions: "send it" },
        ],
        ...(index === 0 ? {} : { effectiveFrom: new Date(START + startsAfter * DAY + HOUR).toISOString() }),
      }),
    ),
  );

const customer = fc.constantFrom(...CUSTOMERS);
const redemption = fc.constantFrom("R1", "R2", "R3");

const refundsOf = (orderId: string) =>
  fc.uniqueArray(
    fc.integer({ min: 1, max: 3 }).map((n): Refund => {
      // What stands in a refund follows from its id: it never changes once it was made.
      const lines = [{ lineId: String(n), quantity: 1, subtotal: BigInt(n) * 900n, tax: 0n }];
      return aRefund({
        id: `${orderId}${n}`,
        orderId,
        lines: n === 3 ? [] : lines,
        discrepancy: n === 3 ? -500n : 0n,
      });
    }),
    { maxLength: 3, selector: ({ id }) => id },
  );

const statuses: FinancialStatus[] = [
  "paid",
  "paid",
  "partially_refunded",
  "partially_paid",
  "pending",
  "voided",
];

const orderState = fc.constantFrom(...ORDERS).chain((id) =>
  fc
    .record({
      customerId: fc.oneof(
        { weight: 9, arbitrary: fc.constant(CUSTOMERS[ORDERS.indexOf(id) % 2] ?? null) },
        { weight: 1, arbitrary: fc.constantFrom(...CUSTOMERS, null) },
      ),
      status: fc.constantFrom(...statuses),
      cancelled: fc.nat({ max: 9 }).map((n) => n === 0),
      processedDay: fc.integer({ min: -3, max: 60 }),
      version: fc.nat({ max: 50 }),
      lines: fc.array(fc.integer({ min: 0, max: 6000 }), { minLength: 1, maxLength: 2 }),
      paid: fc.option(
        fc.record({ currency: fc.constantFrom("EUR", "JPY"), total: fc.bigInt({ min: 0n, max: 9_000n }) }),
      ),
      codes: fc.subarray(["CODE-R1", "CODE-R2", "code-r3"]),
      refunds: refundsOf(id),
    })
    .map(({ cancelled, processedDay, version: updated, lines, paid, ...parts }): Order => {
      const processedAt = START + (processedDay + ORDERS.indexOf(id)) * DAY;
      return anOrder({
        ...parts,
        ...(paid === null ? {} : { paid }),
        id,
        processedAt,
        updatedAt: processedAt + updated * HOUR,
        cancelledAt: cancelled ? processedAt : null,
        lines: lines.map((pence, n) => aLine({ id: String(n + 1), price: BigInt(pence) })),
      });
    }),
);

const happening = fc.oneof(
  { weight: 6, arbitrary: orderState.map((order): LoyaltyEvent => ({ kind: "order", order })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...ORDERS)
      .chain(refundsOf)
      .filter((refunds) => refunds.length > 0)
      .map((refunds): LoyaltyEvent => ({ kind: "refund", refund: refunds[0] ?? aRefund() })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(redemption, customer, fc.constantFrom("five", "five", "gift"))
      .map(([id, customerId, rewardId]): LoyaltyEvent => {
        return { kind: "redeem", redemptionId: id, customerId, rewardId, code: `Code-${id}` };
      }),
  },
  { weight: 1, arbitrary: redemption.map((id): LoyaltyEvent => ({ kind: "release", redemptionId: id })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(customer, fc.integer({ min: -80, max: 120 }), fc.nat({ max: 20 }))
      .map(([customerId, points, key]): LoyaltyEvent => {
        return { kind: "adjust", customerId, points: BigInt(points), reason: "", key: String(key) };
      }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(customer, fc.nat({ max: 20 })).map(([customerId, key]): LoyaltyEvent => {
      return { kind: "activity", customerId, activity: "review", key: String(key) };
    }),
  },
  { weight: 2, arbitrary: customer.map((customerId): LoyaltyEvent => ({ kind: "notice", customerId })) },
  {
    weight: 1,
    arbitrary: customer.map((customerId): LoyaltyEvent => ({
      kind: "customer-created",
      customerId,
      createdAt: START,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(customer, customer).map(([keptId, deletedId]): LoyaltyEvent => {
      return { kind: "customers-merged", keptId, deletedId };
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...ORDERS)
      .map((orderId): LoyaltyEvent => ({ kind: "order-deleted", orderId })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(customer, fc.constantFrom("block", "unblock", "leave", "join"))
      .map(([customerId, kind]): LoyaltyEvent => ({ kind, customerId })),
  },
);

const pause = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 24 * 45 }));
/** Up to thirty things that happen, in any order and at any distance. */
export const histories = fc.array(fc.record({ after: pause, event: happening }), {
  minLength: 1,
  maxLength: 30,
});

/** States of one order differ in `updatedAt`, and none waits for money: what remains must not depend on luck. */
export const deliveries = fc
  .uniqueArray(
    orderState.filter(({ status }) => status !== "partially_paid"),
    { minLength: 1, maxLength: 10, selector: ({ id, updatedAt }) => `${id} ${updatedAt}` },
  )
  .map((orders) =>
    orders.flatMap((order): LoyaltyEvent[] => [
      { kind: "order", order },
      ...order.refunds.map((refund): LoyaltyEvent => ({ kind: "refund", refund })),
    ]),
  );
