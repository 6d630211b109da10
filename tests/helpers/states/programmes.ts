import { checkProgramme } from "../../../app/loyalty/check-programme.ts";
import { summariseProgramme } from "../../../app/loyalty/summarise-programme.ts";
import type { ProgrammeSummary } from "../../../app/loyalty/summary.ts";

type Document = Record<string, unknown>;

const WINTER = { productTags: ["winter"] };

/** A shop that offers everything there is to show: every kind of reward, levels, and points that end. */
export const GARDEN: Document = {
  programme: "Garden points",
  currency: "GBP",
  timezone: "Europe/London",
  effectiveFrom: "2025-01-01T00:00:00Z",
  points: {
    pendingDays: 14,
    expiry: { kind: "lots", months: 12 },
    notice: { days: [30], required: false },
    debt: "owe",
  },
  earning: {
    exclude: { productTags: ["no-points"], giftCards: true },
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      {
        id: "winter",
        on: "order",
        multiply: "2",
        match: WINTER,
        from: "2026-11-01T00:00:00Z",
        to: "2027-03-01T00:00:00Z",
      },
      { id: "big-basket", on: "order", bonus: 50, minimum: "100.00" },
      { id: "first", on: "first-order", bonus: 100 },
      { id: "welcome", on: "signup", bonus: 25 },
      { id: "birthday", on: "birthday", bonus: 75 },
      { id: "review", on: "activity:review", bonus: 10, limit: { times: 1, per: "day" } },
    ],
  },
  tiers: {
    basis: "spend",
    window: { kind: "rolling", months: 12 },
    levels: [
      { id: "bronze", at: "0", multiplier: "1" },
      { id: "silver", at: "250.00", multiplier: "1.25" },
      { id: "gold", at: "1000.00", multiplier: "1.5" },
    ],
  },
  rewards: [
    { id: "delivery", kind: "free-shipping", cost: 150 },
    { id: "five-off", kind: "amount", cost: 250, value: "5.00", minimum: "25.00" },
    { id: "tenth-off", kind: "percent", cost: 400, value: "10" },
    { id: "money-off", kind: "amount", costPer: 45, minimum: "25.00" },
    { id: "fern", kind: "free-product", cost: 450, product: "boston-fern" },
    { id: "saucer", kind: "gift-with-purchase", cost: 120, product: "terracotta-pot", minimum: "40.00" },
    { id: "credit", kind: "store-credit", cost: 500, value: "10.00" },
    { id: "trees", kind: "donation", cost: 200, cause: "Trees for the town" },
    { id: "tour", kind: "custom", cost: 900, instructions: "We write to you to find a day." },
    { id: "card", kind: "gift-card", cost: 1200, value: "25.00" },
    { id: "early", kind: "exclusive", cost: 300, grants: "early-spring", tiers: ["gold"] },
  ],
  perks: [
    { id: "winter-price", kind: "member-price", tiers: ["silver", "gold"], percent: "10", match: WINTER },
    { id: "vault", kind: "exclusive", tiers: ["gold"], match: { productTags: ["vault"] } },
    {
      id: "drop",
      kind: "early-access",
      tiers: ["silver", "gold"],
      match: { productTags: ["drop"] },
      publicAt: "2026-12-01T09:00:00Z",
    },
  ],
  texts: {
    de: { tiers: { bronze: "Bronze", silver: "Silber", gold: "Gold" }, activities: { review: "Bewertung" } },
    ar: { tiers: { bronze: "البرونزي", silver: "الفضي", gold: "الذهبي" } },
  },
};

const LONG = "Donaudampfschifffahrtsgesellschaftskapitän";

/** The same with ids, and so names, as long as they come: some of one word. */
export const LONG_NAMES: Document = {
  ...GARDEN,
  perks: [],
  texts: {},
  tiers: {
    basis: "spend",
    window: { kind: "lifetime" },
    levels: [
      { id: "friends-of-the-botanical-garden-and-its-glasshouses", at: "0" },
      { id: `${LONG}-in-silver`, at: "250.00", multiplier: "1.25" },
      { id: "honorary-gardeners-of-the-palm-house-for-life", at: "1000.00", multiplier: "1.5" },
    ],
  },
  rewards: [
    { id: "delivery", kind: "free-shipping", cost: 150 },
    {
      id: "five-off",
      kind: "amount",
      cost: 250,
      value: "5.00",
      minimum: "25.00",
      tiers: ["honorary-gardeners-of-the-palm-house-for-life", `${LONG}-in-silver`],
    },
    { id: "tour", kind: "custom", cost: 300, instructions: `${LONG} `.repeat(3).trim() },
  ],
};

/** What the shop's metafield says of such a programme. */
export function summaryOf(document: Document, { paused = false } = {}): ProgrammeSummary {
  const check = checkProgramme(paused ? { ...document, state: "paused" } : document);
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  return summariseProgramme({ programme: check.programme, version: 1 });
}
