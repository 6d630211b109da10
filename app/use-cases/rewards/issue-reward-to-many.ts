import { CUSTOMERS_A_DISCOUNT } from "../../commerce/reward-store.ts";
import type { ShopTransaction } from "../../db/database.ts";
import { listVersions } from "../../db/programmes.ts";
import {
  cancelIssue,
  insertCodes,
  insertIssue,
  listRecipients,
  type Recipients,
  type RewardIssue,
} from "../../db/reward-issues.ts";
import type { ShopRow } from "../../db/shops.ts";
import { benefitOf, hasCode } from "../../loyalty/reward-benefit.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";
import { issuedCodeOf } from "./reward-identity.ts";

export interface RewardForMany {
  /** Made with the form: however often it is sent, everybody is given one code. */
  id: string;
  rewardId: string;
  recipients: Recipients;
  /** A staff member's id. */
  actor: string;
  /** When the codes end; where the reward ends them earlier, or nothing is said, as it says. */
  endsAt?: Instant;
  /** What must be kept together with it, or not at all. */
  then?(tx: ShopTransaction): Promise<void>;
}

export type Issued =
  /** Progress is told by `findProgress`. */
  | { outcome: "issued"; members: number }
  | { outcome: "repeated" }
  | { outcome: "refused"; because: "unknown-reward" | "no-code" | "nobody" };

/** Read at once, and written in few statements. */
const MEMBERS_AT_ONCE = 20 * CUSTOMERS_A_DISCOUNT;

/**
 * Gives a reward to many members without points, each with a code of their own: a thank-you to a tier, a gift at the end
 * of the year. Members share a discount by the hundred, which only they can use, each once, so that tens of thousands of
 * codes are a few hundred discounts. The codes are known from here on; the job has the store make them.
 */
export async function issueRewardToMany(
  services: Services,
  shop: ShopRow,
  wanted: RewardForMany,
): Promise<Issued> {
  const versions = await listVersions(services.db.sql, shop.id);
  return services.db.inShop(shop.id, (tx) => issueRewardToManyIn(services, tx, { shop, versions, wanted }));
}

/** The same together with something else. */
export async function issueRewardToManyIn(
  services: Services,
  tx: ShopTransaction,
  { shop, versions, wanted }: { shop: ShopRow; versions: readonly ProgrammeVersion[]; wanted: RewardForMany },
): Promise<Issued> {
  const { id, rewardId, recipients, actor, then } = wanted;
  const now = services.clock();
  const version = versionAt(versions, now);
  const reward = version?.programme.rewards.find((candidate) => candidate.id === rewardId);
  if (version === null || reward === undefined) return { outcome: "refused", because: "unknown-reward" };
  if (!hasCode(reward.kind) || benefitOf(reward, null, version.programme.currency) === null)
    return { outcome: "refused", because: "no-code" };
  const endsAt = Math.min(now + reward.codeDays * DAY, wanted.endsAt ?? Infinity);
  const issue: RewardIssue = { id, rewardId, version: version.number, actor, at: now, endsAt };
  const [anybody] = await listRecipients(tx, recipients, { after: "0", limit: 1 });
  if (anybody === undefined) return { outcome: "refused", because: "nobody" };
  if (!(await insertIssue(tx, issue))) return { outcome: "repeated" };
  const members = await giveCodes(tx, shop, { issue, recipients });
  await then?.(tx);
  await services.jobs.enqueue(tx, "issue-codes", { shopId: shop.id });
  return { outcome: "issued", members };
}

async function giveCodes(
  tx: ShopTransaction,
  shop: ShopRow,
  { issue, recipients }: { issue: RewardIssue; recipients: Recipients },
): Promise<number> {
  let given = 0;
  for (let after = "0"; ;) {
    const page = await listRecipients(tx, recipients, { after, limit: MEMBERS_AT_ONCE });
    const last = page.at(-1);
    if (last === undefined) return given;
    const first = given / CUSTOMERS_A_DISCOUNT;
    const codes = page.map((memberId, place) => ({
      memberId,
      batch: first + Math.floor(place / CUSTOMERS_A_DISCOUNT),
      code: issuedCodeOf(shop, issue.id, memberId),
    }));
    await insertCodes(tx, issue.id, { codes, now: issue.at });
    given += page.length;
    after = last;
    if (page.length < MEMBERS_AT_ONCE) return given;
  }
}

/** Nobody can use its codes any more. False where there is none of this id. */
export async function stopIssue(services: Services, tx: ShopTransaction, id: string): Promise<boolean> {
  const found = await cancelIssue(tx, id, services.clock());
  const { shopId } = tx;
  await services.jobs.enqueue(tx, "issue-codes", { shopId });
  await services.jobs.enqueue(tx, "publish-summaries", { shopId });
  return found;
}
