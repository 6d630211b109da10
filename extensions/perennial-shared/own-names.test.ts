import { describe, expect, it } from "vitest";
import { ownActivityName, ownRewardName, tierName } from "./own-names.ts";

const PROGRAMME = { texts: { de: { tiers: { gold: "Goldkreis" }, rewards: { ship: "Frei Haus" } } } };

describe("the merchant's own names", () => {
  it("are those of the language, else the app's", () => {
    expect(ownRewardName(PROGRAMME, "de-AT", "ship")).toBe("Frei Haus");
    expect(tierName(PROGRAMME, "de", { id: "gold", name: "gold" })).toBe("Goldkreis");
    expect(tierName(PROGRAMME, "fr", { id: "gold", name: "gold" })).toBe("Gold");
    expect(ownRewardName(PROGRAMME, "fr", "ship")).toBeNull();
    expect(ownActivityName(PROGRAMME, "de", "review")).toBeNull();
  });

  it.each(["constructor", "toString", "__proto__"])("of something called %s is none", (id) => {
    expect(ownRewardName(PROGRAMME, "de", id)).toBeNull();
    expect(tierName(PROGRAMME, "de", { id, name: "Its own" })).toBe("Its own");
  });
});
