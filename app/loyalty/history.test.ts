import { expect, test } from "vitest";
import { aShop, ordered } from "./example-shop.ts";
import { historyOf, type OrderFacts } from "./history.ts";
import { parseInstant } from "./time.ts";

const BOUGHT = parseInstant("2026-01-05T10:00:00Z");
const FACTS: OrderFacts = { vestsAt: null, refunded: false, boughtAt: BOUGHT };

function shop() {
  return aShop({ points: { pendingDays: 0, debt: "owe" } });
}

/** The lines of everything that happened, as short as a test needs them. */
function lines({ book }: ReturnType<typeof shop>, facts: OrderFacts | null = FACTS) {
  return book.journal
    .flatMap((entry) => historyOf(entry, facts))
    .map(({ kind, points }) => ({ kind, points }));
}

test("an order that the shop tells of late stands under the day it was bought", () => {
  const { book, at } = shop();
  at("2026-03-01T10:00:00Z", ordered(120, "2026-01-05T10:00:00Z"));
  expect(book.journal.flatMap((entry) => historyOf(entry, FACTS))).toMatchObject([
    { kind: "earn", points: 120n, at: BOUGHT, order: "#1001" },
  ]);
});

test("what is not known of an order leaves the entry at its own instant", () => {
  const { book, at } = shop();
  at("2026-03-01T10:00:00Z", ordered(120, "2026-01-05T10:00:00Z"));
  expect(book.journal.flatMap((entry) => historyOf(entry, null))).toMatchObject([
    { at: parseInstant("2026-03-01T10:00:00Z") },
  ]);
});

test.each([
  { refunded: true, kind: "refund" },
  { refunded: false, kind: "edit" },
])("a loss of an order reads as $kind where refunds known are $refunded", ({ refunded, kind }) => {
  const played = shop();
  played.at("2026-02-01T10:00:00Z", ordered(120, "2026-02-01T10:00:00Z"));
  played.at(
    "2026-02-02T10:00:00Z",
    ordered(100, "2026-02-01T10:00:00Z", { updatedAt: parseInstant("2026-02-02T10:00:00Z") }),
  );
  expect(lines(played, { ...FACTS, refunded })).toEqual([
    { kind: "earn", points: 120n },
    { kind, points: -20n },
  ]);
});

test("what was not there to take has a line of its own", () => {
  const played = shop();
  played.at("2026-02-01T10:00:00Z", ordered(120, "2026-02-01T10:00:00Z"));
  played.at("2026-02-02T10:00:00Z", {
    kind: "adjust",
    customerId: "7",
    points: -100n,
    reason: "goodwill",
    key: "a",
  });
  const cancelled = parseInstant("2026-02-03T10:00:00Z");
  played.at(
    "2026-02-03T10:00:00Z",
    ordered(120, "2026-02-01T10:00:00Z", { updatedAt: cancelled, cancelledAt: cancelled }),
  );
  expect(lines(played)).toEqual([
    { kind: "earn", points: 120n },
    { kind: "adjust", points: -100n },
    { kind: "cancel", points: -20n },
    { kind: "owe", points: -100n },
  ]);
});

test("an order that earns nothing any more says so, and what it was before", () => {
  const { book, at } = shop();
  at("2026-02-01T10:00:00Z", ordered(120, "2026-02-01T10:00:00Z"));
  const cancelled = parseInstant("2026-02-03T10:00:00Z");
  at(
    "2026-02-03T10:00:00Z",
    ordered(120, "2026-02-01T10:00:00Z", { updatedAt: cancelled, cancelledAt: cancelled }),
  );
  expect(book.journal.flatMap((entry) => historyOf(entry, FACTS)).at(-1)).toMatchObject({
    kind: "cancel",
    earning: { entitlement: 0n, before: 120n, explanation: { terms: [], bonuses: [] } },
  });
});

test("a gain that pays a debt is shown whole", () => {
  const played = shop();
  played.at("2026-02-01T10:00:00Z", {
    kind: "adjust",
    customerId: "7",
    points: -30n,
    reason: "mistake",
    key: "a",
  });
  played.at("2026-02-02T10:00:00Z", ordered(50, "2026-02-02T10:00:00Z"));
  expect(lines(played)).toEqual([
    { kind: "owe", points: -30n },
    { kind: "earn", points: 50n },
  ]);
  expect(played.figures()).toMatchObject({ available: 20n });
});
