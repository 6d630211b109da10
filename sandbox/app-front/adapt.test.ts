import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adaptHeaders, REAL_APP_BRIDGE, TextReplacer } from "./adapt.ts";

const addresses = {
  sandboxOrigin: "http://localhost:4000",
  frontOrigin: "http://localhost:4001",
  shop: "perennial-demo.myshopify.com",
};
const BRIDGE = "http://localhost:4000/sandbox/assets/app-bridge.js";

function adapted(name: string, value: string): string | undefined {
  return adaptHeaders([name, value], addresses)[1];
}

describe("headers", () => {
  test("the sandbox may frame the app, beside those who may already", () => {
    const policy = "frame-ancestors https://perennial-demo.myshopify.com https://admin.shopify.com;";
    expect(adapted("Content-Security-Policy", policy)).toBe(
      "frame-ancestors https://perennial-demo.myshopify.com https://admin.shopify.com http://localhost:4000;",
    );
  });

  test("an app that may not be framed stays so", () => {
    expect(adapted("Content-Security-Policy", "frame-ancestors 'none';")).toBe("frame-ancestors 'none';");
  });

  test("where scripts of Shopify are allowed, the sandbox's bridge is too", () => {
    expect(
      adapted("content-security-policy", "default-src 'self'; script-src 'self' https://cdn.shopify.com"),
    ).toBe("default-src 'self'; script-src 'self' https://cdn.shopify.com http://localhost:4000");
  });

  test("the preload names the bridge that is loaded", () => {
    expect(adapted("Link", `<${REAL_APP_BRIDGE}>; rel="preload"; as="script";`)).toBe(
      `<${BRIDGE}>; rel="preload"; as="script";`,
    );
  });

  test.each([
    [
      "https://admin.shopify.com/store/perennial-demo/apps/x",
      "http://localhost:4000/store/perennial-demo/apps/x",
    ],
    ["http://127.0.0.1:4001/app?x=1", "/app?x=1"],
    ["/auth/login", "/auth/login"],
    ["https://example.com/", "https://example.com/"],
  ])("a redirect to %s leads to %s", (location, expected) => {
    expect(adapted("Location", location)).toBe(expected);
  });

  test("repeated and other headers pass as they are", () => {
    const raw = ["Set-Cookie", "a=1", "Set-Cookie", "b=2", "X-Other", REAL_APP_BRIDGE];
    expect(adaptHeaders(raw, addresses)).toEqual(raw);
  });
});

describe("replacing a text in a stream", () => {
  test("finds it wherever the chunks are cut, and changes nothing else", () => {
    const piece = fc.constantFrom("ab", "aba", "abac", "c", "é", "<script>", "");
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat(40)), (pieces, cuts) => {
        const text = Buffer.from(pieces.join(""));
        const replacer = new TextReplacer("abac", "[bridge]");
        const edges = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
        const chunks = edges.slice(1).map((end, i) => replacer.push(text.subarray(edges[i], end)));
        const out = Buffer.concat([...chunks, replacer.end()]).toString();
        expect(out).toBe(text.toString().replaceAll("abac", "[bridge]"));
      }),
    );
  });

  test("holds nothing back that cannot be the beginning of it", () => {
    expect(new TextReplacer("abac", "x").push(Buffer.from("hello a")).toString()).toBe("hello ");
    expect(new TextReplacer("abac", "x").push(Buffer.from("hello")).toString()).toBe("hello");
  });
});
