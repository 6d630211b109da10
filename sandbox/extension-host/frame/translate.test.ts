import { describe, expect, it } from "vitest";
import { translator } from "./translate.ts";

const TEXTS = {
  hello: "Hello {{name}}",
  deep: { er: "Deeper" },
  points: { one: "{{count}} point", other: "{{count}} points" },
  days: { zero: "today", one: "in a day", other: "in {{count}} days" },
};

describe("shopify.i18n.translate", () => {
  const t = translator(TEXTS, "en");

  it("fills in what is given, and leaves the rest to be seen", () => {
    expect(t("hello", { name: "Ada" })).toBe("Hello Ada");
    expect(t("hello")).toBe("Hello {{name}}");
  });

  it("finds nested texts, and plurals by count", () => {
    expect(t("deep.er")).toBe("Deeper");
    expect([1, 2].map((count) => t("points", { count }))).toEqual(["1 point", "2 points"]);
    expect([0, 1, 5].map((count) => t("days", { count }))).toEqual(["today", "in a day", "in 5 days"]);
  });

  it("takes the plural rules of the texts' own language", () => {
    const arabic = translator(
      { points: { two: "نقطتان", few: "{{count}} نقاط", other: "{{count}} نقطة" } },
      "ar",
    );
    expect([2, 3, 100].map((count) => arabic("points", { count }))).toEqual(["نقطتان", "3 نقاط", "100 نقطة"]);
  });

  it("answers a list where an element is put in", () => {
    const element = { type: "s-link" };
    expect(t("hello", { name: element })).toEqual(["Hello ", element]);
  });

  it.each(["none", "deep", "points"])("throws for %s, which is no text by itself", (key) => {
    expect(() => t(key)).toThrow(`no text "${key}"`);
  });
});
