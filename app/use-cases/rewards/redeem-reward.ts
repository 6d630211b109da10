import { findRedemption } from "../../db/benefits.ts";
import { findErased } from "../../db/erased.ts";
import { findRedemptionGlance } from "../../db/member-redemptions.ts";
import { findRefusal, saveRefusal } from "../../db/redemption-refusals.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { MemberId, RedemptionId } from "../../loyalty/ids.ts";
import type { RedemptionRecord } from "../../loyalty/records.ts";
import type { Refusal } from "../../loyalty/redemption.ts";
import { handleEvent } from "../handle-event.ts";
import type { Services } from "../services.ts";
import type { Role } from "../staff/permissions.ts";
import { makeBenefitSoon } from "./make-benefits.ts";
import { redemptionIdOf, rewardCodeOf } from "./reward-identity.ts";
import { surroundingsOf } from "./list-redemptions.ts";
import { redemptionView, type RedemptionView } from "./redemption-view.ts";

/** Shoppers wait that long for their code; after it they are told where it will appear. */
const WAIT_MS = 2_500;

export interface RedeemRequest {
  memberId: MemberId;
  rewardId: string;
  /** Of a sliding cost; null for a fixed one. */
  units: bigint | null;
  /** Made by the page once for each wish: however often it is sent, points are held once. */
  key: string;
  /** "shopper", or the id of a member of staff. */
  actor: string;
  /** Of the member of staff, whose log has a line of it. */
  role?: Role;
}

export type Redeemed =
  /** Also where it was redeemed before, by the same request: then with what became of it since. */
  | { outcome: "redeemed"; redemption: RedemptionView }
  | { outcome: "refused"; refusal: Refusal }
  /** The key stands for another wish. */
  | { outcome: "key-reused" }
  | { outcome: "nobody" };

/** Holds the points and has the benefit made, at once where the store answers in time. */
export async function redeemReward(
  services: Services,
  shop: ShopRow,
  request: RedeemRequest,
): Promise<Redeemed> {
  const { sql } = services.db;
  const id = redemptionIdOf(shop, request.memberId, request.key);
  const before = await findRedemption(sql, shop.id, id);
  if (before !== null) return answerAgain(services, shop, request, before);
  const erased = await findErased(sql, shop, { customers: [request.memberId], orders: [] });
  if (erased.customers.size > 0) return { outcome: "nobody" };
  const refusal = await hold(services, shop, request, id);
  if (refusal !== null) return { outcome: "refused", refusal };
  await makeBenefitSoon(services, shop, { redemptionId: id, withinMs: WAIT_MS });
  const record = await findRedemption(sql, shop.id, id);
  if (record === null) throw new Error(`the redemption ${id} is gone`);
  return answerAgain(services, shop, request, record);
}

async function hold(
  services: Services,
  shop: ShopRow,
  { memberId: customerId, rewardId, units, actor, role }: RedeemRequest,
  redemptionId: RedemptionId,
): Promise<Refusal | null> {
  const code = rewardCodeOf(shop, redemptionId);
  const event = { kind: "redeem", redemptionId, customerId, rewardId, code, units } as const;
  let refusal: Refusal | null = null;
  await handleEvent(
    services,
    shop,
    { event, actor, eventId: redemptionId },
    {
      async then(tx, { outcome }) {
        if (outcome.outcome === "refused") {
          refusal = refusalOf(outcome);
          await saveRefusal(tx, redemptionId, refusal);
        } else if (outcome.outcome !== "unchanged" && role !== undefined) {
          await noteAction(tx, shop.id, {
            ...{ at: services.clock(), staff: actor, role, action: "redemption.made" },
            subject: { kind: "member", id: customerId },
            detail: { redemption: redemptionId, reward: rewardId },
          });
        }
      },
    },
  );
  return refusal;
}

function refusalOf(refused: Refusal): Refusal {
  return refused.because === "short"
    ? { because: "short", missing: refused.missing }
    : { because: refused.because };
}

async function answerAgain(
  { db: { sql } }: Services,
  shop: ShopRow,
  { rewardId, units, actor }: RedeemRequest,
  record: RedemptionRecord,
): Promise<Redeemed> {
  if (record.rewardId !== rewardId || record.units !== units) return { outcome: "key-reused" };
  if (record.state === "refused") {
    const refusal = await findRefusal(sql, shop.id, record.id);
    return { outcome: "refused", refusal: refusal ?? { because: "not-now" } };
  }
  const glance = await findRedemptionGlance(sql, shop.id, record.id);
  const seenBy = actor === "shopper" ? "member" : "staff";
  const redemption =
    glance === null ? null : redemptionView(shop, await surroundingsOf(sql, shop, [glance], seenBy), glance);
  if (redemption === null) throw new Error(`the redemption ${record.id} cannot be told of`);
  return { outcome: "redeemed", redemption };
}
