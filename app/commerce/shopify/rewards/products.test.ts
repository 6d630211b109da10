import { describe, expect, test } from "vitest";
import type { AdminApi } from "../admin-api.ts";
import { productsToBuy } from "./products.ts";

/** A shop whose collection number n has n products, from the smallest on. */
function shopWith(collections: number): { api: AdminApi; pages: () => number } {
  let pages = 0;
  const api = async (_shop: string, _document: unknown, { after }: { after?: string | null }) => {
    pages += 1;
    const from = Number(after ?? 0);
    const to = Math.min(from + 250, collections);
    const nodes = Array.from({ length: to - from }, (_, place) => ({
      id: `c${from + place}`,
      productsCount: { count: from + place },
    }));
    return { collections: { nodes, pageInfo: { hasNextPage: to < collections, endCursor: String(to) } } };
  };
  return { api: api as AdminApi, pages: () => pages };
}

const toBuyIn = async (api: AdminApi) => (await productsToBuy(api, "shop")).collections.add;

describe("what counts as anything", () => {
  test("is the hundred largest collections, wherever they stand among the shop's", async () => {
    const added = await toBuyIn(shopWith(600).api);
    expect(added).toEqual(Array.from({ length: 100 }, (_, place) => `c${599 - place}`));
  });

  test("is looked for among the first thousand", async () => {
    const { api, pages } = shopWith(5_000);
    expect((await toBuyIn(api))[0]).toBe("c999");
    expect(pages()).toBe(4);
  });

  test("is every collection with a product where there are few", async () => {
    expect(await toBuyIn(shopWith(3).api)).toEqual(["c2", "c1"]);
  });

  test("is nothing in a shop without any, which says so", async () => {
    await expect(toBuyIn(shopWith(1).api)).rejects.toThrow(/the store has none/);
  });
});
