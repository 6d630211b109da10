import { expect, test } from "vitest";
import { checkProgramme } from "../loyalty/programme.ts";
import { programmeTree } from "../loyalty/examples.ts";
import { oddities } from "../loyalty/programme-oddities.ts";
import { deFaults } from "./de-faults.ts";
import { faultWords, inWords } from "./fault-words.ts";
import { textsFor } from "./texts.ts";
import { zhFaults } from "./zh-faults.ts";

const rule = (parts: object) => programmeTree({ earning: { rules: [{ id: "x", on: "order", ...parts }] } });
const reward = (parts: object) =>
  programmeTree({ rewards: [{ id: "x", kind: "amount", cost: 5, value: "5.00", ...parts }] });
const tiers = (parts: object) =>
  programmeTree({ tiers: { basis: "spend", levels: [{ id: "a", at: "0" }], ...parts } });

/** What a form lets somebody type. */
const FAULTY: [string, unknown][] = [
  ["no number", rule({ rate: { points: "many", per: "1.00" } })],
  ["no amount", rule({ rate: { points: 1, per: "much" } })],
  ["nothing for every amount", rule({ rate: { points: 1, per: "0" } })],
  ["too many decimals", rule({ rate: { points: 1, per: "0.001" } })],
  ["points below 0", rule({ bonus: -1 })],
  ["half a point", rule({ bonus: "1.5" })],
  ["no points", rule({ bonus: 0 })],
  ["an empty field", rule({ multiply: "" })],
  [
    "a window that ends before it begins",
    rule({ multiply: "2", from: "2026-02-01T00:00:00Z", to: "2026-01-01T00:00:00Z" }),
  ],
  ["no instant", rule({ multiply: "2", from: "tomorrow" })],
  ["half a limit", rule({ on: "activity:x", bonus: 1, limit: { times: "often" } })],
  ["an unknown period", rule({ on: "activity:x", bonus: 1, limit: { times: 1, per: "week" } })],
  ["an id with a blank", programmeTree({ earning: { rules: [{ id: "a b", on: "signup", bonus: 1 }] } })],
  [
    "the same id twice",
    programmeTree({
      earning: {
        rules: [
          { id: "a", on: "signup", bonus: 1 },
          { id: "a", on: "signup", bonus: 1 },
        ],
      },
    }),
  ],
  ["a day too many", programmeTree({ points: { pendingDays: 9999 } })],
  ["no whole day", programmeTree({ points: { pendingDays: "1.5" } })],
  ["no notice", programmeTree({ points: { notice: { days: [] } } })],
  ["no name", programmeTree({ programme: "" })],
  ["a name with a control character", programmeTree({ programme: "a\u0000" })],
  ["no zone", programmeTree({ timezone: "Mars" })],
  ["no cost", reward({ cost: undefined })],
  ["no value", reward({ value: undefined })],
  ["more than everything", programmeTree({ rewards: [{ id: "x", kind: "percent", cost: 5, value: "101" }] })],
  ["a level that there is not", reward({ tiers: ["platinum"] })],
  [
    "levels that fall",
    tiers({
      levels: [
        { id: "a", at: "0" },
        { id: "b", at: "0" },
      ],
    }),
  ],
  ["a first level above 0", tiers({ levels: [{ id: "a", at: "5" }] })],
  ["no levels", tiers({ levels: [] })],
  ["a perk for nobody", programmeTree({ perks: [{ id: "x", kind: "member-price", percent: "10" }] })],
  [
    "a perk on nothing",
    programmeTree({ perks: [{ id: "x", kind: "exclusive", customerTags: ["a"], match: {} }] }),
  ],
  ["a name too long", programmeTree({ texts: { de: { points: { other: "x".repeat(61) } } } })],
  ["a plural without the rest", programmeTree({ texts: { de: { points: { one: "Blatt" } } } })],
  ["an unknown language", programmeTree({ texts: { xx: {} } })],
  ["a name for what is not there", programmeTree({ texts: { de: { rewards: { gone: "x" } } } })],
  ["an unknown key", programmeTree({ pints: 1 })],
  [
    "a product that is no number",
    programmeTree({ earning: { rules: [], exclude: { productIds: ["bench"] } } }),
  ],
];

test.each(FAULTY)("of %s a form can tell in German and in Chinese", (_, document) => {
  const check = checkProgramme(document);
  if (check.ok) throw new Error("this document is sound");
  for (const { problem, mend } of check.faults)
    for (const table of [deFaults, zhFaults])
      for (const said of [problem, mend]) expect([said, inWords(said, table)]).not.toEqual([said, said]);
});

test("what is odd is told in German and in Chinese too", () => {
  const check = checkProgramme(
    programmeTree({
      effectiveFrom: "2026-06-01T00:00:00Z",
      earning: {
        exclude: { productTags: ["a"] },
        rules: [
          { id: "one", on: "order", rate: { points: 1, per: "1.00" } },
          { id: "two", on: "order", rate: { points: 1, per: "1.00" } },
          { id: "three", on: "order", multiply: "1", match: { productTags: ["a"] } },
          { id: "four", on: "order", multiply: "0", to: "2026-01-01T00:00:00Z" },
        ],
      },
      tiers: {
        basis: "spend",
        levels: [
          { id: "a", at: "0", multiplier: "2" },
          { id: "b", at: "5.00" },
        ],
      },
      rewards: [
        { id: "x", kind: "amount", cost: 1, value: "5.00", tiers: ["a"] },
        { id: "y", kind: "percent", cost: 1, value: "100", to: "2026-01-01T00:00:00Z" },
      ],
      perks: [{ id: "z", kind: "gift", product: "p", tiers: ["a"] }],
    }),
  );
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  const notes = oddities(check.programme);
  expect(notes.length).toBeGreaterThan(8);
  for (const { problem, mend } of notes)
    for (const said of [problem, mend])
      for (const table of [deFaults, zhFaults])
        expect([said, inWords(said, table)]).not.toEqual([said, said]);
});

test("is told in two sentences, with what was typed as it was typed", () => {
  const fault = { path: "a", problem: 'is "<b>", which is no time zone', mend: "write one of a, b" };
  expect(faultWords(fault, textsFor("de"))).toBe(
    'Ist "<b>", und das ist keine Zeitzone. Wählen Sie eines von a, b.',
  );
  expect(faultWords(fault, textsFor("en"))).toBe('Is "<b>", which is no time zone. Write one of a, b.');
  expect(faultWords({ ...fault, problem: "was never said before" }, textsFor("de"))).toContain(
    "Was never said before.",
  );
});
