import { describe, expect, it } from "vitest";
import type { LoyaltySummary, PerkSummary } from "../app/loyalty/summary.ts";
import { MEMBER, PROGRAMME, renderBlock, type ThemePage } from "./helpers/theme-page.ts";

const TERMS = {
  tiers: ["gold"],
  customerTags: ["vault"],
  match: { productTags: ["rare"] },
  from: null,
  to: null,
};
/** The page's now is the 21st of November, 12:00. */
const at = (instant: string) => Date.parse(instant) / 1000;

const vault: PerkSummary = { ...TERMS, id: "vault", kind: "exclusive" };
const price: PerkSummary = { ...TERMS, id: "p", kind: "member-price", percent: "12.5", match: null };
const drop: PerkSummary = {
  ...TERMS,
  id: "drop",
  kind: "early-access",
  tiers: ["silver", "gold"],
  publicAt: at("2026-12-01T09:00:00Z"),
};

const RARE = { tags: ["rare"], price: 2000 };
const GOLD: LoyaltySummary = { ...MEMBER, tier: { id: "gold", name: "gold" } };
const SILVER: LoyaltySummary = {
  ...MEMBER,
  tier: { id: "silver", name: "silver" },
  progress: { value: "100.00", percent: 40, next: { id: "gold", missing: "150.00" }, keep: null },
};
const BUTTON = { buy_button: "[type=submit]" };

interface Shown {
  text: string;
  hides: boolean;
  html: string;
}

