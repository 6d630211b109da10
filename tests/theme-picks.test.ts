import { describe, expect, it } from "vitest";
import { MEMBER, PROGRAMME, renderBlock, type ThemePage, type ThemePicks } from "./helpers/theme-page.ts";

const POT = { id: 502, title: "Pot & saucer", price: 1200, handle: "pot", picture: true };
const SOIL = { id: 503, title: "Soil", price: 650, handle: "soil" };
const TOGETHER = { k: "bought-together", w: "501", n: 41, m: 1310, id: "beside.501.502.aa" };
const BESIDE: ThemePicks = {
  products: [POT, SOIL],
  told: { v: 1, beside: { 502: TOGETHER, 503: { k: "popular", n: 57, m: 30, id: "beside.501.503.bb" } } },
};
const FERN = { id: 501, title: "Fern", picks: BESIDE };

function goesTogether(page: ThemePage): string {
  return withoutMarks(renderBlock("goes-together", page));
}

/** Elements that only say which way a part of a sentence runs, and which instant it names. */
function withoutMarks(markup: string): string {
  return markup.replaceAll(/<\/?(?:bdi|time)[^>]*>/g, "");
}

function cards(markup: string): string[] {
  return markup.match(/<li class="perennial-pick"[\s\S]*?<\/li>/g) ?? [];
}

function sentence(page: ThemePage, place = 0): string {
  return /<p class="perennial-why">(.*?)<\/p>/.exec(cards(goesTogether(page))[place] ?? "")?.[1] ?? "";
}

describe("what goes together with a product", () => {
  it("stands there with its price and the facts, for guests too", () => {
    const [pot = "", soil = ""] = cards(goesTogether({ product: FERN }));
    expect(pot).toContain("Pot &amp; saucer");
    expect(pot).toContain("£12.00");
    expect(pot).toContain("41 of the 1,310 people who bought Fern also bought this.");
    expect(soil).toContain("Bought by 57 people in the last 30 days.");
  });

  it("goes into the cart by a plain form that says by which recommendation", () => {
    const [pot = ""] = cards(goesTogether({ product: FERN }));
    expect(pot).toMatch(/<form method="post" action="\/cart\/add"/);
    expect(pot).toContain('name="properties[_perennial]" value="beside.501.502.aa"');
    expect(pot).toContain('href="/products/pot?perennial=beside.501.502.aa"');
  });

  it("leads to its page where a variant is to be chosen", () => {
    const [pot = ""] = cards(
      goesTogether({ product: { ...FERN, picks: { ...BESIDE, products: [{ ...POT, others: [1500] }] } } }),
    );
    expect(pot).not.toContain("<form");
    expect(pot).toContain("Choose");
    expect(pot).toContain("from £12.00");
  });

  it("is never what is sold out, the product itself, or something of which nothing is told", () => {
    const products = [
      { ...POT, soldOut: true },
      { ...SOIL, id: 501 },
      { ...SOIL, id: 999 },
    ];
    expect(goesTogether({ product: { ...FERN, picks: { ...BESIDE, products } } })).not.toContain("Pot");
    expect(cards(goesTogether({ product: { ...FERN, picks: { ...BESIDE, products } } }))).toEqual([]);
  });

  it("is nothing without its facts: of a kind that is not known yet, or about a product that is gone", () => {
    const told = {
      v: 1,
      beside: { 502: { ...TOGETHER, k: "in-the-stars" }, 503: { ...TOGETHER, w: "999" } },
    };
    const elsewhere = { ...FERN, picks: { ...BESIDE, told } };
    expect(cards(renderBlock("goes-together", { product: elsewhere }))).toEqual([]);
    const picks = { products: [POT], told: { v: 1, fresh: { 502: { ...TOGETHER, w: "999" } } } };
    expect(renderBlock("for-you", { customer: { summary: MEMBER, picks } })).not.toContain("Pot");
  });

  it("is nothing that is kept for others, until it is theirs", () => {
    const perk = { kind: "exclusive", tiers: ["silver"], match: { productTags: ["vault"] } };
    const products = [{ ...POT, tags: ["vault"] }, SOIL];
    const page = {
      programme: { ...PROGRAMME, perks: [perk] },
      product: { ...FERN, picks: { ...BESIDE, products } },
    };
    expect(cards(goesTogether(page))).toHaveLength(1);
    expect(cards(goesTogether({ ...page, customer: { summary: MEMBER } }))).toHaveLength(2);
  });

  it("is nothing where nothing was published, or in another version", () => {
    for (const picks of [undefined, { products: [POT], told: { v: 2, beside: { 502: TOGETHER } } }])
      expect(goesTogether({ product: { id: 501, ...(picks && { picks }) } })).not.toContain("perennial-part");
  });

  it.each([
    ["de", "41 von 1.310 Personen, die Fern gekauft haben, kauften auch dies."],
    ["fr", "Sur 1 310 personnes ayant acheté Fern, 41 ont aussi pris cet article."],
    ["es", "De 1310 personas que compraron Fern, 41 también se llevaron esto."],
    ["ja", "Fernを購入した1,310人のうち41人がこちらも購入しました。"],
    ["zh-CN", "购买了Fern的 1,310 人中,有 41 人也买了它。"],
    ["zh-TW", "買了Fern的 1,310 人之中,有 41 人也買了它。"],
    ["ar", "من 1,310 أشخاص ممن اشتروا Fern، اشترى 41 هذا."],
  ])("says in %s how many it rests on", (locale, expected) => {
    expect(sentence({ locale, product: FERN }).replaceAll(/\s/g, " ")).toBe(expected);
  });

  it("says in Arabic how many people in the form that the number asks for", () => {
    const of = (m: number) =>
      sentence({
        locale: "ar",
        product: {
          ...FERN,
          picks: { products: [POT], told: { v: 1, beside: { 502: { ...TOGETHER, m } } } },
        },
      });
    expect(of(5)).toContain("أشخاص");
    expect(of(11)).toContain("شخصًا");
    expect(of(100)).toContain("شخص ");
  });
});

