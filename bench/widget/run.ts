import type { Browser } from "playwright-core";
import { openBrowser } from "../../tests/helpers/browser.ts";
import { playShopperStates } from "../../tests/helpers/shopper-states.ts";
import { median } from "../judge.ts";
import { weights } from "./bytes.ts";
import { openShops, type Shops } from "./shops.ts";
import { requestsOfDeed, shiftOfLateScript, visit, type Reading, type Visit } from "./visit.ts";

/** One figure, its limit and whether it is kept. */
export interface WidgetResult {
  name: string;
  figure: string;
  limit: string;
  verdict: "PASS" | "FAIL" | "-";
}

const PAGES = [
  { path: "/products/monstera", name: "product" },
  { path: "/pages/rewards", name: "rewards" },
];
/** What the blocks may take of the page's own thread, by how much slower the processor is made: goal P9. */
const MOST_SCRIPT_MS: Record<number, number> = { 1: 5, 4: 20 };

/** What the blocks weigh, and what they do to a page: the same page with and without them, by turns. */
export async function runWidget({ rounds }: { rounds: number }): Promise<WidgetResult[]> {
  const states = await playShopperStates();
  const held = states.find(({ id }) => id === "held");
  if (held === undefined) throw new Error("nobody holds a reward");
  const [browser, shops] = await Promise.all([openBrowser(), openShops(held)]);
  try {
    const answer = { outcome: "redeemed", text: "Done.", member: held.customer?.summary };
    const deed = await requestsOfDeed(browser, shops.with.urls.shopify, answer);
    const results = [
      ...weights().map(({ what, bytes, most }) => kept(what, bytes, { most, unit: "B" })),
      kept("using points: requests to the app", deed, { most: 1, unit: "" }),
    ];
    for (const { path, name } of PAGES)
      for (const signedIn of [false, true]) {
        const who = signedIn ? "member" : "guest";
        const late = await shiftOfLateScript(browser, { shop: shops.with.urls.shopify, path, signedIn });
        results.push(kept(`${name}, ${who}: layout shift, script late`, late, { most: 0, unit: "" }));
        for (const slower of [1, 4]) {
          process.stderr.write(`widget ${name}, ${who}, ${slower}x …\n`);
          const pair = await compare(browser, shops, { path, signedIn, slower }, rounds);
          results.push(...judgePair(`${name}, ${who}, ${slower}x`, pair, slower));
        }
      }
    return results;
  } finally {
    await Promise.all([browser.close(), shops.close()]);
  }
}

interface Pair {
  ours: Reading;
  bare: Reading;
}

async function compare(
  browser: Browser,
  shops: Shops,
  terms: Omit<Visit, "shop">,
  rounds: number,
): Promise<Pair> {
  const readings = { ours: [] as Reading[], bare: [] as Reading[] };
  for (let round = -1; round < rounds; round++) {
    const ours = await visit(browser, { ...terms, shop: shops.with.urls.shopify });
    const bare = await visit(browser, { ...terms, shop: shops.without.urls.shopify });
    // The first of each is slower than any other, and counts for nothing.
    if (round < 0) continue;
    readings.ours.push(ours);
    readings.bare.push(bare);
  }
  return { ours: middle(readings.ours), bare: middle(readings.bare) };
}

function middle(readings: Reading[]): Reading {
  const of = (key: keyof Reading): number => median(readings.map((reading) => reading[key]));
  return {
    requests: of("requests"),
    toApp: of("toApp"),
    largestPaint: of("largestPaint"),
    script: of("script"),
    work: of("work"),
  };
}

function judgePair(name: string, { ours, bare }: Pair, slower: number): WidgetResult[] {
  const told = (what: string, key: keyof Reading): WidgetResult => ({
    name: `${name}: ${what}`,
    figure: `${ours[key].toFixed(1)} ms with, ${bare[key].toFixed(1)} ms without`,
    limit: "-",
    verdict: "-",
  });
  return [
    kept(`${name}: requests to the app`, ours.toApp, { most: 0, unit: "" }),
    kept(`${name}: requests more than without`, ours.requests - bare.requests, { most: 2, unit: "" }),
    kept(`${name}: script time more than without`, ours.script - bare.script, {
      most: MOST_SCRIPT_MS[slower] ?? 0,
      unit: "ms",
    }),
    told("largest paint", "largestPaint"),
    told("all work of the page's thread", "work"),
  ];
}

function kept(name: string, figure: number, { most, unit }: { most: number; unit: string }): WidgetResult {
  const shown = Number.isInteger(figure) ? String(figure) : figure.toFixed(2);
  return {
    name,
    figure: `${shown} ${unit}`.trim(),
    limit: `at most ${most} ${unit}`.trim(),
    verdict: figure <= most ? "PASS" : "FAIL",
  };
}

/** One line a result, columns under each other. */
export function widgetTable(results: WidgetResult[]): string {
  const widths = (["name", "figure", "limit"] as const).map((key) =>
    Math.max(...results.map((result) => result[key].length)),
  );
  const lines = results.map(({ name, figure, limit, verdict }) =>
    [name, figure, limit]
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .concat(verdict)
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}
