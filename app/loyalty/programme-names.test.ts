import { describe, expect, test } from "vitest";
import { programmeTree, PURCHASE } from "./examples.ts";
import { differencesBetween } from "./programme-difference.ts";
import { faultText } from "./programme-faults.ts";
import { checkProgramme } from "./programme.ts";
import type { Programme } from "./programme.ts";

const REVIEW = { id: "review", on: "activity:review", bonus: 10 };

function documentWith(texts: unknown): Record<string, unknown> {
  return programmeTree({
    earning: { rules: [PURCHASE, REVIEW] },
    tiers: {
      basis: "spend",
      levels: [
        { id: "bronze", at: "0" },
        { id: "gold", at: "250.00" },
      ],
    },
    rewards: [{ id: "five-off", kind: "amount", cost: 500, value: "5.00" }],
    ...(texts === undefined ? {} : { texts }),
  });
}

function programmeWith(texts: unknown): Programme {
  const check = checkProgramme(documentWith(texts));
  if (!check.ok) throw new Error(check.faults.map(faultText).join("\n"));
  return check.programme;
}

function faultsOf(texts: unknown): string[] {
  const check = checkProgramme(documentWith(texts));
  return check.ok ? [] : check.faults.map(faultText);
}

const GERMAN = {
  points: { one: "Blatt", other: "Blätter" },
  tiers: { bronze: "Bronze", gold: "Gold" },
  rewards: { "five-off": "Fünf Pfund geschenkt" },
  activities: { review: "Eine Bewertung" },
  rules: { purchase: "Einkauf" },
};

describe("the merchant's own names", () => {
  test("are kept by locale, each where it was given", () => {
    const texts = { de: GERMAN, ja: { points: { other: "葉" } }, "zh-CN": { tiers: { gold: "金卡" } } };
    expect(programmeWith(texts).texts).toEqual(texts);
    expect(programmeWith(undefined).texts).toEqual({});
    expect(programmeWith({ de: {} }).texts).toEqual({ de: {} });
  });

  test.each(["de", "zh-CN", "zh-Hant", "zh-Hant-HK", "pt-BR", "es-419", "ar", "fil"])(
    "may be for %s",
    (locale) => {
      expect(faultsOf({ [locale]: {} })).toEqual([]);
    },
  );

  test.each([
    ["DE", "texts.DE: is not how this language is written; write de"],
    ["zh-cn", "texts.zh-cn: is not how this language is written; write zh-CN"],
    [
      "de_DE",
      "texts.de_DE: is not a language; write a language as the shop names it, such as de, pt-BR or zh-CN",
    ],
    [
      "german",
      "texts.german: is a language that is not known; write a language as the shop names it, such as de, pt-BR or zh-CN",
    ],
    [
      "xx",
      "texts.xx: is a language that is not known; write a language as the shop names it, such as de, pt-BR or zh-CN",
    ],
    [
      "de-XX",
      "texts.de-XX: is a language that is not known; write a language as the shop names it, such as de, pt-BR or zh-CN",
    ],
    [
      "de-u-nu-arab",
      "texts.de-u-nu-arab: says more than language, script and region; write a language as the shop names it, such as de, pt-BR or zh-CN",
    ],
    ["", "texts.: is not a language; write a language as the shop names it, such as de, pt-BR or zh-CN"],
  ])("are refused for %j", (locale, fault) => {
    expect(faultsOf({ [locale]: {} })).toEqual([fault]);
  });

  test("are refused for what the programme does not have", () => {
    expect(
      faultsOf({
        de: { tiers: { platin: "Platin" }, rewards: { six: "Sechs" }, activities: { purchase: "Kauf" } },
        fr: { rules: { review: "Un avis" } },
      }),
    ).toEqual([
      "texts.de.tiers.platin: names no level of this programme; correct the id, or remove it",
      "texts.de.rewards.six: names no reward of this programme; correct the id, or remove it",
      "texts.de.activities.purchase: names no rule for an activity of this programme; correct the id, or remove it",
      "texts.fr.rules.review: names no rule other than for activities of this programme; correct the id, or remove it",
    ]);
  });

  test.each([
    [
      { de: { points: { one: "Blatt" } } },
      "texts.de.points.other: is missing; write a text of 1 to 60 characters",
    ],
    [
      { de: { points: { few: "Blätter", other: "Blätter" } } },
      "texts.de.points.few: is a plural that this language does not have; remove it: it has one, other",
    ],
    [
      { de: { points: { dual: "Blätter", other: "Blätter" } } },
      "texts.de.points.dual: is not known here; remove it or correct its name: known are zero, one, two, few, many, other",
    ],
    [
      { de: { names: {} } },
      "texts.de.names: is not known here; remove it or correct its name: known are points, tiers, rewards, activities, rules",
    ],
    [
      { de: { tiers: { gold: "" } } },
      "texts.de.tiers.gold: is empty or too long; write a text of 1 to 60 characters",
    ],
    [
      { de: { tiers: { gold: "x".repeat(61) } } },
      "texts.de.tiers.gold: is empty or too long; write a text of 1 to 60 characters",
    ],
    [
      { de: { tiers: { gold: 7 } } },
      "texts.de.tiers.gold: is not a text; write a text of 1 to 60 characters, in quotes",
    ],
    [{ de: null }, "texts.de: is empty; write keys with their values below it, indented"],
    [[], "texts: does not hold keys of its own; write keys with their values below it, indented"],
    ["de", "texts: does not hold keys of its own; write keys with their values below it, indented"],
  ])("in %j are told what is wrong and how to mend it", (texts, fault) => {
    expect(faultsOf(texts)).toEqual([fault]);
  });

  test("have the plurals of their language: Arabic has six", () => {
    const points = { zero: "نقطة", one: "نقطة", two: "نقطتان", few: "نقاط", many: "نقطة", other: "نقطة" };
    expect(faultsOf({ ar: { points } })).toEqual([]);
  });

  test("are for no more than twenty languages", () => {
    const codes = "af am az be bg bn bs ca cs da de el en es et eu fa fi fr he hi".split(" ");
    expect(faultsOf(Object.fromEntries(codes.map((code) => [code, {}])))).toEqual([
      "texts: has 21 languages; keep it to 20",
    ]);
  });

  test("are a difference, each by itself", () => {
    const before = programmeWith({ de: GERMAN });
    const after = programmeWith({ de: { ...GERMAN, tiers: { bronze: "Bronze", gold: "Goldstück" } } });
    expect(differencesBetween(before, after)).toEqual([
      { path: "texts.de.tiers.gold", kind: "changed", before: "Gold", after: "Goldstück" },
    ]);
    expect(differencesBetween(before, before)).toEqual([]);
    expect(
      differencesBetween(programmeWith(undefined), programmeWith({ ja: { points: { other: "葉" } } })),
    ).toEqual([{ path: "texts.ja.points.other", kind: "added", before: null, after: "葉" }]);
  });
});
