import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { order, refund } from "../../tests/support/payloads.ts";
import { backtestFile, type FileBacktest } from "./from-file.ts";

const folder = mkdtempSync(join(tmpdir(), "perennial-backtest-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;

function fileOf(text: string): string {
  const file = join(folder, `${++files}`);
  writeFileSync(file, text);
  return file;
}

const linesOf = (payloads: object[]) => payloads.map((payload) => `${JSON.stringify(payload)}\n`).join("");

function programme(changes: Record<string, unknown> = {}): string {
  return fileOf(
    JSON.stringify({
      programme: "Test",
      currency: "GBP",
      timezone: "Europe/London",
      earning: { rules: [{ id: "purchase", on: "order", rate: { points: 1, per: "1" } }] },
      ...changes,
    }),
  );
}

function backtest(
  orders: object[] | string,
  changes: Record<string, unknown> = {},
  wish: Partial<FileBacktest> = {},
) {
  return backtestFile({
    programme: programme(changes),
    orders: fileOf(typeof orders === "string" ? orders : linesOf(orders)),
    ...{ against: undefined, products: undefined, until: undefined, fromTheBeginning: false, details: true },
    ...wish,
  });
}

const pointsOf = (orders: object[], changes: Record<string, unknown> = {}) =>
  backtest(orders, changes).details?.orders;

describe("a file of orders", () => {
  test("is played in the order in which they were processed, however it is sorted", () => {
    const tiers = {
      basis: "spend",
      levels: [
        { id: "bronze", at: "0" },
        { id: "silver", at: "100.00", multiplier: "2" },
      ],
    };
    const late = order({ id: 2, customer: 7, total: "50.00", at: "2026-03-02T00:00:00Z" });
    const early = order({ id: 1, customer: 7, total: "100.00", at: "2026-03-01T00:00:00Z" });
    expect(pointsOf([late, early], { tiers })).toEqual({ 1: 100, 2: 100 });
    expect(pointsOf([early, late], { tiers })).toEqual({ 1: 100, 2: 100 });
  });

  test("tells of an order more than once: its newest state stands, with every refund", () => {
    const at = "2026-03-01T00:00:00Z";
    const first = order({ id: 1, customer: 7, total: "100.00", at });
    const refunded = order({
      id: 1,
      customer: 7,
      total: "100.00",
      at,
      updatedAt: "2026-03-09T00:00:00Z",
      refunds: [refund({ id: 9, order: 1, lines: [{ subtotal: "30.00" }] })],
    });
    expect(pointsOf([refunded, first])).toEqual({ 1: 70 });
    expect(pointsOf([first, refunded])).toEqual({ 1: 70 });
  });

  test("may have empty lines, other systems' line ends and none at the end", () => {
    const line = (id: number) => JSON.stringify(order({ id, customer: 7, total: "5.00" }));
    expect(backtest(`${line(1)}\r\n\r\n\n${line(2)}`).details?.orders).toEqual({ 1: 5, 2: 5 });
    expect(backtest("").orders).toMatchObject({ told: 0, from: null });
  });

  test("counts guests, test orders and unpaid ones, and gives them nothing", () => {
    const { orders, members, details } = backtest([
      order({ id: 1, customer: null, total: "5.00" }),
      { ...order({ id: 2, customer: 7, total: "5.00" }), test: true },
      order({ id: 3, customer: 7, total: "5.00", status: "pending" }),
      order({ id: 4, customer: 7, total: "5.00" }),
    ]);
    expect(orders).toMatchObject({ told: 4, counting: 1, guests: 1, earning: 1, value: "5.00" });
    expect(members).toEqual({ total: 1, withPoints: 1 });
    expect(details?.orders).toEqual({ 1: 0, 2: 0, 3: 0, 4: 5 });
  });

  test.each<[string, string, string[]]>([
    ["what is no JSON", '{"id": 1\n', ["line 1: is not JSON"]],
    ["what is no order", "[1, 2]\n", ["line 1: is not an order"]],
    [
      "an order without an instant",
      '{"id": 1}\n',
      ["line 1: the order has neither processed_at nor created_at"],
    ],
    ["every bad line, not only the first", `{\n${linesOf([order({ id: 1 })])}7\n`, ["line 1:", "line 3:"]],
    [
      "a line that lacks something",
      linesOf([order({ id: 1 }), { ...order({ id: 2 }), currency: undefined }]),
      ['line 2: "currency" is missing or is no string'],
    ],
    [
      "an order in another currency",
      linesOf([order({ id: 1, currency: "EUR" })]),
      ["line 1: the order is in EUR and the programme in GBP"],
    ],
    [
      "money that the currency does not have",
      linesOf([order({ id: 1, total: "1.005" })]),
      ["line 1: GBP has 2 decimals: 1.005"],
    ],
    [
      "a quantity below 0",
      linesOf([order({ id: 1, lines: [{ price: "1.00", quantity: -1 }] })]),
      ['line 1: "line_items.0.quantity" is below 0'],
    ],
  ])("is refused with the line and the reason: %s", (_, text, reasons) => {
    expect(() => backtest(text)).toThrow();
    try {
      backtest(text);
    } catch (error) {
      const lines = (error as Error).message.split("\n");
      expect(lines).toHaveLength(reasons.length);
      reasons.forEach((reason, index) => expect(lines[index]).toContain(reason));
      expect(lines.every((line) => line.startsWith(folder))).toBe(true);
    }
  });
});

test("a file that is not there, and a programme at fault, are named", () => {
  expect(() => backtest([], {}, { orders: join(folder, "nowhere") })).toThrow(
    /nowhere: there is no such file$/,
  );
  expect(() => backtest([], { pints: 1 })).toThrow(/^\/.*: pints: is not known here; /);
});

describe("amounts come out right", () => {
  const at = "2026-03-01T00:00:00Z";
  test.each<[string, Record<string, unknown>, object, number | string]>([
    [
      "beyond 2^53",
      {},
      order({ id: 1, customer: 7, total: "90071992547409931.99", at }),
      "90071992547409931",
    ],
    [
      "without decimals",
      { currency: "JPY" },
      order({ id: 1, customer: 7, currency: "JPY", total: "1500", at }),
      1500,
    ],
    [
      "with three",
      { currency: "KWD" },
      order({ id: 1, customer: 7, currency: "KWD", total: "7.999", at }),
      7,
    ],
    [
      "with four",
      { currency: "CLF" },
      order({ id: 1, customer: 7, currency: "CLF", total: "2.9999", at }),
      2,
    ],
    [
      "of lines that went below 0 by a refund",
      {},
      order({
        id: 1,
        customer: 7,
        lines: [
          { id: 1, price: "10.00" },
          { id: 2, price: "4.00" },
        ],
        refunds: [refund({ id: 9, order: 1, lines: [{ subtotal: "25.00" }] })],
        at,
      }),
      4,
    ],
    [
      "of lines with a price below 0, which is what a discount by hand looks like",
      {},
      order({
        id: 1,
        customer: 7,
        lines: [
          { id: 1, price: "10.00" },
          { id: 2, price: "-3.00" },
        ],
        at,
      }),
      10,
    ],
    [
      "of five hundred lines, rounded once",
      {},
      order({
        id: 1,
        customer: 7,
        lines: Array.from({ length: 500 }, (_, id) => ({ id: id + 1, price: "0.99" })),
        at,
      }),
      495,
    ],
  ])("%s", (_, changes, payload, points) => {
    expect(pointsOf([payload], changes)).toEqual({ 1: points });
  });

  test("of an order beyond 2^53 that comes twice, its newest state stands", () => {
    const line = (total: string, updatedAt: string) =>
      JSON.stringify(order({ id: 1, customer: 7, total, at, updatedAt })).replace(
        '"id":1,',
        '"id":90071992547409915,',
      );
    const text = [line("5.00", "2026-03-09T00:00:00Z"), line("9.00", at)].join("\n");
    expect(backtest(text).details?.orders).toEqual({ "90071992547409915": 5 });
  });

  test("ids beyond 2^53 stay apart", () => {
    const text = [1, 2]
      .map((n) =>
        JSON.stringify(order({ id: 1, customer: 7, total: `${n}.00`, at })).replace(
          '"id":1,',
          `"id":900719925474099${n}5,`,
        ),
      )
      .join("\n");
    expect(backtest(text).details?.orders).toEqual({ "90071992547409915": 1, "90071992547409925": 2 });
  });
});

describe("the report", () => {
  test("has a month for every month, with what had moved and what stood at its end", () => {
    const { months } = backtest(
      [
        order({ id: 1, customer: 7, total: "100.00", at: "2026-01-31T23:30:00Z" }),
        order({ id: 2, customer: 8, total: "40.00", at: "2026-03-31T23:30:00Z" }),
      ],
      {
        points: { expiry: { kind: "lots", months: 1 }, notice: { required: false } },
        rewards: [{ id: "r", kind: "amount", cost: 100, value: "5.00", minimum: "6.00" }],
      },
    );
    expect(
      months.map(({ month, orders, earned, expired, outstanding, liability, members }) => [
        month,
        orders,
        earned,
        expired,
        outstanding,
        liability,
        members,
      ]),
    ).toEqual([
      ["2026-01", 1, 100, 0, 100, "5.00", 1],
      ["2026-02", 0, 0, 0, 100, "5.00", 1],
      ["2026-03", 0, 0, 100, 0, "0.00", 1],
      // In London it is April by then.
      ["2026-04", 1, 40, 0, 40, "2.00", 2],
    ]);
  });

  test("says what the points may cost, of what was sold", () => {
    const { cost } = backtest([order({ id: 1, customer: 7, total: "200.00" })], {
      rewards: [
        { id: "small", kind: "amount", cost: 100, value: "1.00", minimum: "6.00" },
        { id: "large", kind: "store-credit", cost: 200, value: "5.00" },
        { id: "tenth", kind: "percent", cost: 1, value: "10" },
      ],
    });
    expect(cost).toEqual({
      point: { cost: "0.025", reward: "large" },
      earned: "5.00",
      liability: "5.00",
      share: "2.50",
    });
  });

  test("compares members with another programme", () => {
    const against = programme({ earning: { rules: [{ id: "visit", on: "order", bonus: 30 }] } });
    const { changes } = backtest(
      [order({ id: 1, customer: 7, total: "100.00" }), order({ id: 2, customer: 8, total: "10.00" })],
      {},
      { against },
    );
    expect(changes).toMatchObject({ gain: 1, lose: 1, gained: 70, lost: 20 });
    expect(changes.mostLost).toEqual([{ customer: "8", before: 30, after: 10 }]);
  });

  test("brings out the orders that stand out, with the reasons", () => {
    const usual = Array.from({ length: 30 }, (_, n) =>
      order({ id: n + 1, customer: n + 1, total: "50.00", at: "2026-03-01T00:00:00Z" }),
    );
    const { strangest } = backtest(
      [
        ...usual,
        order({ id: 100, customer: 100, total: "5000.00", at: "2026-03-02T00:00:00Z" }),
        order({ id: 101, customer: 101, total: "0.50", at: "2026-03-03T00:00:00Z" }),
        {
          ...order({ id: 102, customer: 102, total: "60.00", at: "2026-03-04T00:00:00Z" }),
          line_items: [{ id: 1, price: "60.00", quantity: 1, gift_card: true }],
        },
        ...Array.from({ length: 6 }, (_, n) =>
          order({ id: 200 + n, customer: 99, total: "50.00", at: `2026-03-05T0${n}:00:00Z` }),
        ),
      ],
      {
        earning: {
          rules: [
            { id: "purchase", on: "order", rate: { points: 1, per: "1" } },
            { id: "each", on: "order", bonus: 5 },
          ],
        },
      },
    );
    const reasons = Object.fromEntries(
      strangest.map(({ order: id, reasons: [first] }) => [id, first?.reason]),
    );
    expect(reasons).toMatchObject({
      100: "far-above-the-usual",
      101: "many-points-for-its-value",
      102: "nothing-for-much",
      200: "many-in-one-day",
    });
    expect(Object.keys(reasons).filter((id) => Number(id) <= 30)).toEqual([]);
    expect(strangest.find(({ order: id }) => id === "102")?.reasons[0]?.words).toBe(
      "60.00 was sold and nothing earned: a gift card",
    );
  });

  test("names twenty at most, and not one kind of them alone", () => {
    const many = Array.from({ length: 40 }, (_, n) =>
      order({ id: n + 1, customer: n + 1, total: n < 30 ? "0.10" : "50.00", at: "2026-03-01T00:00:00Z" }),
    );
    const { strangest } = backtest(many, {
      earning: { rules: [{ id: "purchase", on: "order", rate: { points: 1, per: "50" } }] },
    });
    expect(strangest.length).toBeLessThanOrEqual(20);
  });

  test("counts orders from before the programme begins for nothing and says so, unless it is to be looked at as if it always was", () => {
    const orders = [order({ id: 1, customer: 7, total: "10.00", at: "2025-06-01T00:00:00Z" })];
    const starts = { effectiveFrom: "2026-01-01T00:00:00Z" };
    const honoured = backtest(orders, starts);
    expect([honoured.orders.outside, honoured.points.earned]).toEqual([1, 0]);
    expect(honoured.warnings).toContainEqual(expect.stringContaining("--from-the-beginning"));
    expect(backtest(orders, starts, { fromTheBeginning: true }).points.earned).toBe(10);
  });

  test("knows tags only where it is told of products", () => {
    const earning = {
      rules: [
        { id: "purchase", on: "order", rate: { points: 1, per: "1" } },
        { id: "summer", on: "order", multiply: "2", match: { productTags: ["summer"] } },
      ],
    };
    const orders = [order({ id: 1, customer: 7, lines: [{ price: "10.00", product: 11 }] })];
    const products = fileOf(JSON.stringify([{ id: 11, tags: ["summer"] }]));
    expect(backtest(orders, { earning }).points.earned).toBe(10);
    expect(backtest(orders, { earning }).warnings).toContainEqual(expect.stringContaining("--products"));
    expect(backtest(orders, { earning }, { products }).points.earned).toBe(20);
  });
});
