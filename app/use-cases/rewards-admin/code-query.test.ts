import { expect, test } from "vitest";
import { codeAddress, readCodeQuery } from "./code-query.ts";

const read = (address: string) => readCodeQuery(new URLSearchParams(address));

test.each([
  "",
  "state=making%2Cwaiting",
  "reward=five-off&days=2026-01-01..",
  "days=..2026-03-31&query=ABCDE-1",
])("the address %j says the same after it was read", (address) => {
  expect(codeAddress(read(address)).toString()).toBe(address);
});

test.each(["state=lost", "days=..", "days=2026-01-01", "days=1..2..3", "days=2026-02-40.."])(
  "what cannot be read is left out: %s",
  (address) => {
    expect(codeAddress(read(address)).size).toBe(0);
  },
);
