import { expect, test } from "vitest";
import { FORMAT_IDS, headerLine, memberLines, type LeavingMember } from "./formats.ts";
import { recognise } from "./guess-mapping.ts";
import { endOf, readDateCell } from "./read-date-cell.ts";

const ANNA: LeavingMember = {
  id: "7001",
  email: "anna@example.com",
  available: "150",
  pending: "20",
  tier: "silver",
  tierUntil: null,
  birthday: { month: 5, day: 7 },
  referralCode: "=ANNA",
  lots: [
    {
      points: "100",
      earnedAt: Date.parse("2026-01-02T00:00:00Z"),
      expiresAt: Date.parse("2027-01-03T00:00:00Z"),
    },
    { points: "50", earnedAt: Date.parse("2026-02-02T00:00:00Z"), expiresAt: null },
  ],
};

test("our own columns hold each lot with its dates, and no formula", () => {
  expect(headerLine("csv") + memberLines("csv", ANNA, "UTC")).toBe(
    [
      "customer_id,email,points,expires_at,earned_at,tier,tier_until,referral_code,birthday",
      "7001,anna@example.com,100,2027-01-02,2026-01-02T00:00:00.000Z,silver,,'=ANNA,05-07",
      "7001,anna@example.com,50,,2026-02-02T00:00:00.000Z,silver,,'=ANNA,05-07",
      "",
    ].join("\r\n"),
  );
});

test("others take one row a member, in their columns", () => {
  expect(memberLines("smile", ANNA, "UTC")).toBe("anna@example.com,150\r\n");
  expect(headerLine("loyaltylion")).toBe("email,points\r\n");
  expect(memberLines("yotpo", ANNA, "UTC")).toBe("anna@example.com,150,05/07\r\n");
});

test.each(FORMAT_IDS)("every row of %s has a cell for each heading", (id) => {
  for (const member of [
    ANNA,
    { ...ANNA, email: null, lots: [], birthday: null, tier: null, referralCode: null },
  ]) {
    for (const line of memberLines(id, member, "UTC").trimEnd().split("\r\n"))
      expect(line.split(",").length).toBe(headerLine(id).trimEnd().split(",").length);
  }
});

test("what we write is recognised when it comes back", () => {
  expect(recognise(headerLine("csv").trimEnd().split(","))).toBe("perennial");
  expect(recognise(headerLine("yotpo").trimEnd().split(","))).toBe("yotpo");
});

test.each([
  ["Europe/London", "2027-05-01T23:00:00Z", "2027-05-01"],
  ["America/New_York", "2027-05-02T04:00:00Z", "2027-05-01"],
  ["Asia/Tokyo", "2027-05-01T12:34:56Z", "2027-05-01T12:34:56.000Z"],
])("an end in %s at %s is written as %s, and comes back as it was", (timezone, instant, written) => {
  const at = Date.parse(instant);
  const [, , , cell = ""] = memberLines(
    "csv",
    { ...ANNA, lots: [{ points: "1", earnedAt: 0, expiresAt: at }] },
    timezone,
  ).split(",");
  expect(cell).toBe(written);
  const read = readDateCell(cell, { timezone, decimalMark: ".", dateOrder: "dmy" });
  expect(read.ok && endOf(read.value, timezone)).toBe(at);
});
