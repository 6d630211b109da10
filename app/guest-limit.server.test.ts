import { expect, test } from "vitest";
import { guestLimit } from "./guest-limit.server.ts";

const TERMS = { ofAShop: 100, ofOne: 10, windowMs: 60_000 };

function asker(limit = guestLimit(TERMS)) {
  return (addresses: string, shop = "1") => limit(shop, new Headers({ "x-forwarded-for": addresses })) === 0;
}

test("one guest cannot use up what a shop's guests may ask", () => {
  const asks = asker();
  const loud = Array.from({ length: 200 }, () => asks("198.51.100.7, 203.0.113.1")).filter(Boolean).length;
  expect(loud).toBe(50);
  const others = Array.from({ length: 10 }, (_, n) => asks(`192.0.2.${n}, 203.0.113.1`));
  expect(others.every(Boolean)).toBe(true);
});

test("a quiet shop holds nobody back, so that guests behind one address are not taken for one too many", () => {
  const asks = asker();
  expect(Array.from({ length: 50 }, () => asks("203.0.113.1")).every(Boolean)).toBe(true);
});

test("whoever makes addresses up leaves others a part of it, and no other shop's guests notice", () => {
  const asks = asker();
  const forged = Array.from({ length: 200 }, (_, n) => asks(`10.0.${n}.1, 198.51.100.7`));
  expect(forged.filter(Boolean)).toHaveLength(80);
  expect(asks("192.0.2.1")).toBe(true);
  expect(asks("10.1.1.1, 198.51.100.7", "2")).toBe(true);
});

test("all guests together ask no more than the shop may, and may again a minute later", () => {
  let now = 0;
  const asks = asker(guestLimit({ ...TERMS, clock: () => now }));
  const asked = () => Array.from({ length: 150 }, (_, n) => asks(`192.0.2.${n}`)).filter(Boolean).length;
  expect(asked()).toBe(100);
  now = 60_001;
  expect(asked()).toBe(100);
});

test("where no address is told, the shop's own measure counts", () => {
  const limit = guestLimit(TERMS);
  const asked = Array.from({ length: 120 }, () => limit("1", new Headers()));
  expect(asked.filter((seconds) => seconds === 0)).toHaveLength(100);
});
