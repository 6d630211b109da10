import { expect, test } from "vitest";
import type { Book } from "./book.ts";
import { openBook } from "./book.ts";
import { checkProgramme } from "./check-programme.ts";
import { handle } from "./handle.ts";
import { memberFigures } from "./members.ts";
import type { Outcome } from "./outcome.ts";

const CAUSE = { eventId: "test", actor: "42" };
const MOVED = Date.parse("2026-02-01T10:00:00Z");
const LATER = Date.parse("2026-02-02T10:00:00Z");

function book(): Book {
  const check = checkProgramme({
    programme: "Moved",
    currency: "GBP",
    timezone: "Europe/London",
    effectiveFrom: "2026-01-01T00:00:00Z",
    earning: { rules: [] },
    rewards: [{ id: "five-off", kind: "amount", cost: 50, value: "5.00" }],
  });
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  const version = {
    number: 1,
    effectiveFrom: Date.parse("2026-01-01T00:00:00Z"),
    programme: check.programme,
  };
  const shop = openBook({ versions: [version], product: () => null, pseudonym: (id) => `p${id}` });
  handle(
    shop,
    {
      kind: "import",
      customerId: "7",
      key: "row-1",
      source: "smile",
      lots: [100n, 40n].map((points) => ({ points, availableAt: MOVED, expiresAt: null })),
      owed: 0n,
      level: null,
      signedUp: true,
    },
    MOVED,
    CAUSE,
  );
  return shop;
}

function undo(shop: Book, owed = 0n): Outcome {
  const event = { kind: "undo-import", customerId: "7", key: "row-1", lots: [100n, 40n], owed } as const;
  return handle(shop, { ...event, lots: [...event.lots] }, LATER, CAUSE);
}

test("what was moved in is taken back whole, by a transaction of its own", () => {
  const shop = book();
  expect(undo(shop)).toEqual({ outcome: "moved-out" });
  expect(memberFigures(shop, "7", LATER)).toMatchObject({ available: 0n, owed: 0n });
  expect(shop.members.get("7")?.lots).toEqual([]);
  expect(shop.journal.map(({ key }) => key)).toEqual(["import:row-1", "import-undone:row-1"]);
  expect(shop.journal[1]?.postings.map(({ debit, credit, points }) => [debit, credit, points])).toEqual([
    ["available", "imports", 100n],
    ["available", "imports", 40n],
  ]);
});

test("taking it back again does nothing, and so does what was never moved in", () => {
  const shop = book();
  undo(shop);
  expect(undo(shop)).toEqual({ outcome: "unchanged" });
  expect(shop.journal).toHaveLength(2);
  const other = openBook({ versions: shop.versions, product: () => null, pseudonym: (id) => `p${id}` });
  expect(undo(other)).toEqual({ outcome: "unchanged" });
});

test("once anything of it is spent it stays, all of it", () => {
  const shop = book();
  handle(
    shop,
    { kind: "redeem", redemptionId: "R1", customerId: "7", rewardId: "five-off", code: "CODE" },
    LATER,
    CAUSE,
  );
  expect(undo(shop)).toEqual({ outcome: "spent" });
  expect(memberFigures(shop, "7", LATER)).toMatchObject({ available: 90n, held: 50n });
  expect(shop.journal).toHaveLength(2);
});

test("points earned since stay theirs", () => {
  const shop = book();
  handle(shop, { kind: "adjust", customerId: "7", points: 30n, reason: "thanks", key: "a" }, LATER, CAUSE);
  expect(undo(shop)).toEqual({ outcome: "moved-out" });
  expect(memberFigures(shop, "7", LATER)).toMatchObject({ available: 30n });
});
