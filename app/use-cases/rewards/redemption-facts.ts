import type { RedemptionGlance } from "../../db/member-redemptions.ts";
import type { IssuedCode } from "../../db/reward-issues.ts";
import type { Reward } from "../../loyalty/programme.ts";
import type { RedemptionRecord } from "../../loyalty/records.ts";
import { benefitOf, hasCode } from "../../loyalty/reward-benefit.ts";
import type { RedemptionFacts } from "../../loyalty/summarise.ts";
import { valueOf } from "../../loyalty/summarise-rewards.ts";
import type { RewardKind, RewardState } from "../../loyalty/summary.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";

/** Under which terms something was redeemed: what the programme says today does not change it. */
export interface RedeemedTerms {
  reward: Reward;
  currency: string;
}

export function termsOf(
  versions: readonly ProgrammeVersion[],
  { version, rewardId }: Pick<RedemptionRecord, "version" | "rewardId">,
): RedeemedTerms | null {
  const programme = versions.find(({ number }) => number === version)?.programme;
  const reward = programme?.rewards.find(({ id }) => id === rewardId);
  return programme === undefined || reward === undefined ? null : { reward, currency: programme.currency };
}

/** What storefronts tell of a redemption; null for one that was undone or used, or whose terms are not known. */
export function redemptionFacts(
  versions: readonly ProgrammeVersion[],
  glance: RedemptionGlance,
): RedemptionFacts | null {
  const { record } = glance;
  const terms = termsOf(versions, record);
  if (terms === null) return null;
  const { reward, currency } = terms;
  const state = rewardStateOf(glance, reward.kind);
  if (state === null) return null;
  return {
    id: record.id,
    rewardId: record.rewardId,
    kind: reward.kind,
    points: record.cost,
    value: valueOf(benefitOf(reward, record.units, currency), currency),
    state,
    code: record.code,
    heldAt: record.heldAt,
    endsAt: record.endsAt,
  };
}

/** The same of a reward that was given to many; its code is known before it can be used. */
export function issuedFacts(
  versions: readonly ProgrammeVersion[],
  { issue, code, ready }: IssuedCode,
): RedemptionFacts | null {
  const terms = termsOf(versions, issue);
  if (terms === null) return null;
  const { reward, currency } = terms;
  return {
    id: `gift-${issue.id}`,
    rewardId: issue.rewardId,
    kind: reward.kind,
    points: 0n,
    value: valueOf(benefitOf(reward, null, currency), currency),
    state: ready ? "ready" : "making",
    code,
    heldAt: issue.at,
    endsAt: issue.endsAt,
  };
}

/** How far it is, for the member's eyes; null where nothing of it is open any more. */
export function rewardStateOf({ record, benefit }: RedemptionGlance, kind: RewardKind): RewardState | null {
  if (record.state === "taken" && !hasCode(kind)) return "granted";
  if (record.state !== "held") return null;
  if (benefit?.state === "by-hand") return "waiting";
  return hasCode(kind) && benefit?.state === "done" ? "ready" : "making";
}
