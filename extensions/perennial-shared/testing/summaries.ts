import type { LoyaltySummary, ProgrammeSummary } from "../../../app/loyalty/summary.ts";

const NOBODY: LoyaltySummary = {
  v: 2,
  balance: 0,
  pending: { points: 0, next: [] },
  held: 0,
  owed: 0,
  tier: null,
  progress: null,
  expiring: [],
  birthday: null,
  out: false,
  redemptions: [],
  history: [],
  older: false,
  updatedAt: "2026-11-01T00:00:00Z",
};

export function aMember(facts: Partial<LoyaltySummary> = {}): LoyaltySummary {
  return { ...NOBODY, ...facts };
}

const TIER = { times: "1", weight: 1 };

export function aProgramme(facts: Partial<ProgrammeSummary> = {}): ProgrammeSummary {
  return {
    v: 2,
    version: 1,
    paused: false,
    currency: "GBP",
    decimals: 2,
    pendingDays: 14,
    exclude: { giftCards: true },
    rates: [{ id: "purchase", points: "1", per: "1.00", weight: 1, match: null, from: null, to: null }],
    rateScale: 100,
    combine: "best",
    multipliers: [],
    multiplierScale: 1,
    tiers: [
      { ...TIER, id: "bronze", name: "Bronze", at: "0" },
      { ...TIER, id: "silver", name: "Silver", at: "250.00", times: "1.25" },
      { ...TIER, id: "gold", name: "Gold", at: "1000.00", times: "1.5" },
    ],
    tierScale: 100,
    basis: "spend",
    window: { kind: "rolling", months: 12 },
    expiry: { kind: "none" },
    noticeRequired: false,
    orderBonuses: [],
    firstOrderBonuses: [],
    signupBonuses: [],
    birthdayBonuses: [],
    activities: [],
    texts: {},
    rewards: [],
    perks: [],
    ...facts,
  };
}
