import { describe, expect, test } from "vitest";
import type { Field } from "./fields.ts";
import { guessMapping, recognise } from "./guess-mapping.ts";
import { SOURCE_IDS, sourceOf, SOURCES, type SourceId } from "./sources.ts";

/** Fields with the headings that were taken for them. */
function meaningOf(header: string[], source?: SourceId): Partial<Record<Field, string>> {
  const { mapping } = source === undefined ? guessMapping(header) : guessMapping(header, source);
  return Object.fromEntries(Object.entries(mapping).map(([field, column]) => [field, header[column]]));
}

describe("a heading says whose file it is", () => {
  test.each<[SourceId, string[]]>([
    ["smile", ["Customer Name", "Email", "Customer Status", "Points Balance", "VIP Tier Name", "Birth Date"]],
    ["smile", ["first_name", "email", "date_of_birth", "points_balance", "referral_url", "state"]],
    [
      "loyaltylion",
      ["merchant_id", "email", "points_approved", "points_pending", "points_spent", "birthday"],
    ],
    [
      "yotpo",
      [
        "Full Name",
        "First Name",
        "Last Name",
        "Email",
        "Points Balance",
        "Points Spent",
        "Birthday (MM/DD) or (MM/DD/YYYY)",
      ],
    ],
    ["yotpo", ["Email", "First Name", "Last Name", "Current Points Balance", "Referral Link"]],
    ["rivo", ["Email", "Points Balance", "Birthdate", "VIP Tier", "Activation Date", "Credits Balance"]],
    ["rivo", ["customer_id", "points_amount", "external_note", "applied_at"]],
    ["stamped", ["first_name", "last_name", "email", "points", "birthday", "vip_tier", "vip_tier_end_date"]],
    ["growave", ["Customer ID", "email", "points", "first_name", "last_name", "birthdate"]],
    [
      "joy",
      ["Customer Name", "VIP Tier Name", "Birth Date", "Points Balance", "Email", "Shopify Customer ID"],
    ],
    ["bon", ["Shopify Customer ID", "Customer Email", "Points", "Total earned points"]],
    ["appstle", ["Customer Id", "Customer Email", "Available Points", "Credited Points", "VIP Tier"]],
    ["perennial", ["customer_id", "email", "points", "expires_at", "earned_at", "tier", "tier_until"]],
  ])("%s: %j", (source, header) => expect(recognise(header)).toBe(source));

  test.each([[["email", "points"]], [["Name", "Address"]], [["a", "b", "c", "d", "email"]], [[]]])(
    "%j is anybody's",
    (header) => expect(recognise(header)).toBeNull(),
  );
});

describe("columns are taken for what they mean", () => {
  test("in a file of nobody known, by the words that everybody uses", () => {
    expect(
      meaningOf(["E-Mail", "Point balance", "Expiry date", "VIP level", "Date of Birth", "Referral-Link"]),
    ).toEqual({
      email: "E-Mail",
      points: "Point balance",
      expiresAt: "Expiry date",
      tier: "VIP level",
      birthday: "Date of Birth",
      referralCode: "Referral-Link",
    });
  });

  test("a balance is preferred to a sum of all times, and what was spent is nobody's balance", () => {
    expect(meaningOf(["Email", "Points Spent", "Points Balance"]).points).toBe("Points Balance");
    expect(meaningOf(["email", "points_spent", "points_pending", "points_approved", "merchant_id"])).toEqual({
      customerId: "merchant_id",
      email: "email",
      points: "points_approved",
    });
  });

  test("a file of history is one, and posts nothing", () => {
    const guess = guessMapping(["customer_id", "points_amount", "external_note", "applied_at", "expires_at"]);
    expect(guess.kind).toBe("history");
    expect(Object.keys(guess.mapping).sort()).toEqual([
      "customerId",
      "historyAt",
      "historyPoints",
      "historyReason",
    ]);
  });

  test("the merchant's word on whose file it is stands above ours", () => {
    expect(meaningOf(["Email", "Points"], "smile")).toEqual({ email: "Email", points: "Points" });
  });

  test.each(SOURCE_IDS)("%s has a customer, points, and no heading twice", (id) => {
    const fields: (Field | null)[] = SOURCES[id].columns.map(({ field }) => field);
    const headings = SOURCES[id].columns.map(({ heading }) => heading);
    expect(fields).toContain("email");
    expect(fields).toContain("points");
    expect(new Set(headings).size).toBe(headings.length);
  });

  test("what is a sign of one app is no heading of another", () => {
    const plain = (heading: string) => heading.toLowerCase().replaceAll(/[^a-z]/g, "");
    const columns = SOURCE_IDS.flatMap((id) => sourceOf(id).columns.map((column) => ({ id, ...column })));
    for (const { id, heading } of columns.filter(({ sign }) => sign)) {
      const others = columns.filter((other) => other.id !== id && plain(other.heading) === plain(heading));
      expect(others.map((other) => `${other.id} ${heading}`)).toEqual([]);
    }
  });
});
