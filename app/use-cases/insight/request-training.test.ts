import { expect, test } from "vitest";
import { isDue } from "./request-training.ts";

const at = (text: string) => Date.parse(text);
const shop = {
  timezone: "Europe/Berlin",
  installedAt: at("2026-11-01T12:00:00Z"),
  askedAt: at("2026-11-21T02:30:00Z"),
  hasGrown: false,
};

test("models are learned once a night, at three by the shop's own clock", () => {
  expect(isDue(shop, at("2026-11-21T20:00:00Z"))).toBe(false);
  expect(isDue(shop, at("2026-11-22T01:59:00Z"))).toBe(false);
  expect(isDue(shop, at("2026-11-22T02:00:00Z"))).toBe(true);
  expect(isDue({ ...shop, timezone: "America/New_York" }, at("2026-11-22T02:00:00Z"))).toBe(true);
  expect(isDue({ ...shop, timezone: "Asia/Shanghai" }, at("2026-11-21T18:59:00Z"))).toBe(false);
});

test("a new shop waits for its first night, unless it takes in its past", () => {
  const fresh = { ...shop, installedAt: at("2026-11-22T10:00:00Z"), askedAt: null };
  expect(isDue(fresh, at("2026-11-22T11:00:00Z"))).toBe(false);
  expect(isDue({ ...fresh, hasGrown: true }, at("2026-11-22T11:00:00Z"))).toBe(true);
  expect(isDue(fresh, at("2026-11-23T02:00:00Z"))).toBe(true);
});
