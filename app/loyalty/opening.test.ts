import { expect, test } from "vitest";
import type { Book } from "./book.ts";
import { openBook } from "./book.ts";
import { checkProgramme } from "./check-programme.ts";
import { workOffDue } from "./due.ts";
import type { OpeningBalance } from "./events.ts";
import { handle } from "./handle.ts";
import { memberFigures } from "./members.ts";

const CAUSE = { eventId: "test", actor: "42" };
const at = (text: string) => Date.parse(text);
const MOVED = "2026-02-01T10:00:00Z";

function book(tiers: object | null = null): Book {
  const check = checkProgramme({
    programme: "Moved",
    currency: "GBP",
    timezone: "Europe/London",
    effectiveFrom: "2026-01-01T00:00:00Z",
    points: { expiry: { kind: "lots", months: 6 }, notice: { days: [30], required: false } },
    earning: { rules: [{ id: "welcome", on: "signup", bonus: 25 }] },
    ...(tiers === null ? {} : { tiers }),
  });
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  const version = { number: 1, effectiveFrom: at("2026-01-01T00:00:00Z"), programme: check.programme };
  return openBook({ versions: [version], product: () => null, pseudonym: (id) => `p${id}` });
}

function move(to: Book, opening: Partial<OpeningBalance>): void {
  const whole = {
    key: "row-1",
    source: "smile",
    lots: [],
    owed: 0n,
    level: null,
    signedUp: true,
    ...opening,
  };
  handle(to, { kind: "import", customerId: "7", ...whole }, at(MOVED), CAUSE);
}

function figures(of: Book, when: string) {
  const member = of.members.get("7");
  if (member === undefined) throw new Error("nobody");
  workOffDue(of, member, at(when));
  return memberFigures(of, "7", at(when));
}

const lot = (points: bigint, availableAt: string, expiresAt: string | null) => ({
  points,
  availableAt: at(availableAt),
  expiresAt: expiresAt === null ? null : at(expiresAt),
});

test("each lot keeps the date that it had elsewhere, and expires then", () => {
  const shop = book();
  move(shop, {
    lots: [
      lot(100n, "2025-05-01T00:00:00Z", "2026-03-01T00:00:00Z"),
      lot(50n, "2025-08-01T00:00:00Z", "2026-04-01T00:00:00Z"),
      lot(30n, "2025-09-01T00:00:00Z", null),
    ],
  });
  expect(figures(shop, "2026-02-28T23:59:59Z")).toMatchObject({ available: 180n, earned: 0n });
  expect(figures(shop, "2026-03-01T00:00:00Z")).toMatchObject({ available: 80n, expired: 100n });
  expect(figures(shop, "2027-12-01T00:00:00Z")).toMatchObject({ available: 30n, expired: 150n });
});

test("a lot without a date of its own follows the programme from its age on", () => {
  const shop = book();
  move(shop, { lots: [{ ...lot(100n, "2026-01-15T00:00:00Z", null), expiresAt: "programme" }] });
  expect(figures(shop, "2026-07-15T12:00:00Z")).toMatchObject({ available: 100n });
  expect(figures(shop, "2026-07-15T23:00:00Z")).toMatchObject({ available: 0n });
});

test("what was owed elsewhere is paid from what is brought along", () => {
  const shop = book();
  move(shop, { lots: [lot(100n, "2025-05-01T00:00:00Z", null)], owed: 130n });
  expect(figures(shop, MOVED)).toMatchObject({ available: 0n, owed: 30n });
});

test("the same row again moves nothing", () => {
  const shop = book();
  move(shop, { lots: [lot(100n, "2025-05-01T00:00:00Z", null)] });
  move(shop, { lots: [lot(100n, "2025-05-01T00:00:00Z", null)] });
  expect(figures(shop, MOVED)).toMatchObject({ available: 100n });
  expect(shop.journal.map(({ key }) => key)).toEqual(["import:row-1"]);
});

test("whoever had joined elsewhere has no second bonus for joining", () => {
  const shop = book();
  move(shop, { signedUp: true });
  handle(
    shop,
    { kind: "customer-created", customerId: "7", createdAt: at(MOVED) },
    at("2026-02-02T00:00:00Z"),
    CAUSE,
  );
  expect(figures(shop, "2026-02-03T00:00:00Z")).toMatchObject({ earned: 0n });
});

const TIERS = {
  basis: "spend",
  window: { kind: "rolling", months: 12 },
  guaranteeDays: 10,
  levels: [
    { id: "bronze", at: "0", multiplier: "1" },
    { id: "silver", at: "100.00", multiplier: "1.5" },
  ],
};

test.each([
  { promise: "up to its date", until: "2026-03-10T00:00:00Z", last: "2026-03-09T23:59:59Z" },
  { promise: "as long as the guarantee where it had none", until: null, last: "2026-02-11T23:59:59Z" },
])("a level is kept $promise", ({ until, last }) => {
  const shop = book(TIERS);
  move(shop, { level: { id: "silver", until: until === null ? null : at(until) } });
  expect(figures(shop, last)).toMatchObject({ tier: "silver" });
  expect(figures(shop, new Date(at(last) + 1000).toISOString())).toMatchObject({ tier: "bronze" });
});
