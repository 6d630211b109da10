import { describe, expect, test } from "vitest";
import { templateDocuments } from "../use-cases/onboarding/template-documents.ts";
import { formatsFor } from "./formats.ts";
import { templateTold } from "./template-told.ts";
import { textsFor } from "./texts.ts";

const SHOP = { currency: "GBP", timezone: "Europe/London" };
const told = (name: string, locale = "en") =>
  templateTold(templateDocuments(SHOP)[name], {
    t: textsFor(locale),
    f: formatsFor({ locale, ...SHOP }),
    locale,
  });

describe("the card of a template", () => {
  test("says what signing up gives, and when points end", () => {
    expect(told("simple-points").points).toEqual([
      "Customers get **50 points** for signing up",
      "All points expire once nothing was earned or redeemed for **12 months**",
    ]);
  });

  test("says what an order gives where it is not by its value", () => {
    expect(told("coffee-visits").points[0]).toBe(
      "An order earns **10 points** on top, if it is worth **£3.00** or more",
    );
  });

  test("calls what is no amount, and tiers, by their names in the reader's language", () => {
    expect(told("coffee-visits").rewards).toContain("**A coffee** for **100 points**");
    expect(told("fashion-tiers", "de").rewards.join()).toContain("**Eine Stunde Stilberatung** für");
    expect(told("fashion-tiers", "zh-CN").rewards.join("\n")).not.toMatch(/stylist|everybody/i);
    expect(told("fashion-tiers").tiers).toEqual({ member: "Member", insider: "Insider", muse: "Muse" });
    expect(told("coffee-visits", "de").tiers).toMatchObject({ guest: "Gast" });
  });
});
