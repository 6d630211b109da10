import type { ThemePicks, ThemeProduct } from "./theme-page.ts";

const LAVENDER = product(511, "Lavender Hidcote", "lavender-hidcote", { price: 850 });
const POT = product(512, "Terracotta pot", "terracotta-pot", { price: 1450 });
const TROWEL = product(
  513,
  "Hand trowel with an ash handle and a blade that stays sharp for many years",
  "hand-trowel",
  {
    price: 1_234_500,
  },
);
const SOIL = product(514, "Peat-free potting compost, 40 litres", "potting-compost", {
  price: 999,
  others: [1499],
  picture: false,
});
const FERN = product(515, "Boston fern", "boston-fern", { price: 2400 });
const GONE = product(516, "Sold out", "purple-coneflower", { soldOut: true });

/** What stands beside a fern: every reason a guest may read, a very long name, no picture, several variants. */
export const BESIDE: ThemePicks = {
  products: [POT, LAVENDER, TROWEL, SOIL, GONE],
  told: {
    v: 1,
    beside: {
      512: { k: "bought-together", w: "501", n: 41, m: 310, id: "beside.501.512.aaaaaaaaaa" },
      511: { k: "popular", n: 1570, m: 30, id: "beside.501.511.aaaaaaaaaa" },
      513: { k: "same-order", w: "501", n: 12, m: 96, id: "beside.501.513.aaaaaaaaaa" },
      514: { k: "similar", w: "501", id: "beside.501.514.aaaaaaaaaa" },
      516: { k: "pinned", id: "beside.501.516.aaaaaaaaaa" },
    },
  },
};

/** What a member is shown: every list, and every reason that is theirs alone. */
export const FOR_YOU: ThemePicks = {
  products: [SOIL, LAVENDER, POT, TROWEL, GONE, FERN],
  told: {
    v: 1,
    due: { 514: { k: "due-again", n: 4, m: 30, at: "2026-10-20T12:00:00Z", id: "due.0.514.aaaaaaaaaa" } },
    again: { 511: { k: "bought-again", n: 3, at: "2026-05-02T12:00:00Z", id: "again.0.511.aaaaaaaaaa" } },
    fresh: {
      512: { k: "bought-together", w: "511", n: 17, m: 204, id: "fresh.0.512.aaaaaaaaaa" },
      513: { k: "new-here", at: "2026-11-02T12:00:00Z", id: "fresh.0.513.aaaaaaaaaa" },
      516: { k: "pinned", id: "fresh.0.516.aaaaaaaaaa" },
    },
    reachable: { 515: { k: "reachable", r: "fern", n: 450, id: "reachable.0.515.aaaaaaaaaa" } },
  },
};

function product(
  id: number,
  title: string,
  handle: string,
  more: Partial<ThemeProduct>,
): Partial<ThemeProduct> {
  return { id, title, handle, picture: true, ...more };
}
