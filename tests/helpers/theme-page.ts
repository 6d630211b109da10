import { fileURLToPath } from "node:url";
import type { LoyaltySummary, ProgrammeSummary } from "../../app/loyalty/summary.ts";
import { ThemeExtension } from "../../sandbox/storefront/extension.ts";
import { globalsOf } from "../../sandbox/storefront/liquid/page.ts";

export const EXTENSION = fileURLToPath(new URL("../../extensions/perennial-theme", import.meta.url));

const extension = new ThemeExtension(EXTENSION);

/** The instant at which pages are drawn, unless one says another. */
export const NOW = "2026-11-21T12:00:00Z";

export interface ThemePage {
  locale?: string;
  /** Left out: nobody is signed in. */
  customer?: { summary?: unknown; orders?: number; tags?: string[]; picks?: ThemePicks };
  programme?: unknown;
  /** Hundredths of the unit. */
  product?: Partial<ThemeProduct>;
  cart?: { lines: { product?: Partial<ThemeProduct>; price: number }[]; total?: number };
  /** By handle. */
  allProducts?: Record<string, object>;
  /** The currency the page is shown in. */
  currency?: string;
  taxesIncluded?: boolean;
  moneyFormat?: string;
  now?: string;
  settings?: Record<string, unknown>;
  designMode?: boolean;
}

/** What is recommended, as the store's two metafields have it: products that are on sale, and what is told of them. */
export interface ThemePicks {
  products: Partial<ThemeProduct>[];
  told: unknown;
}

export interface ThemeProduct {
  id: number;
  title: string;
  price: number;
  tags: string[];
  vendor: string;
  type: string;
  collections: { handle: string }[];
  giftCard: boolean;
  /** Prices of further variants: 902, 903 … */
  others: number[];
  soldOut: boolean;
  handle: string;
  /** Whether there is one. */
  picture: boolean;
  picks: ThemePicks;
}

/** A block's markup on a page of a shop in pounds, from the extension's own files. */
export function renderBlock(type: string, page: ThemePage = {}): string {
  const { locale = "en", settings = {}, moneyFormat = "£{{amount}}", now = NOW } = page;
  const globals = globalsOf(
    { locale, timezone: "Europe/London", moneyFormat, now: new Date(now) },
    {
      shop: {
        currency: "GBP",
        taxes_included: page.taxesIncluded ?? false,
        metafields: metafields("programme", page.programme),
      },
      customer: page.customer && {
        id: 7,
        orders_count: page.customer.orders ?? 1,
        tags: page.customer.tags ?? [],
        metafields: {
          app: { ...metafields("summary", page.customer.summary).app, ...picked(page.customer) },
        },
      },
      product: page.product && liquidProduct(page.product),
      cart: liquidCart(page),
      all_products: page.allProducts ?? {},
      routes: {
        account_login_url: "/account/login",
        account_register_url: "/account/register",
        all_products_collection_url: "/collections/all",
      },
      request: { locale: { iso_code: locale }, design_mode: page.designMode ?? false },
    },
  );
  return extension.render({ type, settings }, globals);
}

function metafields(key: string, value: unknown): { app: Record<string, unknown> } {
  return {
    app: value === undefined ? {} : { [key]: { value: JSON.parse(JSON.stringify(value)) as unknown } },
  };
}

function picked({ picks }: { picks?: ThemePicks | undefined }): object {
  if (picks === undefined) return {};
  return { picks: { value: picks.products.map(liquidProduct) }, picks_why: { value: picks.told } };
}

