import { describe, expect, test } from "vitest";
import { toSandboxAddress, withoutLaunchParameters } from "./addresses.ts";

const here = { sandboxOrigin: "http://localhost:4000", shop: "perennial-demo.myshopify.com" };

describe("leading Shopify's addresses to the sandbox", () => {
  test.each([
    ["https://admin.shopify.com/store/perennial-demo/orders/7?a=1", "/store/perennial-demo/orders/7?a=1"],
    ["shopify://admin/customers/7", "/store/perennial-demo/customers/7"],
    ["shopify:admin/products", "/store/perennial-demo/products"],
    ["shopify://admin", "/store/perennial-demo"],
    [
      "https://perennial-demo.myshopify.com/admin/oauth/install?x=1",
      "/store/perennial-demo/oauth/install?x=1",
    ],
    ["https://perennial-demo.myshopify.com/products/pot#reviews", "/products/pot#reviews"],
  ])("%s", (address, expected) => {
    expect(toSandboxAddress(address, here)).toBe(`http://localhost:4000${expected}`);
  });

  test.each([
    "https://example.com/store/perennial-demo",
    "https://other.myshopify.com/admin",
    "https://admin.shopify.com.example.com/store/perennial-demo",
    "/app/members",
    "javascript:alert(1)",
  ])("leaves %s alone", (address) => {
    expect(toSandboxAddress(address, here)).toBeNull();
  });
});

test("a page's address in the admin has the app's own query and nothing the admin added", () => {
  const address =
    "http://localhost:4001/app/members?page=2&embedded=1&host=x&id_token=y&shop=z&hmac=a&timestamp=1&session=b&locale=en";
  expect(withoutLaunchParameters(address)).toBe("/app/members?page=2");
});
