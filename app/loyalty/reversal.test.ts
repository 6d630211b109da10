import { describe, expect, test } from "vitest";
import { adjusted, aShop } from "./example-shop.ts";
import type { LoyaltyEvent } from "./events.ts";
import type { LedgerTransaction } from "./ledger.ts";
import { effectOf, isByHand, reversalKey, sizeOfReversal } from "./reversal.ts";

type Shop = ReturnType<typeof aShop>;

function last({ book }: Shop): LedgerTransaction {
  const transaction = book.journal.at(-1);
  if (transaction === undefined) throw new Error("nothing was posted");
  return transaction;
}

function takingBack(original: LedgerTransaction, expired = 0n): LoyaltyEvent {
  const { key } = original;
  return {
    ...adjusted(sizeOfReversal(original, expired), reversalKey(key)),
    reverses: key,
  } as LoyaltyEvent;
}

describe("an adjustment taken back", () => {
  test("leaves the balance as it was, twice as once, and names what it takes back", () => {
    const shop = aShop({});
    shop.at("2026-02-01T12:00:00Z", adjusted(20n, "goodwill-1"));
    const original = last(shop);
    expect(shop.at("2026-02-02T12:00:00Z", takingBack(original))).toEqual({
      outcome: "adjusted",
      points: -20n,
    });
    expect(last(shop)).toMatchObject({
      key: "adjust:undo:goodwill-1",
      explanation: { kind: "adjust", points: "-20", reverses: "adjust:goodwill-1" },
    });
    expect(shop.at("2026-02-03T12:00:00Z", takingBack(original))).toEqual({ outcome: "unchanged" });
    expect(shop.figures()).toEqual({ available: 0n });
  });

  test("becomes owed where the points are spent already, as any deduction", () => {
    const shop = aShop({});
    shop.at("2026-02-01T12:00:00Z", adjusted(20n, "goodwill-1"));
    const original = last(shop);
    shop.at("2026-02-01T13:00:00Z", adjusted(-15n, "spent-otherwise"));
    shop.at("2026-02-02T12:00:00Z", takingBack(original));
    expect(shop.figures()).toEqual({ available: 0n, owed: 15n });
  });

  test("gives back what a deduction took, its debt first", () => {
    const shop = aShop({});
    shop.at("2026-02-01T12:00:00Z", adjusted(5n, "goodwill-1"));
    shop.at("2026-02-01T13:00:00Z", adjusted(-20n, "deduction"));
    expect(shop.figures()).toEqual({ available: 0n, owed: 15n });
    shop.at("2026-02-02T12:00:00Z", takingBack(last(shop)));
    expect(shop.figures()).toEqual({ available: 5n });
  });

  test("gives nothing back that was forgiven, for it was never taken", () => {
    const shop = aShop({ points: { debt: "forgive" } });
    shop.at("2026-02-01T12:00:00Z", adjusted(5n, "goodwill-1"));
    shop.at("2026-02-01T13:00:00Z", adjusted(-20n, "deduction"));
    expect(effectOf(last(shop))).toBe(-5n);
    shop.at("2026-02-02T12:00:00Z", takingBack(last(shop)));
    expect(shop.figures()).toEqual({ available: 5n });
  });

  test("takes nothing a second time that has expired", () => {
    const shop = aShop({});
    shop.at("2026-02-01T12:00:00Z", adjusted(20n, "goodwill-1"));
    expect([0n, 5n, 20n, 30n].map((expired) => sizeOfReversal(last(shop), expired))).toEqual([
      -20n,
      -15n,
      0n,
      0n,
    ]);
  });
});

test("what was done to many at once, or by an experiment, is taken back where it was begun", () => {
  const keys = ["adjust:0d4c-1", "adjust:bulk:run:1", "adjust:undo:0d4c-1", "reinstate:adjust:1:1"];
  expect(keys.map((key) => isByHand({ kind: "adjust", key }))).toEqual([true, false, false, false]);
});
