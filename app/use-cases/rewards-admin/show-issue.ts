import {
  countUsedCodes,
  findIssue,
  listIssuedLines,
  type IssuedLine,
  type ListedIssue,
} from "../../db/issue-list.ts";
import { findProgress } from "../../db/reward-issues.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { Instant } from "../../loyalty/time.ts";
import { programmeLabels } from "../programme-labels.ts";
import { stopIssue } from "../rewards/issue-reward-to-many.ts";
import type { By } from "../staff/actions.ts";
import { staffNames } from "../staff/staff-names.ts";
import type { Services } from "../services.ts";

const MEMBERS_SHOWN = 50;

/** "making" while the store is at it; "cancelled" and "ended": nobody can use its codes any more. */
export type IssueState = "making" | "ready" | "cancelled" | "ended";

export interface IssueLine {
  id: string;
  reward: string;
  state: IssueState;
  members: number;
  ready: number;
  refused: number;
  at: Instant;
  endsAt: Instant;
  actor: string;
}

export interface IssueView extends IssueLine {
  now: Instant;
  /** Of staff, by their number. */
  names: Record<string, string>;
  used: number;
  /** What the store said where it would not make some of them, or could not so far. */
  reasons: string[];
  lines: IssuedLine[];
  /** The number to go on after; null where these are all. */
  more: string | null;
}

export function issueLine(issue: ListedIssue, names: Record<string, string>, now: Instant): IssueLine {
  const { id, rewardId, members, ready, refused, at, endsAt, actor, cancelledAt } = issue;
  const made = ready + refused === members ? "ready" : "making";
  const state = cancelledAt !== null ? "cancelled" : endsAt <= now ? "ended" : made;
  return { id, reward: names[rewardId] ?? rewardId, state, members, ready, refused, at, endsAt, actor };
}

/** null where there is none of this id. */
export async function showIssuePage(
  services: Services,
  shop: ShopRow,
  { id, after, locale }: { id: string; after: string; locale: string },
): Promise<IssueView | null> {
  const { sql } = services.db;
  const issue = await findIssue(sql, shop.id, id);
  if (issue === null) return null;
  const now = services.clock();
  const { rewards } = await programmeLabels(services, shop, locale);
  const progress = await findProgress(sql, shop.id, id);
  const lines = await listIssuedLines(sql, shop.id, { id, after, limit: MEMBERS_SHOWN + 1 });
  const shown = lines.slice(0, MEMBERS_SHOWN);
  return {
    ...issueLine(issue, rewards, now),
    now,
    names: await staffNames(services, shop, [issue.actor]),
    used: await countUsedCodes(sql, shop.id, id),
    reasons: progress?.reasons ?? [],
    lines: shown,
    more: lines.length > MEMBERS_SHOWN ? (shown.at(-1)?.memberId ?? null) : null,
  };
}

export type IssueCancelled = { outcome: "issue-cancelled" } | { outcome: "issue-over" };

/** Its codes are disabled in the store; whoever used theirs keeps what they got. */
export async function cancelIssueByStaff(
  services: Services,
  shop: ShopRow,
  { id, by }: { id: string; by: By },
): Promise<IssueCancelled> {
  const now = services.clock();
  return services.db.inShop(shop.id, async (tx) => {
    const issue = await findIssue(tx, shop.id, id);
    if (issue === null || issue.cancelledAt !== null || issue.endsAt <= now) return { outcome: "issue-over" };
    await stopIssue(services, tx, id);
    await noteAction(tx, shop.id, {
      ...{ at: now, staff: by.staff, role: by.role, action: "reward.issue-cancelled" },
      subject: { kind: "issue", id },
      detail: { reward: issue.rewardId },
    });
    return { outcome: "issue-cancelled" };
  });
}
