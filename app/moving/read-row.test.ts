import { describe, expect, test } from "vitest";
import { FIELDS, type Mapping } from "./fields.ts";
import { readRow, type RowTerms } from "./read-row.ts";

const NOW = Date.parse("2026-07-01T12:00:00Z");
const HEADER = [...FIELDS];
const MAPPING: Mapping = Object.fromEntries(FIELDS.map((field, column) => [field, column]));
const TERMS: RowTerms = {
  header: HEADER,
  mapping: MAPPING,
  kind: "members",
  decimalMark: ".",
  dateOrder: "dmy",
  timezone: "Europe/London",
  now: NOW,
};

type Given = Partial<Record<(typeof FIELDS)[number], string>>;

const read = (given: Given, terms: Partial<RowTerms> = {}) =>
  readRow(
    FIELDS.map((field) => given[field] ?? ""),
    { ...TERMS, ...terms },
  );

function faultsOf(given: Given, terms: Partial<RowTerms> = {}): string[] {
  const row = read(given, terms);
  return row.ok ? [] : row.faults.map(({ column, problem }) => `${column} ${problem}`);
}

test("a whole row is read, and nothing of it but what is ours", () => {
  const row = read({
    customerId: "gid://shopify/Customer/7001",
    email: " Anna@Example.com ",
    points: "120.75",
    expiresAt: "2026-12-31",
    earnedAt: "2026-01-02",
    tier: "VIP Gold",
    tierUntil: "2027-03-31",
    referralCode: "https://shop.example/?ref=ANNA-1&utm=x",
    birthday: "1990-05-27",
  });
  expect(row).toEqual({
    ok: true,
    values: {
      customerId: "7001",
      email: "anna@example.com",
      points: 120n,
      dropped: "75",
      expiresAt: Date.parse("2027-01-01T00:00:00Z"),
      earnedAt: Date.parse("2026-01-02T00:00:00Z"),
      tier: "VIP Gold",
      tierUntil: Date.parse("2027-03-31T23:00:00Z"),
      referralCode: "ANNA-1",
      birthday: { month: 5, day: 27 },
      history: null,
    },
  });
});

test("an address or an id is enough, and no points are 0", () => {
  expect(read({ email: "a@b.example" })).toMatchObject({
    ok: true,
    values: { points: 0n, customerId: null },
  });
  expect(read({ customerId: "'7001.0" })).toMatchObject({ ok: true, values: { customerId: "7001" } });
});

test("a line of history has its day and what it changed", () => {
  const row = read(
    { email: "a@b.example", historyAt: "2025-02-03", historyPoints: "-50", historyReason: "Redeemed £5 off" },
    { kind: "history" },
  );
  expect(row).toMatchObject({
    ok: true,
    values: { points: -50n, history: { at: Date.parse("2025-02-03T00:00:00Z"), reason: "Redeemed £5 off" } },
  });
  expect(faultsOf({ email: "a@b.example" }, { kind: "history" })).toEqual([
    "historyPoints is empty",
    "historyAt is empty",
  ]);
});

describe("every fault of a row is told, each with its column", () => {
  test.each<[Given, string[]]>([
    [{}, ["email is empty"]],
    [{ email: "anna at example" }, ["email is not an e-mail address"]],
    [{ email: "=cmd()@b.example" }, ["email is not an e-mail address"]],
    [
      { customerId: "7.00121E+12" },
      ["customerId was shortened by a spreadsheet, so its last digits are lost"],
    ],
    [{ customerId: "ANNA" }, ["customerId is not a Shopify customer id"]],
    [{ customerId: "0" }, ["customerId is not a Shopify customer id"]],
    [
      { email: "a@b.example", points: "many", expiresAt: "soon", birthday: "31 Feb" },
      ["points is not a number of points", "expiresAt is not a date", "birthday is not a birthday"],
    ],
    [
      { email: "a@b.example", points: "5", expiresAt: "2026-06-30" },
      ["expiresAt is over, so these points are gone already"],
    ],
    [{ email: "a@b.example", referralCode: "https://" }, ["referralCode is not a referral code or link"]],
  ])("%j", (given, faults) => expect(faultsOf(given)).toEqual(faults));

  test("with its value, and what to do", () => {
    expect(read({ email: "a@b.example", points: "many" })).toEqual({
      ok: false,
      faults: [
        {
          column: "points",
          value: "many",
          problem: "is not a number of points",
          mend: 'write digits only, with "." before decimals where there are any',
        },
      ],
    });
  });
});

test("a row shorter than the heading lacks what is missing, and that alone", () => {
  expect(readRow(["", "a@b.example"], TERMS)).toMatchObject({ ok: true, values: { points: 0n } });
});
