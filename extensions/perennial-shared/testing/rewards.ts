import type { Account, RedemptionTold, RewardOffer } from "../app-answers.ts";

/** £5 off for 250 points, with orders from £25: reachable unless said otherwise. */
export function anOffer(facts: Partial<RewardOffer> = {}): RewardOffer {
  return {
    id: "five-off",
    kind: "amount",
    cost: 250,
    value: "5.00",
    costPer: null,
    mostUnits: null,
    minimum: "25.00",
    minimumCents: 2500,
    codeDays: 60,
    product: null,
    handle: null,
    tiers: null,
    perMember: null,
    from: null,
    to: null,
    title: "£5.00 off your order",
    reachable: true,
    missing: null,
    why: null,
    text: null,
    ...facts,
  };
}

/** One that takes so many points more. */
export function outOfReach(missing: number, facts: Partial<RewardOffer> = {}): RewardOffer {
  const text = `You need ${missing} points more for this.`;
  return anOffer({ reachable: false, why: "short", missing, text, ...facts });
}

export function aRedemption(facts: Partial<RedemptionTold> = {}): RedemptionTold {
  return {
    id: "r1",
    reward: "five-off",
    kind: "amount",
    points: 250,
    value: "5.00",
    minimum: "25.00",
    state: "ready",
    code: "ABCDE-FGHJK-MNPQR",
    heldAt: "2026-11-01T00:00:00Z",
    endsAt: "2026-12-31T00:00:00Z",
    canCancel: true,
    title: "£5.00 off your order",
    text: "Enter ABCDE-FGHJK-MNPQR at checkout. It can be used once, until 31 December 2026.",
    ...facts,
  };
}

export function anAccount(facts: Partial<Account> = {}): Account {
  return {
    birthday: null,
    birthdayAsked: false,
    messages: false,
    recommendations: true,
    out: false,
    claimable: 0,
    ...facts,
  };
}
