import { nextWaitingGifts, settleGifts, type WaitingGift } from "../../db/experiment-members.ts";
import { lockExperiment, type StoredExperiment } from "../../db/experiments.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { isOut } from "../../loyalty/absence.ts";
import type { Gives } from "../../insight/experiments/plan.ts";
import type { Command } from "../handle-event.ts";
import { handleEvents } from "../handle-events.ts";
import { issueRewardToMany } from "../rewards/issue-reward-to-many.ts";
import type { Services } from "../services.ts";

/** Members are held for as long as their turn takes: few enough that nobody waits at a till. */
const MEMBERS_AT_ONCE = 200;

/**
 * Gives the next of those who wait what their arm gives; answers whether there may be more. The entry and the word that it
 * is made are one transaction, and each gift has a key of its own: nobody is given anything twice.
 */
export async function giveNext(
  services: Services,
  shop: ShopRow,
  experiment: StoredExperiment,
): Promise<boolean> {
  const versions = await listVersions(services.db.sql, shop.id);
  const rewards: { rewardId: string; gifts: WaitingGift[] }[] = [];
  const more = await services.db.inShop(shop.id, async (tx) => {
    rewards.length = 0;
    if ((await lockExperiment(tx, experiment.id))?.state !== "running") return false;
    const waiting = await nextWaitingGifts(tx, experiment.id, MEMBERS_AT_ONCE);
    const points: { gift: WaitingGift; command: Command }[] = [];
    const codes = new Map<string, WaitingGift[]>();
    for (const gift of waiting) {
      const gives = gift.offer?.gives ?? givesOf(experiment, gift.arm);
      if (gives.kind === "reward") codes.set(gives.rewardId, [...(codes.get(gives.rewardId) ?? []), gift]);
      if (gives.kind === "points") points.push({ gift, command: commandFor(experiment, gift, gives) });
    }
    rewards.push(...[...codes].map(([rewardId, gifts]) => ({ rewardId, gifts })));
    const refused = new Set<string>();
    const commands = points.map(({ command }) => command);
    const refuses: Parameters<typeof handleEvents>[2]["refuses"] = (book, { event, eventId }) => {
      const member = event.kind === "adjust" ? book.members.get(event.customerId) : undefined;
      const isNobody = member === undefined || member.mergedInto !== null || isOut(member);
      if (isNobody) refused.add(eventId);
      return isNobody;
    };
    if (commands.length > 0) await handleEvents(services, tx, { shop, versions, refuses }, commands);
    const settled = points.map(({ gift: { number }, command: { eventId } }) => {
      return { number, gift: refused.has(eventId) ? ("refused" as const) : ("given" as const) };
    });
    await settleGifts(tx, experiment.id, settled);
    if (settled.length > 0) await services.jobs.enqueue(tx, "publish-summaries", { shopId: shop.id });
    return waiting.length === MEMBERS_AT_ONCE;
  });
  for (const { rewardId, gifts } of rewards) await issue(services, shop, { experiment, rewardId, gifts });
  return more;
}

/** Every issue that gave codes in an experiment begins with this. */
export function issueIdOf(experimentId: string, number: number): string {
  return `experiment-${experimentId}-${number}`;
}

/** Under the number of its first member: where this ends in between, the same issue is found to be given already. */
async function issue(
  services: Services,
  shop: ShopRow,
  { experiment, rewardId, gifts }: { experiment: StoredExperiment; rewardId: string; gifts: WaitingGift[] },
): Promise<void> {
  const [first] = gifts;
  if (first === undefined) return;
  const settle = (gift: "given" | "refused") => gifts.map(({ number }) => ({ number, gift }));
  const issued = await issueRewardToMany(services, shop, {
    ...{ id: issueIdOf(experiment.id, first.number), rewardId, actor: experiment.createdBy },
    recipients: { memberIds: gifts.map(({ memberId }) => memberId) },
    then: (tx) => settleGifts(tx, experiment.id, settle("given")),
  });
  if (issued.outcome === "issued") return;
  const gift = issued.outcome === "repeated" ? "given" : "refused";
  await services.db.inShop(shop.id, (tx) => settleGifts(tx, experiment.id, settle(gift)));
}

function commandFor(
  { id, plan, createdBy }: StoredExperiment,
  { number, memberId }: WaitingGift,
  { points }: Extract<Gives, { kind: "points" }>,
): Command {
  const key = `experiment:${id}:${number}`;
  return {
    ...{ actor: createdBy, eventId: key },
    event: { kind: "adjust", customerId: memberId, reason: plan.reason, key, points: BigInt(points) },
  };
}

function givesOf({ plan }: StoredExperiment, arm: string): Gives {
  return plan.arms.find(({ id }) => id === arm)?.gives ?? { kind: "nothing" };
}
