import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { createContext, runInContext } from "node:vm";
import { describe, expect, test } from "vitest";

/** What Shopify's command line bundles with. `npm test` installs it; whoever runs one file alone may not have it. */
const BUNDLER = fileURLToPath(new URL("../tools/node_modules/esbuild", import.meta.url));

interface Bundler {
  buildSync(options: object): { outputFiles: { text: string }[] };
}

/** What Shopify compiles: one script, in a machine that has the language and nothing else. */
function bundled(extension: string): string {
  const { buildSync } = createRequire(import.meta.url)(BUNDLER) as Bundler;
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(`../extensions/${extension}/src/index.ts`, import.meta.url))],
    ...{
      bundle: true,
      write: false,
      minify: true,
      format: "iife",
      globalName: "functions",
      target: "es2022",
    },
  });
  return outputFiles[0]?.text ?? "";
}

const CONFIGURATION = {
  ...{ v: 1, at: 0, next: null, tiers: {} },
  perks: [
    {
      id: "p",
      kind: "member-price",
      tiers: [],
      customerTags: ["vip"],
      match: null,
      from: null,
      to: null,
      percent: "10",
    },
    { id: "v", kind: "exclusive", tiers: ["gold"], customerTags: [], match: null, from: null, to: null },
  ],
};
const OWNER = { metafield: { jsonValue: CONFIGURATION } };
const PRODUCT = {
  ...{ id: "gid://shopify/Product/1", title: "Mug", isGiftCard: false, vendor: null, productType: null },
  ...{ hasTags: [], inCollections: [] },
};
const LINE = {
  id: "gid://shopify/CartLine/1",
  cost: { subtotalAmount: { amount: "20.0" } },
  merchandise: { __typename: "ProductVariant", product: PRODUCT },
};
const INPUT = {
  cart: {
    buyerIdentity: {
      isAuthenticated: true,
      customer: { metafield: null, hasTags: [{ tag: "vip", hasTag: true }] },
    },
    lines: [LINE],
    retailLocation: null,
  },
  ...{ discount: OWNER, validation: OWNER, buyerJourney: { step: "CHECKOUT_COMPLETION" } },
  ...{ localization: { language: { isoCode: "ZH_TW" } }, presentmentCurrencyRate: "1.0" },
  shop: { localTime: { dateTimeAfter: false } },
};

describe.skipIf(!existsSync(BUNDLER)).each([
  ["perennial-discount", "cartLinesDiscountsGenerateRun", '"percentage":{"value":"10"}'],
  ["perennial-validation", "cartValidationsGenerateRun", '"target":"$.cart"'],
])("%s", (extension, name, answer) => {
  test("runs where there is nothing but the language: no network, no clock, no words of other languages", () => {
    const machine = createContext({ input: JSON.stringify(INPUT) });
    runInContext("delete globalThis.Intl; delete globalThis.Date; delete Math.random;", machine);
    runInContext(`${bundled(extension)}; globalThis.functions = functions`, machine);
    const output: unknown = runInContext(`JSON.stringify(functions.${name}(JSON.parse(input)))`, machine);
    expect(output).toContain(answer);
  });

  test("is small: Shopify takes no more than 256 kB, machine included", () => {
    expect(gzipSync(bundled(extension)).length).toBeLessThan(8_000);
  });
});
