import { hash, randomUUID } from "node:crypto";
import type { ShopTransaction } from "../../db/database.ts";
import { nextWaitingGifts, settleGifts, type WaitingGift } from "../../db/experiment-members.ts";
import { listPresent } from "../../db/experiment-outcomes.ts";
import { issuesOf, lockExperiment, type StoredExperiment } from "../../db/experiments.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Gives } from "../../insight/experiments/plan.ts";
import { isOut } from "../../loyalty/absence.ts";
import { add, compare, fraction, subtract, ZERO } from "../../loyalty/fraction.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Command } from "../handle-event.ts";
import { handleEvents, type CommandsTerms } from "../handle-events.ts";
import { issueRewardToManyIn } from "../rewards/issue-reward-to-many.ts";
import type { Services } from "../services.ts";
import { giftCosts, priceOf, type GiftCosts } from "./gift-cost.ts";

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
    const isOver = services.clock() >= (experiment.plan.offers?.endsAt ?? Infinity);
    const due = affordable(
      (isOver ? [] : waiting).map((gift) => ({
        ...{ gift, gives: gift.offer?.gives ?? givesOf(experiment, gift.arm) },
      })),
      costs,
    );
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

/** What is set aside is never exceeded: where gifts have become dearer, only those are given that it is enough for. */
function affordable(due: Giving["due"], costs: GiftCosts): Giving["due"] {
  let left = ZERO;
  return due.filter(({ gift: { cost }, gives }) => {
    if (cost === null) return true;
    const price = priceOf(gives, costs);
    const rest = price === null ? null : subtract(add(left, fraction(cost)), price);
    // The whole units of a gift may lack a part of one that others before it have.
    if (rest === null || compare(rest, fraction(-1n)) <= 0) return false;
    left = rest;
    return true;
  });
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
  const endsAt = experiment.plan.offers?.endsAt;
  for (const [rewardId, gifts] of groups) {
    const recipients = { memberIds: gifts.map(({ memberId }) => memberId) };
    const issued = await issueRewardToManyIn(services, tx, {
      ...{ shop, versions },
      wanted: {
        ...{
          id: `${issuesOf(experiment.id)}${randomUUID()}`,
          rewardId,
          recipients,
          actor: experiment.createdBy,
        },
        ...(endsAt === undefined ? {} : { endsAt }),
      },
    });
    if (issued.outcome === "issued") given.push(...gifts.map(({ number }) => number));
  }
  return given;
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
