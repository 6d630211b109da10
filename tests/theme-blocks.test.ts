import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXTENSION, PROGRAMME, renderBlock, type ThemePage } from "./helpers/theme-page.ts";
import { entry, member, REASON, said } from "./helpers/theme-sentences.ts";

const BLOCKS = readdirSync(join(EXTENSION, "blocks")).map((file) => basename(file, ".liquid"));

describe("free text", () => {
  const evil = `<img src=x onerror="alert(1)">`;
  const tier = { id: evil, name: evil };

  it("stays text, wherever somebody writes it", () => {
    const page: ThemePage = {
      ...member({
        tier,
        history: [
          entry({
            order: evil,
            note: evil,
            reason: {
              ...REASON,
              terms: [{ value: "1.00", points: "1", per: "1.00", times: [evil], tier: evil }],
              bonuses: [{ rule: evil, points: 1 }],
            },
          }),
        ],
      }),
      programme: {
        ...PROGRAMME,
        tiers: [{ id: evil, name: evil, at: "0.00", times: evil, weight: 1 }],
        multipliers: [{ id: evil, times: evil, weight: 1, match: { vendors: [evil] }, from: null, to: null }],
        rates: PROGRAMME.rates.map((rate) => ({ ...rate, match: { productTypes: [evil] } })),
        orderBonuses: PROGRAMME.orderBonuses.map((bonus) => ({ ...bonus, match: { collections: [evil] } })),
      },
      settings: {
        heading: evil,
        guest_heading: evil,
        guest_text: evil,
        accent: `red" onclick="alert(1)`,
        rewards_page: `/"${evil}`,
      },
      product: { title: evil, vendor: evil, type: evil },
      cart: { lines: [{ price: 100, product: { title: evil } }] },
    };
    for (const type of BLOCKS)
      for (const customer of [page.customer, undefined]) {
        const markup = renderBlock(type, { ...page, customer });
        expect(markup, type).not.toMatch(/<img|" onclick|onerror="/);
      }
  });

  it("is escaped once, not twice", () => {
    const text = renderBlock("points-panel", {
      programme: PROGRAMME,
      ...member({ tier: { id: "x", name: "Fern & moss" }, history: [entry({ note: "5 < 6" })] }),
    });
    expect(text).toContain("Fern &amp; moss");
    expect(text).toContain("5 &lt; 6");
  });

  it("lets a money format bring its own entities", () => {
    const page = {
      ...member(),
      moneyFormat: "<span class=money>&pound;{{amount}}</span>",
      programme: PROGRAMME,
    };
    expect(renderBlock("points-panel", page)).toContain("&pound;120.00 x 1 point = 120");
  });
});

describe("the badge", () => {
  it("shows a member the balance and leads to the rewards page", () => {
    expect(said("points-badge", member())).toBe("Your balance: 1,240 points");
    expect(renderBlock("points-badge", { programme: PROGRAMME, ...member() })).toContain(
      'href="/pages/rewards"',
    );
    const elsewhere = renderBlock("points-badge", {
      programme: PROGRAMME,
      ...member(),
      settings: { rewards_page: "/pages/club" },
    });
    expect(elsewhere).toContain('href="/pages/club"');
  });

  it("tells guests what signing in brings, in the merchant's words if there are any", () => {
    expect(said("points-badge")).toBe("Join and earn points");
    expect(said("points-badge", { settings: { guest_text: "Join us" } })).toBe("Join us");
    expect(said("points-badge", { settings: { show_guests: false } })).toBe("");
  });
});

describe("the product block", () => {
  it("says about how many points the selected variant earns", () => {
    expect(said("product-points", { product: { price: 2450 } })).toBe("Earns about 24 points");
    expect(said("product-points", { product: { price: 2450 }, ...member() })).toBe(
      "Earns about 30 points Silver: 1.25 times the points",
    );
    expect(said("product-points", { product: { price: 199 } })).toBe("Earns about 1 point");
  });

  it("says nothing where nothing is earned, or says so if the merchant wants", () => {
    const product = { tags: ["no-points"] };
    expect(said("product-points", { product })).toBe("");
    expect(said("product-points", { product, settings: { say_excluded: true } })).toBe(
      "Does not earn points",
    );
    expect(said("product-points", { product: { giftCard: true }, settings: { say_excluded: true } })).toBe(
      "Does not earn points",
    );
    expect(said("product-points", { product: { price: 99 }, settings: { say_excluded: true } })).toBe("");
  });

  it("leaves out the tax where prices hold it", () => {
    const page = { product: { price: 2400 }, settings: { tax: 20 } };
    expect(said("product-points", { ...page, taxesIncluded: true })).toBe("Earns about 20 points");
    expect(said("product-points", page)).toBe("Earns about 24 points");
  });

  it("says nothing in another currency than the one points are counted in", () => {
    expect(said("product-points", { product: {}, currency: "EUR" })).toBe("");
  });
});

describe("the cart block", () => {
  const cart = (...prices: number[]) => ({ cart: { lines: prices.map((price) => ({ price })) } });

  it("rounds once, for the whole cart", () => {
    expect(said("cart-points", { ...cart(199, 199, 199), ...member() })).toBe(
      "This cart earns about 7 points",
    );
  });

  it("adds bonuses, and speaks of one only where it is near", () => {
    expect(said("cart-points", { ...cart(10000), ...member() })).toBe("This cart earns about 175 points");
    expect(said("cart-points", { ...cart(8200), ...member() })).toContain(
      "Add £18.00 to get 50 points extra.",
    );
    expect(said("cart-points", { ...cart(2000), ...member() })).not.toContain("Add ");
  });

  it("adds the first order's bonus for a member without orders", () => {
    expect(said("cart-points", { ...cart(2000), customer: { orders: 0 } })).toContain("about 120 points");
  });

  it("takes a discount on the cart into account", () => {
    expect(
      said("cart-points", { ...member(), cart: { lines: [{ price: 4000 }, { price: 4000 }], total: 6000 } }),
    ).toContain("about 75 points");
  });

  it("asks guests to sign in, and is not there for an empty cart", () => {
    expect(said("cart-points", cart(2000))).toContain("Sign in so that the points are yours");
    expect(said("cart-points", cart())).toBe("");
  });
});

describe("other languages", () => {
  it("prints German and French with their own numbers, plurals and dates", () => {
    const german = said("points-panel", { ...member({ balance: 1 }), locale: "de" });
    expect(german).toContain("Deine Punkte 1 Punkt ");
    expect(german).toContain("Silver: 1,25-mal so viele Punkte");
    expect(german).toContain("Verfügbar ab 1. Dez. 2026");
    expect(said("points-badge", { ...member(), locale: "fr" })).toBe("Votre solde : 1 240 points");
    expect(said("points-badge", { ...member({ balance: 0 }), locale: "fr" })).toBe("Votre solde : 0 point");
    expect(said("points-badge", { ...member({ balance: 1_000_000 }), locale: "fr" })).toBe(
      "Votre solde : 1 000 000 de points",
    );
  });
});
