import type { ShopRow } from "../../db/shops.ts";
import type { Audience, Offer, OfferPlan } from "../../insight/experiments/plan.ts";
import { POLICIES } from "../../insight/offers/choose-offer.ts";
import { readTypedMoney } from "../../loyalty/editing/typed-amount.ts";
import { readPoints } from "../../loyalty/read-points.ts";
import { costOfGifts, type GiftCosts } from "../experiments/gift-cost.ts";
import { isReason, percentOf, readAudience } from "../experiments/read-fields.ts";
import { fieldsOf, readFormId } from "../read-form.ts";

export type OfferField = "choices" | "points" | "lasts" | "budget" | "generosity" | "reason" | "segment";

/** For so many minutes offers may hold after they were sent. */
export const LASTS = [30, 120, 1_440, 4_320, 10_080] as const;

export interface OfferForm {
  /** Made with the form: however often it is sent, everybody is offered once. */
  id: string;
  audience: Audience;
  plan: Omit<OfferPlan, "horizonDays" | "endsAt">;
  /** In minutes; null for as long as each reward says. */
  lasts: number | null;
  reason: string;
}

export type ReadOffers = { ok: true; form: OfferForm } | { ok: false; faults: OfferField[] };

const MOST_POINTS = 1_000_000n;
const MOST_MONEY = 10n ** 12n;

interface Known {
  segments: ReadonlyMap<string, string>;
  rewards: readonly string[];
  costs: GiftCosts;
}

/** What somebody filled in. Only what has a price can be offered, for a budget cannot hold what nobody knows the cost of. */
export function readOfferForm(form: FormData, shop: Pick<ShopRow, "currency">, known: Known): ReadOffers {
  const faults: OfferField[] = [];
  const text = fieldsOf(form);
  const choices = readChoices(text, known, faults);
  const lasts = LASTS.find((minutes) => String(minutes) === text("lasts")) ?? null;
  // Points are given for good: only a code can really end.
  if (lasts !== null && choices.some(({ kind }) => kind === "points")) faults.push("lasts");
  const budget = moneyOf(text("budget"), shop.currency);
  if (budget === null) faults.push("budget");
  const generosity = percentOf(text("generosity"), { least: 1, most: 50 });
  if (generosity === null) faults.push("generosity");
  const reason = text("reason");
  if (!isReason(reason)) faults.push("reason");
  const audience = readAudience(text("segment"), known.segments);
  if (audience === null) faults.push("segment");
  const id = readFormId(text("id"));
  if (faults.length > 0 || budget === null || generosity === null || audience === null || id === null)
    return { ok: false, faults };
  const policy = POLICIES.find((one) => one === text("policy")) ?? "personal";
  return { ok: true, form: { id, reason, lasts, audience, plan: { policy, budget, generosity, choices } } };
}

function readChoices(
  text: (name: string) => string,
  { rewards, costs }: Known,
  faults: OfferField[],
): OfferPlan["choices"] {
  const wanted = text("rewards")
    .split(",")
    .filter((id) => rewards.includes(id));
  const given: Offer["gives"][] = wanted.map((rewardId) => ({ kind: "reward", rewardId }));
  const typed = text("points");
  if (typed !== "") {
    const points = readPoints(typed);
    if (points === null || points <= 0n || points > MOST_POINTS) faults.push("points");
    else given.push({ kind: "points", points: points.toString() });
  }
  const choices = given.flatMap((gives) => {
    const cost = costOfGifts(gives, costs);
    const id = gives.kind === "reward" ? `reward:${gives.rewardId}` : `points:${gives.points}`;
    return cost === null ? [] : [{ id, kind: gives.kind, cost: Math.ceil(cost), gives }];
  });
  if (choices.length === 0 && !faults.includes("points")) faults.push("choices");
  return choices;
}

/** An amount above 0 in minor units; null for what is none. */
export function moneyOf(typed: string, currency: string): number | null {
  const amount = readTypedMoney(typed, currency);
  return amount !== null && amount > 0n && amount <= MOST_MONEY ? Number(amount) : null;
}
