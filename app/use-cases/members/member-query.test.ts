import { expect, test } from "vitest";
import { asksForEverybody, filterAddress, memberAddress, readMemberQuery } from "./member-query.ts";

const read = (address: string) => readMemberQuery(new URLSearchParams(address));

test.each([
  "",
  "tier=silver%2Cgold",
  "balance=100..500",
  "balance=100..&earned=..9000",
  "has=pending%2Cowed&active=30",
  "quiet=90&since=2026-01-01..2026-03-31",
  "ending=30&standing=blocked&birthday=5&language=de%2Cfr",
  "reward=unused&redeemed=never&sort=balance+asc&query=Anna",
  "ids=7%2C8",
])("the address %j says the same after it was read", (address) => {
  expect(memberAddress(read(address)).toString()).toBe(address);
});

test.each([
  "tier=%2C%2C",
  "balance=many..",
  "balance=1..2..3",
  "balance=..",
  "has=everything",
  "active=0",
  "active=-3",
  "since=2026-13-01..",
  "ending=99999",
  "standing=asleep",
  "birthday=13",
  "language=%3Cscript%3E",
  "reward=yes",
  "ids=-5%2C0%2Cseven",
  "sort=name",
])("what cannot be read is left out: %s", (address) => {
  expect(asksForEverybody(read(address))).toBe(true);
});

test("a search is no longer than somebody reads, and stands apart from what a view keeps", () => {
  const query = read(`query=${"x".repeat(10_000)}&tier=gold`);
  expect(query.search).toHaveLength(100);
  expect(filterAddress(query).toString()).toBe("tier=gold");
});

test("an order of the list asks for nobody in particular", () => {
  expect(asksForEverybody(read("sort=earned+asc"))).toBe(true);
  expect(asksForEverybody(read("query=a"))).toBe(false);
});
