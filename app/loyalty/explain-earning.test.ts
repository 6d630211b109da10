import { describe, expect, it } from "vitest";
import { evaluateOrder } from "./earning.ts";
import {
  aLine,
  anOrder,
  aProgramme,
  aRefund,
  aRefundLine,
  programmeWith,
  PURCHASE,
  termsOf,
} from "./examples.ts";
import { ENGLISH, explainEarning } from "./explain-earning.ts";
import type { EarningWords } from "./explain-earning.ts";
import { fractionOfDecimal } from "./fraction.ts";
import type { OrderLine } from "./order.ts";
import type { Programme } from "./programme.ts";

const SUMMER = { id: "10", tags: ["summer"] };
const summer = { id: "summer", on: "order", multiply: "2", match: { productTags: ["summer"] } };

interface Member {
  firstOrder?: boolean;
  tier?: [id: string, times: string];
}

function explain(lines: OrderLine[], programme: Programme, member: Member = {}): string {
  const [tierId, times] = member.tier ?? [null, "1"];
  const terms = { ...termsOf(programme, [SUMMER]), tierId, tierMultiplier: fractionOfDecimal(times) };
  const { explanation } = evaluateOrder(anOrder({ lines }), terms);
  return explainEarning(explanation, { firstOrder: member.firstOrder ?? false });
}

describe("the sentence", () => {
  const other = { productId: "11" };

  it("is the arithmetic of the order", () => {
    expect(explain([aLine({ ...other, price: 12000n })], aProgramme())).toBe("120.00 x 1 point = 120");
  });

  it("names the level where it multiplies, and only there", () => {
    const lines = [aLine({ ...other, price: 12000n })];
    expect(explain(lines, aProgramme(), { tier: ["silver", "1.25"] })).toBe(
      "120.00 x 1 point x 1.25 (silver) = 150",
    );
    expect(explain(lines, aProgramme(), { tier: ["bronze", "1"] })).toBe("120.00 x 1 point = 120");
  });

  it("says what it rounded", () => {
    expect(explain([aLine({ ...other, price: 2150n })], aProgramme())).toBe(
      "21.50 x 1 point = 21.5, rounded down to 21",
    );
  });

  it("adds up lines that earn alike and tells the others apart", () => {
    const lines = [
      aLine({ price: 3000n }),
      aLine({ id: "2", ...other, price: 4000n }),
      aLine({ id: "3", ...other, price: 550n }),
    ];
    expect(explain(lines, programmeWith([summer]))).toBe(
      "30.00 x 1 point x 2 (summer) = 60; 45.50 x 1 point = 45.5; together 105.5, rounded down to 105",
    );
  });

  it("names the money a rate goes by unless it is one unit", () => {
    const rules = [{ id: "rate", on: "order", rate: { points: 3, per: "2.00" } }];
    expect(explain([aLine({ price: 1000n })], aProgramme({ earning: { rules } }))).toBe(
      "10.00 x 3 points per 2.00 = 15",
    );
    const yen = [{ id: "rate", on: "order", rate: { points: 1, per: "100" } }];
    expect(explain([aLine({ price: 5000n })], aProgramme({ currency: "JPY", earning: { rules: yen } }))).toBe(
      "5000 x 1 point per 100 = 50",
    );
  });

  it("adds bonuses, that of the first order where it is the first", () => {
    const programme = programmeWith([
      { id: "big-basket", on: "order", bonus: 50 },
      { id: "first", on: "first-order", bonus: 100 },
    ]);
    const lines = [aLine({ price: 10000n })];
    expect(explain(lines, programme)).toBe("100.00 x 1 point = 100; + 50 (big-basket); in all 150");
    expect(explain(lines, programme, { firstOrder: true })).toBe(
      "100.00 x 1 point = 100; + 50 (big-basket); + 100 (first); in all 250",
    );
  });

  it("can be nothing but a bonus, or nothing", () => {
    const bonus = { id: "thanks", on: "order", bonus: 5 };
    expect(explain([aLine()], aProgramme({ earning: { rules: [bonus] } }))).toBe("+ 5 (thanks); in all 5");
    expect(explain([aLine({ giftCard: true })], programmeWith([bonus]))).toBe(
      "nothing in this order earns points",
    );
  });

  it("can be said in other words", () => {
    const german: EarningWords = {
      ...ENGLISH,
      points: (count) => (count === "1" ? "1 Punkt" : `${count} Punkte`),
      per: (rate, money) => `${rate} je ${money}`,
      roundedDown: (sum, points) => `${sum}, abgerundet ${points}`,
      together: (points) => `zusammen ${points}`,
      inAll: (points) => `insgesamt ${points}`,
      nothing: "Nichts in dieser Bestellung bringt Punkte",
    };
    const { explanation } = evaluateOrder(
      anOrder({ lines: [aLine({ price: 250n })] }),
      termsOf(aProgramme()),
    );
    expect(explainEarning(explanation, { firstOrder: false }, german)).toBe(
      "2.50 x 1 Punkt = 2.5, abgerundet 2",
    );
  });
});

describe("the explanation", () => {
  it("tells of every line which rules fit, which counted, and why it is worth nothing", () => {
    const programme = aProgramme({
      earning: {
        exclude: { vendors: ["Consigned"] },
        rules: [PURCHASE, summer, { id: "all", on: "order", multiply: "1.5" }],
      },
    });
    const lines = [
      aLine({ title: "Shirt" }),
      aLine({ id: "2", productId: "11" }),
      aLine({ id: "3", vendor: "Consigned" }),
      aLine({ id: "4", giftCard: true }),
      aLine({ id: "5", tip: true }),
      aLine({ id: "6" }),
    ];
    const refunds = [aRefund({ lines: [aRefundLine({ lineId: "6" })] })];
    const { explanation } = evaluateOrder(anOrder({ lines, refunds }), termsOf(programme, [SUMMER]));
    expect(explanation.lines).toMatchObject([
      {
        line: "1",
        title: "Shirt",
        value: "10.00",
        fits: ["purchase", "summer", "all"],
        counted: ["purchase", "summer"],
      },
      { value: "10.00", fits: ["purchase", "all"], counted: ["purchase", "all"], nothing: null },
      {
        value: "0.00",
        fits: [],
        counted: [],
        nothing: { kind: "excluded", key: "vendors", value: "Consigned" },
      },
      { nothing: { kind: "gift-card" } },
      { nothing: { kind: "tip" } },
      { nothing: { kind: "refunded" } },
    ]);
  });

  it("is plain data that JSON keeps, and honest about what no decimal can say", () => {
    const lines = [aLine({ price: 6000n }), aLine({ id: "2", productId: "11", price: 3000n })];
    const refunds = [aRefund({ discrepancy: -1000n })];
    const { explanation } = evaluateOrder(
      anOrder({ lines, refunds }),
      termsOf(programmeWith([summer]), [SUMMER]),
    );
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    expect(explanation).toMatchObject({ value: "80.00", sum: "133.33…", ratePoints: "133" });
    expect(explanation.terms[0]).toMatchObject({ value: "53.33…", earned: "106.66…" });
  });
});