describe("what goes with a cart", () => {
  const cart = { lines: [{ product: FERN, price: 2400 }] };

  it("names the thing in the cart that it goes with", () => {
    const [pot = ""] = cards(goesTogether({ cart }));
    expect(pot).toContain("people who bought Fern also bought this");
  });

  it("leaves out what is in the cart already, and says each thing once", () => {
    const twice = { lines: [...cart.lines, { product: { ...FERN, id: 600 }, price: 2400 }] };
    expect(cards(goesTogether({ cart: twice }))).toHaveLength(2);
    const withPot = { lines: [...cart.lines, { product: POT, price: 1200 }] };
    expect(cards(goesTogether({ cart: withPot })).join("")).not.toContain("Pot &amp; saucer</a>");
  });
});

describe("for you", () => {
  const picks: ThemePicks = {
    products: [
      POT,
      SOIL,
      { id: 504, title: "Mister", handle: "mister" },
      { id: 505, title: "Can", handle: "can" },
    ],
    told: {
      v: 1,
      due: { 503: { k: "due-again", n: 4, m: 30, at: "2026-11-01", id: "due.0.503.cc" } },
      again: { 502: { k: "bought-again", n: 3, at: "2026-10-02", id: "again.0.502.dd" } },
      fresh: { 504: { k: "similar", w: "502", id: "fresh.502.504.ee" } },
      reachable: { 505: { k: "reachable", r: "can", n: 500, id: "reachable.0.505.ff" } },
    },
  };
  const programme = {
    ...PROGRAMME,
    rewards: [{ id: "can", kind: "free-product", value: null, cost: 500, handle: "can" }],
  };
  const page = { programme, customer: { summary: MEMBER, picks } };

  it("shows each list with its reasons", () => {
    const markup = withoutMarks(renderBlock("for-you", page));
    expect(markup).toContain("You buy this about every 30 days, last on Nov 1, 2026.");
    expect(markup).toContain("You bought this 3 times, last on Oct 2, 2026.");
    expect(markup).toContain("Similar to Pot &amp; saucer.");
    expect(markup).toContain("Yours for 500 points.");
    expect([...markup.matchAll(/<h3[^>]*>(.*?)<\/h3>/g)].map((match) => match[1])).toEqual([
      "Due again",
      "Buy again",
      "New for you",
      "Within reach of your points",
    ]);
  });

  it("lets each be refused by a plain form", () => {
    const markup = renderBlock("for-you", page);
    expect(markup.match(/action="\/apps\/perennial\/refuse"/g)).toHaveLength(4);
    expect(markup).toContain('name="pick" value="due.0.503.cc"');
  });

  it("offers for points only what the points are enough for by now", () => {
    const poor = { ...page, customer: { summary: { ...MEMBER, balance: 499 }, picks } };
    expect(renderBlock("for-you", page)).toContain('action="/apps/perennial/redeem"');
    expect(renderBlock("for-you", poor)).not.toContain("Within reach");
  });

  it("is not there for guests, and for whoever was told nothing", () => {
    expect(renderBlock("for-you", { programme })).not.toContain("perennial-part");
    expect(renderBlock("for-you", { programme, customer: { summary: MEMBER } })).not.toContain(
      "perennial-part",
    );
  });
});
