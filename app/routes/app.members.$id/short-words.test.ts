import { expect, test } from "vitest";
import type { Debt } from "../../loyalty/programme.ts";
import { formatsFor } from "../../texts/formats.ts";
import { textsFor } from "../../texts/texts.ts";
import { shortWords } from "./short-words.ts";

const said = (taken: bigint, debt: Debt, held = "0") =>
  shortWords(
    taken,
    { figures: { available: "911", held, owed: "0" }, debt },
    { t: textsFor("en"), f: formatsFor({ locale: "en", currency: "GBP", timezone: "UTC" }) },
  );

test("taking more than there is says how many become owed, by the programme in force", () => {
  expect(said(911n, "owe")).toBeNull();
  expect(said(5000n, "owe")).toBe("Only 911 are available. **4,089 points** more will be owed.");
});

test("or how many are forgiven, beyond what held points can still pay", () => {
  expect(said(5000n, "forgive")).toBe("Only 911 are available. Your programme forgives **4,089 points**.");
  expect(said(5000n, "forgive", "89")).toBe(
    "Only 911 are available. **89 points** more will be owed. Your programme forgives **4,000 points**.",
  );
});
