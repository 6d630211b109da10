import { expect, test } from "vitest";
import { checkProgramme } from "../loyalty/programme.ts";
import { programmeTree } from "../loyalty/examples.ts";
import { faultPlace } from "./fault-place.ts";
import { textsFor } from "./texts.ts";

const en = textsFor("en");

test.each([
  ["earning.rules[0].rate.per", "Earning: The rule **purchase**, for every"],
  ["earning.rules[0].rate", "Earning: The rule **purchase**, points"],
  ["earning.rules[1].bonus", "Earning: The rule **2**, bonus"],
  ["earning.rules[0].match.productTags[3]", "Earning: The rule **purchase**, for tags"],
  ["earning.rules[0].nonsense", "Earning: The rule **purchase**"],
  ["earning.exclude.vendors[0]", "Exclusions: Vendors that are left out"],
  ["points.pendingDays", "Points: Days until points are available"],
  ["tiers.levels[7].at", "Tiers: The tier **8**, reached at"],
  ["texts.de.points.one", "Names and languages"],
  ["currency", "General: Currency"],
  ["", "The document"],
  ["line 3", "The document"],
])("%s is %s", (path, place) => {
  const document = { earning: { rules: [{ id: "purchase" }, { id: "" }] }, tiers: { levels: "none" } };
  expect(faultPlace(path, document, en)).toBe(place);
});

test("an entry goes by the name that the document gives it, where it does", () => {
  const document = {
    earning: { rules: [{ id: "big-basket" }, { id: "toString" }] },
    tiers: { levels: [{ id: "gold" }] },
  };
  const names = { rules: { "big-basket": "Large order" }, tiers: [{ id: "gold", name: "Gold leaf" }] };
  const placeOf = (path: string) => faultPlace(path, document, en, names);
  expect(placeOf("earning.rules[0].bonus")).toBe("Earning: The rule **Large order**, bonus");
  expect(placeOf("earning.rules[1].bonus")).toBe("Earning: The rule **toString**, bonus");
  expect(placeOf("tiers.levels[0].at")).toBe("Tiers: The tier **Gold leaf**, reached at");
});

test.each(["en", "de", "zh-CN"])(
  "names in %s whatever the check finds, and no path of the code",
  (locale) => {
    const document = programmeTree({
      currency: "??",
      points: { pendingDays: -1, expiry: { kind: "lots" } },
      earning: { rules: [{ id: "x", on: "order", rate: { points: "many", per: "much" } }] },
      rewards: [{ id: "y", kind: "amount", cost: 0, value: "-" }],
      tiers: { basis: "luck", levels: [{ id: "a", at: "?" }] },
    });
    const check = checkProgramme(document);
    if (check.ok) throw new Error("the document is sound");
    expect(check.faults.length).toBeGreaterThan(5);
    for (const { path } of check.faults)
      expect(faultPlace(path, document, textsFor(locale))).not.toMatch(/[[\]]/);
  },
);
