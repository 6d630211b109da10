import { defineConfig } from "vitest/config";

/** What Shopify draws: tested with its own tester, which plays the platform in a document. */
const UI_EXTENSIONS = ["extensions/perennial-{account,admin,checkout,pos,shared}/**/*.test.{ts,tsx}"];
const NEVER = ["**/node_modules/**", "build/**", "tools/**"];

/**
 * Files of a worker share what they import: reading the app anew for each takes as long as the tests themselves. Whoever
 * changes something global puts it back.
 */
const TOGETHER = { isolate: false };

export default defineConfig({
  test: {
    // Two at a time: a database in the process weighs, and so does a browser.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["{app,sandbox,extensions,bin,bench,tests}/**/*.test.{ts,tsx}"],
          exclude: [...NEVER, ...UI_EXTENSIONS, "tests/flow/**", "tests/faults/**", "tests/browser/**"],
          setupFiles: ["tests/support/seed.ts"],
          testTimeout: 60_000,
          ...TOGETHER,
        },
      },
      {
        test: {
          name: "extensions",
          include: UI_EXTENSIONS,
          environment: "jsdom",
          server: { deps: { inline: [/ui-extensions-tester/] } },
        },
      },
      {
        test: {
          name: "flow",
          include: ["tests/{flow,faults}/**/*.test.ts"],
          // Shopify's library keeps the fetch that it finds when it is loaded, which one file does for all.
          setupFiles: ["sandbox/lead-here.mjs", "tests/support/seed.ts"],
          globalSetup: ["tests/support/prepare-server.ts"],
          ...TOGETHER,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/helpers/browser.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000, interval: 100 } },
          // A page that waits for the processor looks like a page that is broken: last, and with patience.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
