import { isDeepStrictEqual } from "node:util";
import { setAside, setBudget } from "../../db/budgets.ts";
import { insertExperimentMembers, type NewExperimentMember } from "../../db/experiment-members.ts";
import { insertExperiment, lockExperiment, type StoredExperiment } from "../../db/experiments.ts";
import { lockShop, type ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { WHOLE } from "../../insight/experiments/assign.ts";
import { MINUTE, type Instant } from "../../loyalty/time.ts";
import { ARMS } from "../experiments/plan-form.ts";
import type { Services } from "../services.ts";
import { settingsOf, type AdjustmentLimit } from "../settings/shop-settings.ts";
import type { By } from "../staff/actions.ts";
import { limitOf } from "../staff/adjustment-limit.ts";
import { drawUpOffers, GIVEN_SHARE, OFFER_WINDOW_DAYS, saltOf, type DrawnUp } from "./draw-up-offers.ts";
import { openMonth } from "./monthly-budget.ts";
import type { OfferForm } from "./offer-form.ts";

export interface Sending {
  form: OfferForm;
  /** What the person was shown: other offers than those are not sent. */
  confirmed: { given: number; cost: number };
  by: By;
}

export type OffersSent =
  | { outcome: "sent"; id: string }
  /** Other offers would be sent than were shown, or were sent under this id. */
  | { outcome: "overtaken" }
  | { outcome: "nobody" }
  /** More points than the person may give by hand. */
  | { outcome: "beyond-limit" };

/**
 * Sends the offers as they were shown: who is offered what is written down with its reason, within the budget, in one
 * transaction, and given by the job. The shop is held meanwhile, so that two at once cannot both offer to the same member;
 * the same form sent twice sends once, and another under its id nothing.
 */
export async function sendOffers(
  services: Pick<Services, "db" | "clock" | "jobs">,
  shop: ShopRow,
  sending: Sending,
): Promise<OffersSent> {
  const at = services.clock();
  const { form, confirmed, by } = sending;
  const { id, plan } = form;
  return services.db.inShop(shop.id, async (tx) => {
    await lockShop(tx);
    const known = await lockExperiment(tx, id);
    if (known !== null) return isOf(form, known) ? { outcome: "sent", id } : { outcome: "overtaken" };
    if (isBeyond(plan, limitOf(by.role, await settingsOf(tx, shop.id)))) return { outcome: "beyond-limit" };
    const drawn = await drawUpOffers(services, shop, { form, sql: tx });
    const given = drawn.reached.filter(({ memberId }) => drawn.isGiven(memberId)).length;
    if (given === 0) return { outcome: "nobody" };
    if (given !== confirmed.given || drawn.cost !== confirmed.cost) return { outcome: "overtaken" };
    await insertExperiment(tx, experimentFor(shop, { ...sending, drawn, at }));
    const { month } = await openMonth(tx, shop, at);
    await setBudget(tx, { experimentId: id, budget: BigInt(plan.budget), month });
    await setAside(tx, { experimentId: id, cost: BigInt(drawn.cost) });
    await insertExperimentMembers(tx, { experimentId: id, at, members: membersOf(drawn, plan) });
    await noteAction(tx, shop.id, {
      ...{ at, ...by, action: "offers.sent", subject: { kind: "experiment", id } },
      detail: { members: String(given) },
    });
    await services.jobs.enqueue(tx, "go-on-with-experiments", { shopId: shop.id });
    return { outcome: "sent", id };
  });
}

/** Whether these were sent by this form; prices may have changed since. */
function isOf(
  { audience, reason, lasts, plan }: OfferForm,
  { plan: known, startedAt }: StoredExperiment,
): boolean {
  const { offers } = known;
  if (offers === undefined) return false;
  const chosen = ({ policy, budget, generosity, choices }: OfferForm["plan"]) => ({
    ...{ policy, budget, generosity, choices: choices.map(({ id }) => id) },
  });
  return isDeepStrictEqual(
    { audience, reason, ...chosen(plan), endsAt: endOf(lasts, startedAt ?? 0) },
    { audience: known.audience, reason: known.reason, ...chosen(offers), endsAt: offers.endsAt },
  );
}

/** The store's times have no fractions of a second. */
function endOf(lasts: OfferForm["lasts"], at: Instant): Instant | undefined {
  return lasts === null ? undefined : Math.floor((at + lasts * MINUTE) / 1000) * 1000;
}

/** What is given in days to come cannot be within what is left of today. */
function isBeyond({ choices }: OfferForm["plan"], { each, day }: AdjustmentLimit): boolean {
  return choices.some(({ gives }) => {
    return gives.kind === "points" && (day !== null || (each !== null && BigInt(gives.points) > each));
  });
}

function membersOf({ reached, isGiven }: DrawnUp, { choices }: OfferForm["plan"]): NewExperimentMember[] {
  return reached.flatMap(({ memberId, choice, because }) => {
    const gives = choices.find(({ id }) => id === choice.id)?.gives;
    if (gives === undefined) return [];
    const waits = isGiven(memberId);
    const offer = { choiceId: choice.id, gives, cost: choice.cost, because };
    const cost = waits ? { cost: BigInt(choice.cost) } : {};
    return [{ memberId, arm: waits ? ARMS.tried : ARMS.base, waits, offer, ...cost }];
  });
}

/** An experiment like any other: who was left without by chance is what the offers are held against. */
function experimentFor(
  shop: ShopRow,
  { form, drawn, at, by }: Sending & { drawn: DrawnUp; at: Instant },
): StoredExperiment {
  const { id, audience, reason, lasts, plan } = form;
  const endsAt = endOf(lasts, at);
  return {
    ...{ id, kind: "offers", state: "running", revision: 1, question: reason },
    ...{ layer: `offers:${id}`, slots: [], salt: saltOf(shop, id), createdAt: at, createdBy: by.staff },
    ...{ startedAt: at, stoppedAt: null, nextTurnAt: at },
    ...{ decision: null, note: "", decidedAt: null, decidedBy: null },
    plan: {
      ...{ audience, reason, share: WHOLE, measure: "bought", windowDays: OFFER_WINDOW_DAYS, spreadDays: 0 },
      ...{ smallest: 0, goodsMargin: null, needed: null },
      arms: [
        { id: ARMS.base, share: WHOLE - GIVEN_SHARE, gives: { kind: "nothing" } },
        { id: ARMS.tried, share: GIVEN_SHARE, gives: { kind: "offer" } },
      ],
      offers: { ...plan, horizonDays: drawn.horizonDays, ...(endsAt === undefined ? {} : { endsAt }) },
    },
  };
}
