import { expect, it } from "vitest";
import { MOST_SCRIPT_BYTES, pageWeights } from "../bench/admin/weights.ts";
import { buildIfStale } from "../bin/build-if-stale.ts";

it(
  "no page of the admin loads more than 300 kB of script above Polaris itself",
  { timeout: 120_000 },
  async () => {
    await buildIfStale();
    const weights = pageWeights();
    expect(weights.map(({ page }) => page)).toContain("app._index");
    expect(weights.filter(({ bytes }) => bytes > MOST_SCRIPT_BYTES)).toEqual([]);
    // Were Polaris not a chunk of its own, all of this would count it as ours, or none of it.
    expect(weights.every(({ bytes, withPolaris }) => withPolaris - bytes > 50_000)).toBe(true);
  },
);
