import { expect, test } from "vitest";
import { adjusted, aShop } from "./example-shop.ts";

test("an adjustment with a key that was used before does nothing, whatever it says and whoever it is for", () => {
  const shop = aShop({});
  shop.at("2026-02-01T12:00:00Z", adjusted(20n, "goodwill-1"));
  expect(shop.at("2026-02-02T12:00:00Z", adjusted(20n, "goodwill-1"))).toEqual({ outcome: "unchanged" });
  expect(shop.at("2026-02-02T12:00:00Z", adjusted(-5n, "goodwill-1", "8"))).toEqual({ outcome: "unchanged" });
  expect(shop.figures()).toEqual({ available: 20n });
  expect(shop.figures("8")).toEqual({ available: 0n });
});
