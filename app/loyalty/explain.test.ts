import { expect, test } from "vitest";
import { adjusted, aShop, ordered, redeemed } from "./example-shop.ts";
import type { ExampleShop } from "./example-shop.ts";
import { PURCHASE, aRefund, aRefundLine } from "./examples.ts";
import { why } from "./explain.ts";

const FIRST = { id: "first", on: "first-order", bonus: 100 };
const FIVE_OFF = { id: "five-off", kind: "amount", cost: 50, value: "5.00", codeDays: 30 };

test("says what an order earned, line by line of its arithmetic", () => {
  const shop = aShop({});
  shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
  expect(reasons(shop)).toEqual(["Order #1001: 120.00 x 1 point = 120"]);
});

test("says what a refund left and took", () => {
  const shop = aShop({});
  shop.at("2026-02-01T12:00:00Z", ordered(120, "2026-02-01T12:00:00Z"));
  const lines = [aRefundLine({ subtotal: 2000n })];
  shop.at("2026-02-02T12:00:00Z", { kind: "refund", refund: aRefund({ lines }) });
  expect(reasons(shop).at(-1)).toBe("Order #1001: 100.00 x 1 point = 100; 120 before, so −20");
});

test("says that points became available, and what they paid back", () => {
  const shop = aShop({ points: { pendingDays: 14 } });
  shop.at("2026-02-01T12:00:00Z", ordered(40, "2026-02-01T12:00:00Z"));
  shop.at("2026-02-02T12:00:00Z", adjusted(-15n, "a"));
  shop.at("2026-02-15T12:00:00Z");
  expect(reasons(shop).slice(1)).toEqual([
    "Adjusted by hand: −15 (goodwill); 15 points could not be taken and are owed",
    "Order #1001: 40 points became available 14 days after the order; paid back 15 owed points",
  ]);
});

test("says why a bonus moved between two orders", () => {
  const shop = aShop({ earning: { rules: [PURCHASE, FIRST] } });
  shop.at("2026-02-05T12:00:00Z", ordered(10, "2026-02-05T12:00:00Z"));
  shop.at("2026-02-06T12:00:00Z", ordered(20, "2026-02-04T12:00:00Z", { id: "1002", name: "#1002" }));
  expect(reasons(shop)).toEqual([
    "Order #1001: 10.00 x 1 point = 10; + 100 (first); in all 110",
    "Order #1002: 20.00 x 1 point = 20; + 100 (first); in all 120",
    "Order #1001: not the first order any more, −100",
  ]);
});

test("tells the way of a redemption to its end", () => {
  const shop = aShop({ rewards: [FIVE_OFF] });
  shop.at("2026-02-01T12:00:00Z", adjusted(60n, "a"));
  shop.at("2026-02-02T12:00:00Z", redeemed("R1", "five-off"));
  shop.at("2026-02-03T12:00:00Z", ordered(5, "2026-02-03T12:00:00Z", { codes: ["code-r1"] }));
  const cancelledAt = Date.parse("2026-02-04T12:00:00Z");
  shop.at(
    "2026-02-04T12:00:00Z",
    ordered(5, "2026-02-03T12:00:00Z", { codes: ["code-r1"], updatedAt: cancelledAt, cancelledAt }),
  );
  expect(reasons(shop).slice(1)).toEqual([
    "50 points held for five-off, at the longest until 2026-03-04T12:00:00Z",
    "Order #1001: 5.00 x 1 point = 5",
    "50 points taken for five-off, used on order #1001",
    "50 points of five-off came back: order #1001 was cancelled",
    "Order #1001: does not count any more, −5",
  ]);
});

function reasons({ book }: ExampleShop): string[] {
  return book.journal.map((transaction) => why(transaction));
}
