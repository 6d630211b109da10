import { hash, randomUUID } from "node:crypto";
import type { ShopTransaction } from "../../db/database.ts";
import { nextWaitingGifts, settleGifts, type WaitingGift } from "../../db/experiment-members.ts";
import { listPresent } from "../../db/experiment-outcomes.ts";
import { lockExperiment, type StoredExperiment } from "../../db/experiments.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Gives, Offer } from "../../insight/experiments/plan.ts";
import { isOut } from "../../loyalty/absence.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Command } from "../handle-event.ts";
import { handleEvents, type CommandsTerms } from "../handle-events.ts";
import { issueRewardToManyIn } from "../rewards/issue-reward-to-many.ts";
import type { Services } from "../services.ts";
import { costOfGifts, giftCosts, type GiftCosts } from "./gift-cost.ts";

/** Members are held for as long as their turn takes: few enough that nobody waits at a till. */
const MEMBERS_AT_ONCE = 200;

/**
 * Gives the next of those who wait what their arm gives; answers whether there may be more. Whether it still runs and who
 * is still in is looked at in the one transaction that gives, and that notes what was given: nobody is given anything
 * twice, nobody is noted who was not.
 */
export async function giveNext(
  services: Services,
  shop: ShopRow,
  experiment: StoredExperiment,
): Promise<boolean> {
  const versions = await listVersions(services.db.sql, shop.id);
  const costs = await giftCosts(services, shop);
  return services.db.inShop(shop.id, async (tx) => {
    if ((await lockExperiment(tx, experiment.id))?.state !== "running") return false;
    const waiting = await nextWaitingGifts(tx, experiment.id, MEMBERS_AT_ONCE);
    const affordable = waiting.filter(({ offer }) => offer === null || !isDearer(offer, costs));
    const due = affordable.map((gift) => ({
      gift,
      gives: gift.offer?.gives ?? givesOf(experiment, gift.arm),
    }));
    const giving = { shop, versions, experiment, due };
    const given = new Set([
      ...(await givePoints(services, tx, giving)),
      ...(await giveCodes(services, tx, giving)),
    ]);
    await settleGifts(
      tx,
      experiment.id,
      waiting.map(({ number }) => ({ number, gift: given.has(number) ? "given" : "refused" })),
    );
    return waiting.length === MEMBERS_AT_ONCE;
  });
}

/** The budget holds what an offer cost when it was sent: what costs more by now is not given. */
function isDearer({ gives, cost }: Offer, costs: GiftCosts): boolean {
  const now = costOfGifts(gives, costs);
  return now === null || Math.ceil(now) > cost;
}

interface Giving {
  shop: ShopRow;
  versions: readonly ProgrammeVersion[];
  experiment: StoredExperiment;
  due: { gift: WaitingGift; gives: Gives }[];
}

/** Answers to whom, by number. */
async function givePoints(
  services: Services,
  tx: ShopTransaction,
  { shop, versions, experiment, due }: Giving,
): Promise<number[]> {
  const points = due.flatMap(({ gift, gives }) => {
    return gives.kind === "points" ? [{ gift, command: commandFor(experiment, gift, gives) }] : [];
  });
  if (points.length === 0) return [];
  const refuses: CommandsTerms["refuses"] = (book, { event }) => {
    const member = event.kind === "adjust" ? book.members.get(event.customerId) : undefined;
    return member === undefined || member.mergedInto !== null || isOut(member);
  };
  const commands = points.map(({ command }) => command);
  const outcomes = await handleEvents(services, tx, { shop, versions, refuses }, commands);
  await services.jobs.enqueue(tx, "publish-summaries", { shopId: shop.id });
  // A key that is known gave its points before now, and not to whoever waits here.
  return points.flatMap(({ gift }, n) => (outcomes[n]?.outcome === "adjusted" ? [gift.number] : []));
}

/** The same, of rewards. */
async function giveCodes(
  services: Services,
  tx: ShopTransaction,
  { shop, versions, experiment, due }: Giving,
): Promise<number[]> {
  const present = await listPresent(
    tx,
    shop.id,
    due.flatMap(({ gift, gives }) => (gives.kind === "reward" ? [gift.memberId] : [])),
  );
  const groups = new Map<string, WaitingGift[]>();
  for (const { gift, gives } of due) {
    if (gives.kind === "reward" && present.has(gift.memberId))
      groups.set(gives.rewardId, [...(groups.get(gives.rewardId) ?? []), gift]);
  }
  const given: number[] = [];
  for (const [rewardId, gifts] of groups) {
    const recipients = { memberIds: gifts.map(({ memberId }) => memberId) };
    const wanted = { id: newIssueId(experiment.id), rewardId, recipients, actor: experiment.createdBy };
    const issued = await issueRewardToManyIn(services, tx, { shop, versions, wanted });
    if (issued.outcome === "issued") given.push(...gifts.map(({ number }) => number));
  }
  return given;
}

/** Every issue that gave codes in an experiment begins with its name, by which they are found. */
function newIssueId(experimentId: string): string {
  return `experiment-${experimentId}-${randomUUID()}`;
}

/** The key is the member's own, whatever became of others; their id does not stand in it, for it outlives them. */
function commandFor(
  { id, salt, plan, createdBy }: StoredExperiment,
  { memberId }: WaitingGift,
  { points }: Extract<Gives, { kind: "points" }>,
): Command {
  const key = `experiment:${id}:${hash("sha256", `${salt}:gift:${memberId}`, "hex").slice(0, 24)}`;
  return {
    ...{ actor: createdBy, eventId: key },
    event: { kind: "adjust", customerId: memberId, reason: plan.reason, key, points: BigInt(points) },
  };
}

function givesOf({ plan }: StoredExperiment, arm: string): Gives {
  return plan.arms.find(({ id }) => id === arm)?.gives ?? { kind: "nothing" };
}
