import { describe, expect, it } from "vitest";
import { anOrder, aRefund } from "./examples.ts";
import { newerState, ownCounting, withRefund } from "./order-state.ts";
import type { FinancialStatus } from "./order.ts";

describe("an order counts by itself", () => {
  it.each<[FinancialStatus, string]>([
    ["paid", "counts"],
    ["partially_refunded", "counts"],
    ["refunded", "counts"],
    ["partially_paid", "waits"],
    ["pending", "no"],
    ["authorized", "no"],
    ["voided", "no"],
    ["unknown", "no"],
  ])("when %s: %s", (status, counting) => {
    expect(ownCounting(anOrder({ status }))).toBe(counting);
  });

  it.each([
    ["without a customer", { customerId: null }],
    ["as a test", { test: true }],
    ["once cancelled", { cancelledAt: 0 }],
  ])("never %s", (_what, parts) => {
    expect(ownCounting(anOrder(parts))).toBe("no");
    expect(ownCounting(anOrder({ ...parts, status: "partially_paid" }))).toBe("no");
  });
});

describe("of two states", () => {
  it("the later one stands, whichever came first", () => {
    const older = anOrder({ updatedAt: 100, name: "older" });
    const newer = anOrder({ updatedAt: 200, name: "newer" });
    expect(newerState(older, newer).name).toBe("newer");
    expect(newerState(newer, older).name).toBe("newer");
  });

  it("an older one still brings refunds not yet seen", () => {
    const older = anOrder({ updatedAt: 100, name: "older", refunds: [aRefund({ id: "1" })] });
    const newer = anOrder({ updatedAt: 200, name: "newer", refunds: [aRefund({ id: "2" })] });
    const state = newerState(newer, older);
    expect(state.name).toBe("newer");
    expect(state.refunds.map(({ id }) => id)).toEqual(["2", "1"]);
  });

  it("a newer one that does not list a refund does not undo it", () => {
    const known = anOrder({ updatedAt: 100, refunds: [aRefund()] });
    expect(newerState(known, anOrder({ updatedAt: 200 })).refunds).toHaveLength(1);
  });

  it("a refund stands as it was first received", () => {
    const known = anOrder({ refunds: [aRefund({ discrepancy: -100n })] });
    const arrived = anOrder({ updatedAt: known.updatedAt + 1, refunds: [aRefund({ discrepancy: -900n })] });
    expect(newerState(known, arrived).refunds).toEqual([aRefund({ discrepancy: -100n })]);
  });

  it("of the same instant the one further along stands, whichever came first", () => {
    const ranks: FinancialStatus[] = [
      "unknown",
      "pending",
      "authorized",
      "partially_paid",
      "paid",
      "partially_refunded",
      "refunded",
      "voided",
    ];
    for (const [index, status] of ranks.entries())
      for (const lower of ranks.slice(0, index)) {
        expect(newerState(anOrder({ status: lower }), anOrder({ status })).status).toBe(status);
        expect(newerState(anOrder({ status }), anOrder({ status: lower })).status).toBe(status);
      }
  });

  it("of the same instant a cancelled one stands before any that is not", () => {
    const cancelled = anOrder({ status: "pending", cancelledAt: 1 });
    expect(newerState(cancelled, anOrder({ status: "voided" })).cancelledAt).toBe(1);
    expect(newerState(anOrder({ status: "voided" }), cancelled).cancelledAt).toBe(1);
  });

  it("of the same instant and rank the later delivery stands", () => {
    expect(newerState(anOrder({ name: "first" }), anOrder({ name: "second" })).name).toBe("second");
  });
});

it("a refund is added once, as first received", () => {
  const once = withRefund(anOrder(), aRefund({ discrepancy: -100n }));
  expect(once.refunds).toHaveLength(1);
  expect(withRefund(once, aRefund({ discrepancy: -900n }))).toBe(once);
  expect(withRefund(once, aRefund({ id: "501" })).refunds).toHaveLength(2);
});
