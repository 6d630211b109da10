import type { RedemptionGlance } from "../../db/member-redemptions.ts";
import type { IssuedCode } from "../../db/reward-issues.ts";
import type { ShopRow } from "../../db/shops.ts";
import { formatMoney } from "../../loyalty/money.ts";
import { toJsonNumber } from "../../loyalty/points.ts";
import { benefitOf, hasCode } from "../../loyalty/reward-benefit.ts";
import { valueOf } from "../../loyalty/summarise-rewards.ts";
import type { RewardKind, RewardState, Whole } from "../../loyalty/summary.ts";
import { formatInstant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import { issuedFacts, rewardStateOf, termsOf, type RedeemedTerms } from "./redemption-facts.ts";
import { giftCardCodeOf } from "./reward-identity.ts";

/** Beside what is open: `used` at the checkout, `returned`: the points came back, `not-made`: the store refused it. */
export type RedemptionProgress = RewardState | "used" | "returned" | "not-made";

/** A redemption as its member, or staff, may see it; plain data. */
export interface RedemptionView {
  id: string;
  reward: string;
  kind: RewardKind;
  points: Whole;
  /** "5.00" of the currency, or per cent; null for a benefit without an amount. */
  value: string | null;
  currency: string;
  /** What a basket must be worth for its code; null where anything will do. */
  minimum: string | null;
  state: RedemptionProgress;
  /** While it can be used, and a gift card's from when it was made: the latter for the member alone. */
  code: string | null;
  heldAt: string;
  endsAt: string | null;
  /** By the member; staff may also take back what waits for them. */
  canCancel: boolean;
}

/** Whose eyes see it: what a gift card is worth belongs to whoever knows its code. */
export type SeenBy = "member" | "staff";

/** What a redemption is seen with. */
export interface Surroundings {
  seenBy: SeenBy;
  versions: readonly ProgrammeVersion[];
  /** Codes, in lower case, that an order carries which may still be paid. */
  orderedCodes: ReadonlySet<string>;
}

/** null for a refused wish, and where the terms it was redeemed under are not known. */
export function redemptionView(
  shop: ShopRow,
  { seenBy, versions, orderedCodes }: Surroundings,
  glance: RedemptionGlance,
): RedemptionView | null {
  const { record } = glance;
  const terms = termsOf(versions, record);
  if (terms === null || record.state === "refused") return null;
  const { kind } = terms.reward;
  const state = progressOf(glance, kind);
  return {
    id: record.id,
    reward: record.rewardId,
    kind,
    points: toJsonNumber(record.cost),
    value: valueOf(benefitOf(terms.reward, record.units, terms.currency), terms.currency),
    currency: terms.currency,
    minimum: minimumOf(terms),
    state,
    code: kind === "gift-card" && seenBy !== "member" ? null : codeOf(shop, glance, { kind, state }),
    heldAt: formatInstant(record.heldAt),
    endsAt: record.endsAt === null ? null : formatInstant(record.endsAt),
    canCancel: mayBeCancelled(glance, kind) && !orderedCodes.has(record.code?.toLowerCase() ?? ""),
  };
}

/** What was given to many, as one of them sees it; null where its terms are not known. */
export function issuedView(versions: readonly ProgrammeVersion[], issued: IssuedCode): RedemptionView | null {
  const facts = issuedFacts(versions, issued);
  const terms = termsOf(versions, issued.issue);
  if (facts === null || terms === null) return null;
  const { rewardId, heldAt, endsAt, points, code, state, ...rest } = facts;
  return {
    ...rest,
    reward: rewardId,
    points: toJsonNumber(points),
    currency: terms.currency,
    minimum: minimumOf(terms),
    state,
    code: state === "ready" ? code : null,
    heldAt: formatInstant(heldAt),
    endsAt: endsAt === null ? null : formatInstant(endsAt),
    canCancel: false,
  };
}

function minimumOf({ reward, currency }: RedeemedTerms): string | null {
  return reward.minimum === 0n ? null : formatMoney(reward.minimum, currency);
}

function progressOf(glance: RedemptionGlance, kind: RewardKind): RedemptionProgress {
  const open = rewardStateOf(glance, kind);
  if (open !== null) return open;
  if (glance.record.state === "taken") return "used";
  return glance.benefit?.state === "refused" && glance.benefit.reason !== null ? "not-made" : "returned";
}

function codeOf(
  shop: ShopRow,
  { record }: RedemptionGlance,
  { kind, state }: { kind: RewardKind; state: RedemptionProgress },
): string | null {
  if (kind === "gift-card") return state === "granted" ? giftCardCodeOf(shop, record.id) : null;
  return state === "ready" ? record.code : null;
}

/** A code can be disabled; what is granted without one can not be taken back once the store may have been asked. */
export function mayBeCancelled({ record, benefit }: RedemptionGlance, kind: RewardKind): boolean {
  if (record.state !== "held") return false;
  return hasCode(kind) || benefit === null || (benefit.state === "due" && !benefit.asked);
}
