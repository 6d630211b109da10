import { describe, expect, test } from "vitest";
import { readKeep, readSettings } from "./read-settings.ts";
import { FIRST_SETTINGS, readStored, writeSettings } from "./shop-settings.ts";

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

describe("settings as they are typed", () => {
  test("an empty field is no limit, spaces and thousands are understood", () => {
    const read = readSettings(
      form({ defaultRole: "support", supportEach: " 1,000 ", liabilityLimit: "2500.5" }),
      "GBP",
    );
    expect(read).toEqual({
      ok: true,
      change: {
        defaultRole: "support",
        tillRedeems: true,
        limits: { support: { each: 1000n, day: null }, manager: { each: null, day: null } },
        liabilityLimit: 250_050n,
      },
    });
  });

  test.each([
    ["supportEach", "-1"],
    ["supportDay", "many"],
    ["managerEach", "1.5"],
    ["managerDay", "9".repeat(30)],
    ["liabilityLimit", "-5"],
    ["liabilityLimit", "0.001"],
    ["liabilityLimit", "9".repeat(20)],
  ])("%s may not be %s", (field, text) => {
    expect(readSettings(form({ [field]: text }), "GBP")).toEqual({ ok: false, faults: [field] });
  });

  test.each(["owner", "", "root"])("nobody is an owner by default: %j becomes a reader", (defaultRole) => {
    expect(readSettings(form({ defaultRole }), "GBP")).toMatchObject({
      change: { defaultRole: "read-only" },
    });
  });
});

test.each([
  [
    { requests: "30", deadLetters: "", activity: "365", feedback: "730" },
    { requests: 30, deadLetters: null, activity: 365, feedback: 730 },
  ],
  [{ requests: "0" }, null],
  [{ requests: "-1" }, null],
  [{ activity: "99999" }, null],
  [{ deadLetters: "1e3" }, null],
])("to keep things for %j is read as %j", (values, read) => {
  expect(readKeep(form(values as Record<string, string>))).toEqual(read);
});

test("what is stored is read back as it was, and what an older release did not know is as in a new shop", () => {
  const own = { ...FIRST_SETTINGS, liabilityLimit: 999_999_999_999_999n };
  expect(readStored(JSON.parse(JSON.stringify(writeSettings(own))))).toEqual(own);
  expect(readStored({ defaultRole: "manager" })).toEqual({ ...FIRST_SETTINGS, defaultRole: "manager" });
  expect(readStored(null)).toEqual(FIRST_SETTINGS);
  const keep = { requests: 30, deadLetters: null, activity: null };
  expect(readStored({ keep }).keep).toEqual({ ...keep, feedback: FIRST_SETTINGS.keep.feedback });
});
