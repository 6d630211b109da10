import { expect, test } from "vitest";
import { Bucket } from "./throttle.ts";

const LIMITS = { maximumAvailable: 1000, restoreRate: 50 };

function bucketAt(start: number) {
  let now = start;
  const bucket = new Bucket(() => now);
  return { bucket, pass: (milliseconds: number) => (now += milliseconds) };
}

test("refuses what the bucket does not hold, and holds it again after the announced time", () => {
  const { bucket, pass } = bucketAt(0);
  expect(bucket.reserve(900, LIMITS)).toBe(true);
  expect(bucket.reserve(200, LIMITS)).toBe(false);
  expect(bucket.status(LIMITS).currentlyAvailable).toBe(100);
  pass(1000 * ((200 - 100) / LIMITS.restoreRate));
  expect(bucket.reserve(200, LIMITS)).toBe(true);
});

test("takes out only what a query really cost", () => {
  const { bucket } = bucketAt(0);
  bucket.reserve(800, LIMITS);
  bucket.giveBack(750);
  expect(bucket.status(LIMITS)).toEqual({ ...LIMITS, currentlyAvailable: 950 });
});

test("never holds more than its size", () => {
  const { bucket, pass } = bucketAt(0);
  bucket.reserve(10, LIMITS);
  pass(3_600_000);
  expect(bucket.status(LIMITS).currentlyAvailable).toBe(1000);
});
