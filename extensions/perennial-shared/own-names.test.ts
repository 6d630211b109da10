import { describe, expect, it } from "vitest";
import { ownActivityName, ownRewardName, ruleName, tierName } from "./own-names.ts";

const GERMAN = {
  tiers: { gold: "Goldkreis" },
  rewards: { ship: "Frei Haus" },
  rules: { "big-basket": "Großer Einkauf" },
};
const PROGRAMME = { texts: { de: GERMAN } };

describe("the merchant's own names", () => {
  it("are those of the language, else the app's", () => {
    expect(ownRewardName(PROGRAMME, "de-AT", "ship")).toBe("Frei Haus");
    expect(tierName(PROGRAMME, "de", { id: "gold", name: "gold" })).toBe("Goldkreis");
    expect(tierName(PROGRAMME, "fr", { id: "gold", name: "gold" })).toBe("Gold");
    expect(ownRewardName(PROGRAMME, "fr", "ship")).toBeNull();
    expect(ownActivityName(PROGRAMME, "de", "review")).toBeNull();
  });

  it("are those of rules, else their ids as words", () => {
    expect(ruleName(PROGRAMME, "de-AT", "big-basket")).toBe("Großer Einkauf");
    expect(ruleName(PROGRAMME, "fr", "big-basket")).toBe("big basket");
    expect(ruleName(null, "de", "new_season")).toBe("new season");
  });

  it.each(["constructor", "toString", "__proto__"])("of something called %s is none", (id) => {
    expect(ownRewardName(PROGRAMME, "de", id)).toBeNull();
    expect(tierName(PROGRAMME, "de", { id, name: "Its own" })).toBe("Its own");
  });
});
