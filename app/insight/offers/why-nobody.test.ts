import { expect, test } from "vitest";
import { chooseOffer, withinBudget, type Choice, type Policy } from "./choose-offer.ts";
import { unusedChoices } from "./why-nobody.ts";

const CODE: Choice = { id: "five-off", kind: "reward", cost: 500 };
const SMALL: Choice = { id: "two-off", kind: "reward", cost: 200 };
const POINTS: Choice = { id: "points:300", kind: "points", cost: 300 };

interface Case {
  choices: Choice[];
  policy?: Policy;
  /** What an order is worth; half of it is at risk, and a tenth of that may an offer cost. */
  orderValue?: number;
  /** How likely their next order is a discounted one. */
  estimate?: number;
  budget?: number;
  isGiven?: (memberId: string) => boolean;
}

function unused({ choices, policy = "personal", orderValue = 10_000, estimate = 0.1, ...rest }: Case) {
  const { budget = 100_000, isGiven = () => true } = rest;
  const terms = { choices, policy, generosity: 1_000, tried: [], seedOf: Number };
  const offers = ["7", "8"].flatMap((memberId) => {
    const sensitivity = { orders: 8, discounted: 0, estimate };
    const prospect = { memberId, expected: 0, risk: 0.5, orderValue, sensitivity };
    return chooseOffer(prospect, terms) ?? [];
  });
  const { reached } = withinBudget(offers, { budget, policy, isGiven });
  return unusedChoices(choices, { offers, reached, isGiven }).map(({ choice, why }) => [choice.id, why]);
}

test("a code goes to nobody where all who could get it buy at the full price", () => {
  expect(unused({ choices: [CODE, POINTS] })).toEqual([["five-off", "full-price"]]);
});

test("points go to nobody where all who could get them wait for lower prices", () => {
  expect(unused({ choices: [CODE, POINTS], estimate: 0.9 })).toEqual([["points:300", "lower-prices"]]);
});

test("what costs more than anybody's part goes to nobody", () => {
  expect(unused({ choices: [CODE, POINTS], orderValue: 9_000 })).toEqual([["five-off", "too-dear"]]);
});

test("a smaller code goes to nobody where all get the larger one", () => {
  expect(unused({ choices: [CODE, SMALL] })).toEqual([["two-off", "larger"]]);
});

test("where all get the same, what was ticked after the first goes to nobody", () => {
  expect(unused({ choices: [CODE, POINTS], policy: "same" })).toEqual([["points:300", "first-only"]]);
});

test("where nobody is given anything, no single choice is to blame", () => {
  expect(unused({ choices: [CODE, POINTS], budget: 100 })).toEqual([]);
  expect(unused({ choices: [CODE, POINTS], isGiven: () => false })).toEqual([]);
});

test("what is given to somebody is not among them", () => {
  expect(unused({ choices: [POINTS] })).toEqual([]);
});
