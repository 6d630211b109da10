import { expect, test } from "vitest";
import { formatsFor } from "../../texts/formats.ts";
import { textsFor } from "../../texts/texts.ts";
import type { Reason } from "../../use-cases/insight/show-predictions.ts";
import { reasonText } from "./reason-words.ts";

const t = textsFor("en");
const f = formatsFor({ locale: "en", currency: "GBP", timezone: "UTC" });
const facts = { raises: true, by: 1, silentDays: 152, purchases: 3, usualGap: 13, spend: 40 } as const;
const said = (reason: Pick<Reason, "kind"> & Partial<Reason>) => reasonText({ ...facts, ...reason }, t, f);

test("silence is held against a pace where there is one, whichever way it points", () => {
  expect(said({ kind: "silence" })).toBe("No order for 152 days; until then one every 13 or so");
  expect(said({ kind: "silence", raises: false, usualGap: 160 })).toBe(
    "Last order 152 days ago; usually one every 160 or so",
  );
  expect(said({ kind: "silence", usualGap: null })).toBe("Last order 152 days ago");
});
