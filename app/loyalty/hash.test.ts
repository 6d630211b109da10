import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { adjusted, aShop } from "./example-shop.ts";
import { hashOf } from "./hash.ts";

/** As anybody could write it down from the description alone. */
const DOCUMENTED =
  '[1,"example-7",2,"adjust:b","adjust",1770033600000,["event-1","example"],1,' +
  '{"kind":"adjust","points":"-5","reason":"goodwill"},[["available","adjustments","5","adjust:a",null]]]';

test("a hash is SHA-256 over the hash before, a line feed and the canonical form", () => {
  const shop = aShop({});
  shop.at("2026-02-01T12:00:00Z", adjusted(20n, "a"));
  shop.at("2026-02-02T12:00:00Z", adjusted(-5n, "b"));
  const [first, second] = shop.book.journal;
  const expected = createHash("sha256").update(`${first?.hash}\n${DOCUMENTED}`).digest("hex");
  expect(second?.hash).toBe(expected);
});

test("two transactions that differ in nothing but what went before have different hashes", () => {
  const shop = aShop({});
  shop.at("2026-02-01T12:00:00Z", adjusted(20n, "a"));
  const [first] = shop.book.journal;
  if (first === undefined) throw new Error("nothing was posted");
  expect(hashOf({ ...first, previousHash: "0".repeat(64) }, "example-7")).not.toBe(first.hash);
});
