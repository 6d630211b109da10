import { describe, expect, test } from "vitest";
import { aLine, anOrder } from "../examples.ts";
import { openBacktest } from "../backtest/backtest.ts";
import { memberFigures } from "../members.ts";
import { currencyDecimals } from "../money.ts";
import type { Order } from "../order.ts";
import { faultText } from "../programme-faults.ts";
import { oddities } from "../programme-oddities.ts";
import { parseProgrammeText } from "../programme-text.ts";
import type { Programme } from "../programme.ts";
import { DAY, parseInstant } from "../time.ts";
import { findTemplate, templates } from "./templates.ts";

const START = parseInstant("2026-03-02T09:00:00Z");

function programmeOf(name: string, currency = "EUR"): Programme {
  const template = findTemplate(name);
  if (template === null) throw new Error(`no template ${name}`);
  const check = parseProgrammeText(template.text({ currency, timezone: "Europe/Berlin" }));
  if (!check.ok) throw new Error(check.faults.map(faultText).join("\n"));
  return check.programme;
}

describe.each(templates.map(({ name }) => name))("%s", (name) => {
  test.each(["EUR", "USD", "JPY", "KRW", "KWD", "VND", "INR", "CLF"])(
    "is a programme in %s, with nothing odd",
    (currency) => {
      const programme = programmeOf(name, currency);
      expect([programme.currency, programme.timezone]).toEqual([currency, "Europe/Berlin"]);
      expect(oddities(programme)).toEqual([]);
    },
  );

  test("gives back about as much in yen and in dinars as in euros", () => {
    const backIn = (currency: string) => {
      const [reward] = programmeOf(name, currency).rewards.flatMap((reward) =>
        reward.kind === "amount" && reward.value !== null ? [reward.value] : [],
      );
      const euros = { JPY: 100, EUR: 1, KWD: 1 }[currency] ?? 1;
      return Number(reward) / 10 ** currencyDecimals(currency) / euros;
    };
    expect([backIn("JPY"), backIn("KWD")]).toEqual([backIn("EUR"), backIn("EUR")]);
  });

  test("calls its tiers, and rewards that are no amount, by a name in every language of shoppers", () => {
    const { texts, tiers, rewards } = programmeOf(name);
    const levels = tiers?.levels.map(({ id }) => id) ?? [];
    const things = rewards.filter(({ kind }) => ["custom", "exclusive", "donation"].includes(kind));
    expect(Object.keys(texts)).toHaveLength(8);
    for (const names of Object.values(texts)) {
      expect(Object.keys(names.tiers ?? {})).toEqual(levels);
      expect(Object.keys(names.rewards ?? {})).toEqual(things.map(({ id }) => id));
    }
  });

  test("explains itself", () => {
    const text = findTemplate(name)?.text({ currency: "EUR", timezone: "Europe/Berlin" }) ?? "";
    expect(text.split("\n").filter((line) => line.includes("#")).length).toBeGreaterThan(8);
  });
});

/** Plays orders of one customer, a day apart, and says what they have `after` days. */
function played(programme: Programme, orders: Partial<Order>[], after: number) {
  const backtest = openBacktest({
    versions: [{ number: 1, effectiveFrom: 0, programme }],
    product: () => null,
    comesAgain: () => false,
  });
  orders.forEach((order, day) => {
    const at = START + day * DAY;
    const told = anOrder({ id: `${day + 1}`, currency: "EUR", processedAt: at, updatedAt: at, ...order });
    backtest.tell({
      event: { kind: "order", order: told },
      at,
      cause: { eventId: "", actor: "store" },
      nothingBefore: at,
    });
  });
  backtest.finish(START + after * DAY);
  return memberFigures(backtest.book, "7", START + after * DAY);
}

const sold = (cents: bigint): Partial<Order> => ({ lines: [aLine({ price: cents })] });

test("simple-points: a point a euro once the return window is over, and gift cards earn nothing", () => {
  const orders = [sold(4250n), { lines: [aLine({ price: 9900n, giftCard: true })] }];
  expect(played(programmeOf("simple-points"), orders, 1)).toMatchObject({ pending: 42n, available: 0n });
  expect(played(programmeOf("simple-points"), orders, 20)).toMatchObject({ pending: 0n, available: 42n });
});

test("fashion-tiers: two points a euro, more in the upper tiers, a bonus for a whole look and for the first order", () => {
  // 2 x 200 + 100 for the look + 100 for the first; then an insider's 2 x 200 x 1.25 + 100.
  const orders = [sold(20_000n), sold(20_000n), sold(4_000n)];
  expect(played(programmeOf("fashion-tiers"), orders, 60)).toMatchObject({
    available: 600n + 500n + 100n,
    tier: "insider",
  });
});

test("coffee-visits: ten points a visit whatever was drunk, none for a visit too small", () => {
  expect(played(programmeOf("coffee-visits"), [sold(350n), sold(2_000n), sold(290n)], 3)).toMatchObject({
    available: 20n,
    tier: "guest",
  });
  expect(played(programmeOf("coffee-visits"), Array(12).fill(sold(350n)), 12)).toMatchObject({
    available: 120n,
    tier: "regular",
  });
});
