import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addressOf } from "./address.ts";

describe("the platform's own addresses", () => {
  beforeEach(() => vi.stubGlobal("location", { href: "http://localhost:4000/customer-account/profile" }));
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ["extension://perennial-account/", "/customer-account/pages/perennial-account"],
    ["extension:perennial-account/rewards", "/customer-account/pages/perennial-account/rewards"],
    ["shopify:customer-account/orders/5612", "/customer-account/orders/5612"],
    ["shopify://customer-account", "/customer-account/orders"],
    ["shopify:customer-account/login", "/account/login"],
    ["/products/bench", "http://localhost:4000/products/bench"],
    ["https://example.com/", "https://example.com/"],
  ])("%s leads to %s", (url, address) => {
    expect(addressOf(url)).toBe(address);
  });

  it.each(["javascript:alert(1)", "shopify:admin/products"])("%s leads nowhere", (url) => {
    expect(() => addressOf(url)).toThrow("not in the sandbox");
  });
});