function shown(perks: PerkSummary[], page: ThemePage = {}): Shown {
  const programme = { ...PROGRAMME, perks };
  const html = renderBlock("members-only", { programme, product: RARE, settings: BUTTON, ...page });
  const [style] = /<style>[\s\S]*<\/style>/.exec(html) ?? [null];
  const text = html
    .replace(style ?? "", "")
    .replace(/<\/?time[^>]*>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return { html, text, hides: style?.includes("display: none") ?? false };
}

describe("a product for some only", () => {
  it("says for whom it is, hides the buy button from others, and asks guests to sign in", () => {
    const { text, hides, html } = shown([vault]);
    expect(text).toBe("Only for Gold Is that you? Sign in");
    expect(html).toContain('href="/account/login"');
    expect(hides).toBe(true);
  });

  it("says what is missing where the next level opens it", () => {
    const { text, hides } = shown([vault], { customer: { summary: SILVER } });
    expect(text).toBe("Only for Gold £150.00 more to reach Gold.");
    expect(hides).toBe(true);
  });

  it.each<[string, ThemePage]>([
    ["whoever holds the level", { customer: { summary: GOLD } }],
    ["whoever carries the tag", { customer: { summary: SILVER, tags: ["vault"] } }],
    ["whoever carries the tag and is new", { customer: { tags: ["vault"] } }],
  ])("is open to %s", (_who, page) => {
    const { text, hides } = shown([vault], page);
    expect(text).toBe("You can buy this: it is kept for members like you.");
    expect(hides).toBe(false);
  });

  it("is closed to whoever has left the programme", () => {
    expect(shown([vault], { customer: { summary: { ...GOLD, out: true } } }).hides).toBe(true);
  });

  it("hides nothing from somebody of whom it cannot read the level: the checkout decides", () => {
    expect(shown([vault], { customer: { summary: { ...GOLD, v: 1 } } }).hides).toBe(false);
  });

  it("hides within the forms of this product alone, what the merchant names", () => {
    const { html } = shown([vault], { product: { ...RARE, others: [2500] } });
    expect(html).toContain(
      'form:has(:is([name=id], [name=id] *):is([value="901"],[value="902"])) :is([type=submit]) { display: none !important }',
    );
    expect(shown([vault], { settings: { buy_button: "" } }).hides).toBe(false);
    expect(shown([vault], { settings: { buy_button: "</style><script>{" } }).html).not.toMatch(
      /<script|<\/style><s/,
    );
  });

  it.each<[string, ThemePage]>([
    ["of other products", { product: { tags: [] } }],
    [
      "before it begins",
      { programme: { ...PROGRAMME, perks: [{ ...vault, from: at("2026-11-21T12:00:01Z") }] } },
    ],
    [
      "when it is over",
      { programme: { ...PROGRAMME, perks: [{ ...vault, to: at("2026-11-21T12:00:00Z") }] } },
    ],
    ["where the programme is of another version", { programme: { ...PROGRAMME, v: 1, perks: [vault] } }],
    ["where there is no programme", { programme: undefined }],
  ])("says nothing %s", (_when, page) => {
    expect(shown([vault], page).text).toBe("");
  });
});

describe("early access", () => {
  it("says who may buy now, and when everybody may", () => {
    const { text, hides } = shown([drop]);
    expect(text).toBe(
      "Only for Silver and Gold Everybody can buy it from December 1, 2026 at 9:00 AM. Is that you? Sign in",
    );
    expect(hides).toBe(true);
    expect(shown([drop], { customer: { summary: SILVER } })).toMatchObject({ hides: false });
    expect(shown([drop], { now: "2026-12-01T09:00:00Z" }).text).toBe("");
  });

  it("is for nobody before it begins", () => {
    const perk: PerkSummary = {
      ...drop,
      kind: "early-access",
      publicAt: at("2026-12-01T09:00:00Z"),
      from: at("2026-11-30T09:00:00Z"),
    };
    const { text, hides } = shown([perk], { customer: { summary: GOLD } });
    expect(text).toContain("From November 30, 2026 at 9:00 AM, only for Silver and Gold");
    expect(hides).toBe(true);
  });

  it("opens what an exclusive perk keeps closed to nobody", () => {
    const { text, hides } = shown([drop, vault], { customer: { summary: SILVER } });
    expect(text).toBe("Only for Gold £150.00 more to reach Gold.");
    expect(hides).toBe(true);
    expect(shown([vault, drop], { customer: { summary: SILVER } }).hides).toBe(true);
  });
});

describe("a member price", () => {
  it("is printed to the penny as the checkout takes it off", () => {
    const page = { customer: { summary: GOLD } };
    expect(shown([price], page).text).toBe("Gold price £17.50 instead of £20.00");
    expect(shown([price], { ...page, product: { price: 999 } }).text).toBe(
      "Gold price £8.74 instead of £9.99",
    );
  });

  it("is the largest that the shopper has", () => {
    const more: PerkSummary = {
      ...price,
      kind: "member-price",
      id: "q",
      percent: "50",
      tiers: ["platinum"],
      customerTags: [],
    };
    const less: PerkSummary = { ...price, kind: "member-price", id: "r", percent: "10" };
    expect(shown([more, less, price], { customer: { summary: GOLD } }).text).toContain("£17.50");
  });

  it("is quietly told to others, with whose it is", () => {
    const { html, text } = shown([price]);
    expect(text).toBe("Gold price £17.50 instead of £20.00");
    expect(html).toContain("perennial-price perennial-soft");
  });

  it("is what the points of the product are reckoned by", () => {
    const earns = (customer: ThemePage["customer"]) =>
      renderBlock("product-points", {
        programme: { ...PROGRAMME, perks: [price] },
        product: { price: 2000 },
        ...(customer === undefined ? {} : { customer }),
      });
    expect(earns(undefined)).toContain("Earns about 20 points");
    expect(earns({ summary: MEMBER, tags: ["vault"] }), "17.50 at 1.25").toContain("Earns about 21 points");
  });

  it("is a percentage where variants cost differently, written as the language does", () => {
    const page = { customer: { summary: GOLD }, product: { price: 2000, others: [2500] } };
    expect(shown([price], page).text).toBe("Gold price: 12.5% off");
    expect(shown([price], { ...page, locale: "de" }).text).toBe("Gold: 12,5 % günstiger");
  });

  it("is not for gift cards, nor for whoever may not buy", () => {
    expect(shown([price], { product: { giftCard: true } }).text).toBe("");
    expect(shown([price, vault], { customer: { summary: SILVER } }).text).not.toContain("price");
  });
});
