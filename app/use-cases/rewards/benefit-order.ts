import type { BenefitOrder, StoreBenefit } from "../../commerce/reward-store.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { RedemptionRecord } from "../../loyalty/records.ts";
import { benefitOf, type Benefit } from "../../loyalty/reward-benefit.ts";
import { MINUTE } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import { termsOf } from "./redemption-facts.ts";
import { giftCardCodeOf } from "./reward-identity.ts";

/** What a redemption gives, by the programme it was redeemed under; null where that does not say. */
export function benefitOfRedemption(
  versions: readonly ProgrammeVersion[],
  record: RedemptionRecord,
): Benefit | null {
  const terms = termsOf(versions, record);
  return terms === null ? null : benefitOf(terms.reward, record.units, terms.currency);
}

/** What the store is asked for; null where the redemption's terms are not known. */
export function benefitOrderOf(
  shop: ShopRow,
  versions: readonly ProgrammeVersion[],
  {
    record,
    benefit,
    alsoFor,
  }: { record: RedemptionRecord; benefit: StoreBenefit; alsoFor: readonly MemberId[] },
): BenefitOrder | null {
  const terms = termsOf(versions, record);
  if (terms === null) return null;
  const { reward, currency } = terms;
  return {
    redemptionId: record.id,
    customerId: record.memberId,
    alsoFor,
    benefit,
    currency,
    code: benefit.kind === "gift-card" ? giftCardCodeOf(shop, record.id) : (record.code ?? ""),
    title: `Loyalty reward: ${reward.id}`,
    minimum: reward.minimum,
    combinesWith: reward.combinesWith,
    // The store's clock may be a little behind ours, and the shopper is at the checkout already.
    startsAt: record.heldAt - MINUTE,
    endsAt: record.endsAt,
  };
}