function liquidProduct(given: Partial<ThemeProduct>): unknown {
  const variant = { id: 901, price: given.price ?? 2400 };
  const handle = given.handle ?? "fern";
  const image = { src: `/sandbox/pictures/${handle}.svg`, alt: given.title, width: 800, height: 800 };
  return {
    available: given.soldOut !== true,
    handle,
    url: `/products/${handle}`,
    featured_image: given.picture === true ? image : null,
    metafields: { app: picked(given) },
    id: given.id ?? 501,
    title: given.title ?? "Fern",
    tags: given.tags ?? [],
    vendor: given.vendor ?? "Green & Co",
    type: given.type ?? "Plant",
    collections: given.collections ?? [],
    "gift_card?": given.giftCard ?? false,
    price: variant.price,
    price_varies: (given.others ?? []).some((price) => price !== variant.price),
    variants: [variant, ...(given.others ?? []).map((price, index) => ({ id: 902 + index, price }))],
    selected_or_first_available_variant: variant,
  };
}

/** As Shopify's currency object has it: "£", "$". */
function symbolOf(currency: string): string {
  const format = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  });
  return format.formatToParts(0).find(({ type }) => type === "currency")?.value ?? currency;
}

function liquidCart({ cart, currency = "GBP" }: ThemePage): unknown {
  const items = (cart?.lines ?? []).map(({ product = {}, price }) => ({
    product: liquidProduct({ ...product, price }),
    variant: { id: 901, price },
    final_line_price: price,
  }));
  const subtotal = items.reduce((total, item) => total + item.final_line_price, 0);
  return {
    currency: { iso_code: currency, symbol: symbolOf(currency) },
    item_count: items.length,
    items,
    items_subtotal_price: subtotal,
    total_price: cart?.total ?? subtotal,
  };
}

export const PROGRAMME: ProgrammeSummary = {
  v: 2,
  version: 1,
  paused: false,
  currency: "GBP",
  decimals: 2,
  pendingDays: 14,
  exclude: { productTags: ["no-points"], giftCards: true },
  rates: [{ id: "purchase", points: "1", per: "1.00", weight: 1, match: null, from: null, to: null }],
  rateScale: 100,
  combine: "best",
  multipliers: [],
  multiplierScale: 1,
  tiers: [
    { id: "bronze", name: "bronze", at: "0.00", times: "1", weight: 4 },
    { id: "silver", name: "silver", at: "250.00", times: "1.25", weight: 5 },
  ],
  tierScale: 4,
  basis: "spend",
  window: { kind: "rolling", months: 12 },
  expiry: { kind: "none" },
  noticeRequired: true,
  orderBonuses: [
    {
      id: "big-basket",
      points: 50,
      minimum: "100.00",
      minimumCents: 10000,
      match: null,
      from: null,
      to: null,
    },
  ],
  firstOrderBonuses: [
    { id: "first", points: 100, minimum: null, minimumCents: 0, match: null, from: null, to: null },
  ],
  signupBonuses: [
    { id: "welcome", points: 25, minimum: null, minimumCents: 0, match: null, from: null, to: null },
  ],
  birthdayBonuses: [],
  activities: [],
  texts: {},
  rewards: [],
  perks: [],
};

export const MEMBER: LoyaltySummary = {
  v: 2,
  balance: 1240,
  pending: {
    points: 360,
    next: [
      { points: 120, at: "2026-12-01T09:30:00Z" },
      { points: 240, at: "2026-12-09T18:00:00Z" },
    ],
  },
  held: 0,
  owed: 0,
  tier: { id: "silver", name: "silver" },
  progress: { value: "412.40", percent: 100, next: null, keep: null },
  expiring: [],
  birthday: null,
  out: false,
  redemptions: [],
  history: [
    {
      at: "2026-11-17T09:30:00Z",
      kind: "earn",
      points: 120,
      order: "#1042",
      availableAt: "2026-12-01T09:30:00Z",
      note: null,
      reason: {
        terms: [{ value: "120.00", points: "1", per: "1.00", times: [], tier: null }],
        moreTerms: 0,
        rate: 120,
        rounded: false,
        bonuses: [],
        sum: 120,
        before: 0,
      },
    },
  ],
  older: false,
  updatedAt: "2026-11-21T11:59:58Z",
};
