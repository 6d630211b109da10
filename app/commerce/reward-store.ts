import type { MemberId, RedemptionId } from "../loyalty/ids.ts";
import type { Money } from "../loyalty/money.ts";
import type { Benefit } from "../loyalty/reward-benefit.ts";
import type { Instant } from "../loyalty/time.ts";

/** What a code may be used together with at the checkout. */
export interface CombinesWith {
  order: boolean;
  product: boolean;
  shipping: boolean;
}

/** Who gets what, under which name the store is to have it. A second asking under the same name makes no second one. */
export interface BenefitOrder {
  redemptionId: RedemptionId;
  customerId: MemberId;
  /** Other accounts of the same person: a code is for whichever of them they are signed in to. */
  alsoFor: readonly MemberId[];
  benefit: StoreBenefit;
  currency: string;
  /** Of a discount or a gift card: what the customer writes at the checkout. "" for the others. */
  code: string;
  /** What staff read of it in the store. */
  title: string;
  minimum: Money;
  combinesWith: CombinesWith;
  startsAt: Instant;
  endsAt: Instant | null;
}

/** Benefits that the store itself makes. */
export type StoreBenefit = Exclude<Benefit, { kind: "donation" | "custom" }>;

export type Made =
  | {
      outcome: "made";
      /** The store's id of it; null where it was there already and does not say. */
      reference: string | null;
    }
  /** It will not be made, however often it is asked. */
  | { outcome: "refused"; reason: string };

/** The store was asked to do something, and whether it has is not known: look before asking again. */
export class OutcomeUnknown extends Error {
  override name = "OutcomeUnknown";
}

/** The store surely did not do it, and will not. The message is what it said, for the merchant. */
export class StoreRefused extends Error {
  override name = "StoreRefused";
}

/** One code for each of these customers, who alone can use them, each once. */
export interface SharedDiscount extends Omit<BenefitOrder, "customerId" | "alsoFor" | "redemptionId"> {
  customerIds: MemberId[];
}

export type CodesAdded =
  | { state: "under-way" }
  /** With the reason of each that was refused. */
  | { state: "done"; refused: Map<string, string> };

/**
 * How a store grants what points were redeemed for. Whatever makes something throws StoreUnavailable where it surely was
 * not made, and OutcomeUnknown where nobody can say.
 */
export interface RewardStore {
  makeBenefit(shopDomain: string, order: BenefitOrder): Promise<Made>;
  /** Where the customer's account stands, to tell later what came after; null for benefits that have a name of their own. */
  benefitWatermark(shopDomain: string, order: BenefitOrder): Promise<string | null>;
  /** The store's ids of what may be this benefit, made after the watermark; the oldest first. */
  findBenefit(shopDomain: string, order: BenefitOrder, watermark: string | null): Promise<string[]>;
  /** Nobody can use the code any more. False where the store does not know it. */
  disableCode(shopDomain: string, code: string): Promise<boolean>;
  /** Nobody can use this code any more; others of the same discount stay. False where the store does not know it. */
  withdrawCode(shopDomain: string, code: string): Promise<boolean>;
  /** A discount for a group, with a first code; answers its id, also where it was there already. */
  makeSharedDiscount(shopDomain: string, discount: SharedDiscount): Promise<Made>;
  /** Adds codes to a group's discount, at most `CODES_A_CALL`; answers by what to ask how far that is. */
  addCodes(shopDomain: string, discount: string, codes: string[]): Promise<string>;
  codesAdded(shopDomain: string, adding: string): Promise<CodesAdded>;
}

export const CODES_A_CALL = 250;
/** Customers that one discount can be kept for. */
export const CUSTOMERS_A_DISCOUNT = 100;
