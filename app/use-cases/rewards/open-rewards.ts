import { listEndingOffers } from "../../db/experiments.ts";
import { listOpenRedemptions } from "../../db/member-redemptions.ts";
import { listVersions } from "../../db/programmes.ts";
import { listIssuedCodes, type IssuedCode } from "../../db/reward-issues.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { formatMoney } from "../../loyalty/money.ts";
import type { OfferFacts, RedemptionFacts } from "../../loyalty/summarise.ts";
import { DAY, earliest, type Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";
import { issuedFacts, redemptionFacts, termsOf } from "./redemption-facts.ts";

/** How long what was granted without a code stays among the open redemptions. */
const GRANTED_SHOWN = 30 * DAY;

/** What a member has or may use of rewards. */
export interface OpenRewards {
  /** Newest first. */
  redemptions: RedemptionFacts[];
  /** Those that were made to them alone, and end. */
  offers: OfferFacts[];
  /** When the first code that was given without points ends; null for none. */
  movesAt: Instant | null;
}

/** Of these members; whoever has nothing is missing. */
export async function openRewards(
  { db: { sql }, clock }: Pick<Services, "db" | "clock">,
  shopId: number,
  members: MemberId[],
): Promise<Map<MemberId, OpenRewards>> {
  const now = clock();
  const open = await listOpenRedemptions(sql, shopId, { members, grantedSince: now - GRANTED_SHOWN });
  const issued = await listIssuedCodes(sql, shopId, { members, now });
  const versions = open.length + issued.length === 0 ? [] : await listVersions(sql, shopId);
  const reasons = issued.length === 0 ? [] : await listEndingOffers(sql, shopId, now);
  const found = new Map<MemberId, OpenRewards>();
  const of = (memberId: MemberId) => {
    const known = found.get(memberId) ?? { redemptions: [], offers: [], movesAt: null };
    found.set(memberId, known);
    return known;
  };
  for (const glance of open)
    of(glance.record.memberId).redemptions.push(...some(redemptionFacts(versions, glance)));
  for (const code of issued) {
    const rewards = of(code.memberId);
    rewards.redemptions.push(...some(issuedFacts(versions, code)));
    rewards.movesAt = earliest([rewards.movesAt, code.issue.endsAt]);
    const offer = reasons.find(({ issuesBegin }) => code.issue.id.startsWith(issuesBegin));
    if (offer !== undefined && code.ready)
      rewards.offers.push(...some(offerFacts(versions, code, offer.reason)));
  }
  for (const { redemptions } of found.values()) redemptions.sort((a, b) => b.heldAt - a.heldAt);
  return found;
}

function offerFacts(
  versions: readonly ProgrammeVersion[],
  issued: IssuedCode,
  reason: string,
): OfferFacts | null {
  const facts = issuedFacts(versions, issued);
  const terms = termsOf(versions, issued.issue);
  if (facts === null || terms === null) return null;
  const { minimum } = terms.reward;
  return {
    ...{ reward: facts.rewardId, kind: facts.kind, value: facts.value, code: issued.code, reason },
    minimum: minimum === 0n ? null : formatMoney(minimum, terms.currency),
    endsAt: issued.issue.endsAt,
  };
}

function some<Value>(value: Value | null): Value[] {
  return value === null ? [] : [value];
}
