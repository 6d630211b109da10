import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { EXTENSION, PROGRAMME, renderBlock, type ThemePage } from "./helpers/theme-page.ts";
import { entry, member, REASON, said, seen } from "./helpers/theme-sentences.ts";

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
    expect(renderBlock("points-panel", page)).toContain("&pound;120.00 × 1 point = 120");
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

describe("the invitation", () => {
  it("tells guests what joining brings, and is gone for members", () => {
    expect(said("guest-teaser")).toBe(
      "Points for what you buy 1 point for every £1.00 Create an account and get 25 points Sign in",
    );
    const own = { settings: { heading: "Join the club", text: "It grows." } };
    expect(said("guest-teaser", own)).toContain("Join the club It grows.");
    for (const page of [member(), { customer: {} }, { programme: { ...PROGRAMME, paused: true } }])
      expect(said("guest-teaser", page)).toBe("");
  });
});

describe("the launcher", () => {
  it("holds the core of the rewards page, closed, behind one button", () => {
    const page = member();
    const [button] = seen("launcher", "button.perennial-launcher-button", page);
    expect(button?.getAttribute("popovertarget")).toBe("perennial-drawer");
    expect(seen("launcher", "[popover]", page)).toHaveLength(1);
    expect(said("launcher", page)).toContain("Your points 1,240 points");
    expect(said("launcher")).toContain("Points for what you buy");
    expect(said("launcher", { settings: { show_guests: false } })).toBe("");
  });
});

describe("somebody who has left the programme", () => {
  const gone = member({ out: true });
  const without = member({ out: true, pending: { points: 0, next: [] } });
  it("is told so, and how to come back, and is promised nothing", () => {
    expect(said("points-panel", without)).toBe(
      "Your points 1,240 points You have left the programme, so nothing is earned for what you buy. You can come back whenever you like. Join again All rewards and history",
    );
    const page = { ...gone, product: {}, cart: { lines: [{ price: 2000 }] } };
    for (const type of ["points-badge", "product-points", "cart-points", "points-shop", "launcher"])
      expect(said(type, page), type).toBe("");
  });

  it.each([{}, { blocked: true as const }])("keeps points and codes in sight %#", (shut) => {
    const held = {
      ...{ id: "r1", reward: "five", kind: "amount" as const, value: "5.00", points: 500 },
      ...{ state: "ready" as const, code: "FERN-MOSS", heldAt: "2026-11-20T10:00:00Z", endsAt: null },
    };
    const expiring = [{ points: 40, at: "2026-12-20T10:00:00Z" }];
    const text = said(
      "points-panel",
      member({ out: true, ...shut, held: 500, redemptions: [held], expiring }),
    );
    for (const kept of [
      "1,240 points",
      "On their way 360 points",
      "Set aside 500 points",
      "40 points end on",
    ])
      expect(text).toContain(kept);
    expect(text).toContain("Your rewards £5.00 off your order");
    expect(text).toContain("FERN-MOSS");
    expect(text).not.toMatch(/Silver|times the points/);
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

  it("names the minimum of a reward that can be had, or is held, and no other", () => {
    const reward = {
      ...{ id: "five", kind: "amount", cost: 500, value: "5.00", costPer: null, mostUnits: null },
      ...{ minimum: "25.00", minimumCents: 2500, codeDays: 60, product: null, handle: null },
      ...{ tiers: null, perMember: null, from: null, to: null },
    };
    const near = { ...cart(2000), programme: { ...PROGRAMME, rewards: [reward] } };
    const sentence = "Add £5.00 for this reward: £5.00 off your order.";
    expect(said("cart-points", { ...near, ...member() })).toContain(sentence);
    expect(said("cart-points", { ...near, ...member({ balance: 499 }) })).not.toContain("Add ");
    expect(said("cart-points", near)).not.toContain("Add ");
    expect(said("cart-points", { ...near, ...cart(2500), ...member() })).not.toContain("Add ");
    const held = {
      ...{ id: "r", reward: "five", kind: "amount" as const, points: 500, value: "5.00", code: "X" },
      ...{ state: "ready" as const, heldAt: "2026-11-20T00:00:00Z", endsAt: "2027-01-20T00:00:00Z" },
    };
    const holding = (change: object) =>
      said("cart-points", { ...near, ...member({ balance: 0, redemptions: [{ ...held, ...change }] }) });
    expect(holding({})).toContain(sentence);
    expect(holding({ endsAt: "2026-11-20T00:00:00Z" })).not.toContain("Add ");
    expect(holding({ state: "making" })).not.toContain("Add ");
  });

  it("names the next level when this order comes near it, and when it takes there", () => {
    const next = (missing: string) =>
      member({
        progress: { value: "0.00", percent: 0, next: { id: "silver", missing }, keep: null },
        tier: { id: "bronze", name: "bronze" },
      });
    expect(said("cart-points", { ...cart(2000), ...next("24.00") })).toContain("Add £4.00 to reach Silver.");
    expect(said("cart-points", { ...cart(2000), ...next("20.00") })).toContain(
      "This order takes you to Silver.",
    );
    expect(said("cart-points", { ...cart(2000), ...next("40.00") })).not.toMatch(/Add |takes you/);
    const byOrders = { ...PROGRAMME, basis: "orders" as const };
    expect(said("cart-points", { ...cart(2000), ...next("2"), programme: byOrders })).not.toMatch(
      /Add |takes you/,
    );
  });

  it("says the nearest of all", () => {
    const page = {
      ...cart(9800),
      ...member({
        progress: { value: "0.00", percent: 0, next: { id: "silver", missing: "99.00" }, keep: null },
      }),
    };
    expect(said("cart-points", page)).toContain("Add £1.00 to reach Silver.");
    expect(said("cart-points", { ...page, ...cart(9700) })).toContain("Add £2.00 to reach Silver.");
    expect(said("cart-points", { ...cart(9800), ...member() })).toContain("Add £2.00 to get 50 points");
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
