import type { CodeState } from "../../commerce/store-state.ts";
import {
  disableAgain,
  listOpenCodes,
  listUnknownBenefits,
  tryAgainNow,
  type OpenCode,
} from "../../db/open-codes.ts";
import { HOUR, MINUTE } from "../../loyalty/time.ts";
import { handleEvent } from "../handle-event.ts";
import { noteFindings } from "./deliver-missed.ts";
import { isDoubtful } from "./doubt.ts";
import { deliverMissedOrders } from "./reconcile-orders.ts";
import { NO_FINDING, type Reconciling, type Turn } from "./reconciling.ts";

const CODES_A_RUN = 200;
/** What was made or disabled a moment ago may not be seen everywhere in the store yet. */
const SETTLED_AFTER = 10 * MINUTE;
const UNKNOWN_FOR_LONG = HOUR;
const UNKNOWN_A_RUN = 100;

/** Holds and what was given up against their codes in the store, and benefits of which nobody knows what became. */
export async function reconcileCodes(reconciling: Reconciling): Promise<Turn> {
  const { services, shop, run } = reconciling;
  const now = services.clock();
  const open = await listOpenCodes(services.db.sql, shop.id, {
    now,
    settledBefore: now - SETTLED_AFTER,
    most: CODES_A_RUN,
    turn: run.number,
  });
  const states = await services.platform.codeStates(shop.domain, open);
  await lookForOrders(reconciling, open, states);
  await releaseCancelled(reconciling, open, states);
  await disableLiving(reconciling, open, states);
  await lookUpUnknown(reconciling);
  return { cursor: null, looked: { codes: open.length } };
}

/** A code was used and its points are not taken: the order that carries it may never have been heard of. */
async function lookForOrders(
  reconciling: Reconciling,
  open: OpenCode[],
  states: ReadonlyMap<string, CodeState>,
): Promise<void> {
  const { services, shop } = reconciling;
  for (const { code } of open) {
    if ((states.get(code)?.uses ?? 0) === 0) continue;
    await deliverMissedOrders(reconciling, await services.platform.ordersWithCode(shop.domain, code));
  }
}

/** Whoever deletes or disables a code in the store cancels the redemption: its points go back. */
async function releaseCancelled(
  reconciling: Reconciling,
  open: OpenCode[],
  states: ReadonlyMap<string, CodeState>,
): Promise<void> {
  const held = open.filter(({ state }) => state === "held");
  const cancelled = held.filter(({ code }) => {
    const state = states.get(code);
    return state === undefined || (!state.isUsable && state.uses === 0);
  });
  if (isDoubtful(cancelled.length, held.length)) {
    const detail = `${cancelled.length}/${held.length}`;
    return noteFindings(reconciling, [{ ...NO_FINDING, kind: "codes-not-found", webhookId: null, detail }]);
  }
  for (const code of cancelled) await release(reconciling, code);
}

async function release(reconciling: Reconciling, { redemptionId, memberId, code }: OpenCode): Promise<void> {
  const { services, shop, run } = reconciling;
  // The uses that the store counts lag behind: an order that carries the code says more.
  const orders = await services.platform.ordersWithCode(shop.domain, code);
  if (orders.length > 0) return deliverMissedOrders(reconciling, orders);
  const event = { kind: "release", redemptionId, because: "cancelled" } as const;
  const eventId = `reconcile-${run.number}-${redemptionId}`;
  const outcome = await handleEvent(services, shop, { event, actor: "store", eventId });
  if (outcome.outcome !== "released") return;
  await noteFindings(reconciling, [{ ...NO_FINDING, kind: "code-cancelled", webhookId: null, memberId }]);
}

/** Points were given back for these, and somebody could still use them. */
async function disableLiving(
  reconciling: Reconciling,
  open: OpenCode[],
  states: ReadonlyMap<string, CodeState>,
): Promise<void> {
  const { services, shop } = reconciling;
  const living = open.filter(({ state, code }) => {
    const there = states.get(code);
    return state === "released" && there !== undefined && there.isUsable && there.uses === 0;
  });
  if (living.length === 0) return;
  const ids = living.map(({ redemptionId }) => redemptionId);
  await services.db.inShop(shop.id, async (tx) => {
    await disableAgain(tx, ids, services.clock());
    await services.jobs.enqueue(tx, "make-benefits", { shopId: shop.id });
  });
  await noteFindings(
    reconciling,
    living.map(({ memberId }) => ({ ...NO_FINDING, kind: "code-alive", webhookId: null, memberId })),
  );
}

async function lookUpUnknown(reconciling: Reconciling): Promise<void> {
  const { services, shop } = reconciling;
  const now = services.clock();
  const wanted = { askedBefore: now - UNKNOWN_FOR_LONG, limit: UNKNOWN_A_RUN };
  const unknown = await listUnknownBenefits(services.db.sql, shop.id, wanted);
  if (unknown.length === 0) return;
  const ids = unknown.map(({ redemptionId }) => redemptionId);
  await services.db.inShop(shop.id, async (tx) => {
    await tryAgainNow(tx, ids, now);
    await services.jobs.enqueue(tx, "make-benefits", { shopId: shop.id });
  });
  await noteFindings(
    reconciling,
    unknown.map(({ memberId }) => ({ ...NO_FINDING, kind: "benefit-unknown", webhookId: null, memberId })),
  );
}
