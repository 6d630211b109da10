import type { ExperimentKind, ExperimentPlan, Offer } from "../insight/experiments/plan.ts";
import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import { setAside } from "./budgets.ts";
import type { ShopTransaction } from "./database.ts";
import { IN_FORCE, issuesOf } from "./experiments.ts";
import { CHANGED_AGAIN } from "./picks.ts";
import type { Sql } from "./sql.ts";

/** In which arms of a kind these members are, of experiments that run or still count; who is in none is missing. */
export async function listArmsOf(
  sql: Sql,
  shopId: number,
  { kind, memberIds }: { kind: ExperimentKind; memberIds: readonly MemberId[] },
): Promise<{ memberId: MemberId; experimentId: string; arm: string; plan: ExperimentPlan }[]> {
  const rows = await sql.again<{
    member_id: bigint;
    experiment_id: string;
    arm: string;
    plan: ExperimentPlan;
  }>(
    `SELECT m.member_id, m.experiment_id, m.arm, e.plan FROM experiment e
     JOIN experiment_member m ON m.shop_id = e.shop_id AND m.experiment_id = e.id
     WHERE e.shop_id = $1 AND ${IN_FORCE} AND e.kind = $2 AND m.member_id = ANY($3::bigint[])
     ORDER BY e.started_at, e.id`,
    [shopId, kind, memberIds],
  );
  return rows.map((row) => ({
    ...{ memberId: row.member_id.toString(), experimentId: row.experiment_id },
    ...{ arm: row.arm, plan: row.plan },
  }));
}

export interface NewExperimentMember {
  memberId: MemberId;
  arm: string;
  /** They are to be given something. */
  waits: boolean;
  /** Theirs alone; also of those whom chance leaves without it. */
  offer?: Offer;
  /** What is set aside for them, in minor units. */
  cost?: bigint;
}

/** Notes whom an experiment has reached now. Whoever it reached before keeps arm and day. */
export async function insertExperimentMembers(
  tx: ShopTransaction,
  { experimentId, at, members }: { experimentId: string; at: Instant; members: NewExperimentMember[] },
): Promise<void> {
  await tx.query(
    `INSERT INTO experiment_member (shop_id, experiment_id, number, member_id, arm, exposed_at, gift, offer, cost)
     SELECT $1, $2, (SELECT coalesce(max(number), 0) FROM experiment_member WHERE shop_id = $1 AND experiment_id = $2)
       + new.place::int, new.member_id, new.arm, $3, CASE WHEN new.waits THEN 'waiting' ELSE 'none' END, new.offer::jsonb,
       new.cost::numeric
     FROM unnest($4::bigint[], $5::text[], $6::boolean[], $7::text[], $8::text[]) WITH ORDINALITY
       AS new(member_id, arm, waits, offer, cost, place)
     JOIN member m ON m.shop_id = $1 AND m.id = new.member_id FOR KEY SHARE OF m
     ON CONFLICT DO NOTHING`,
    [
      ...[tx.shopId, experimentId, new Date(at)],
      members.map(({ memberId }) => memberId),
      members.map(({ arm }) => arm),
      members.map(({ waits }) => waits),
      members.map(({ offer }) => (offer === undefined ? null : JSON.stringify(offer))),
      members.map(({ cost }) => cost?.toString() ?? null),
    ],
  );
}

/** Who was merged into somebody is that somebody from now on; where both were reached, the first time counts. */
export async function followMerges(tx: ShopTransaction, experimentId: string): Promise<void> {
  const gone = await tx.query<GoneMember>(
    `WITH RECURSIVE up AS (
       SELECT e.number, e.exposed_at, m.id, m.merged_into FROM experiment_member e
       JOIN member m ON m.shop_id = e.shop_id AND m.id = e.member_id
       WHERE e.shop_id = $1 AND e.experiment_id = $2
       UNION ALL SELECT up.number, up.exposed_at, m.id, m.merged_into FROM member m
       JOIN up ON m.shop_id = $1 AND m.id = up.merged_into),
     kept AS (
       SELECT number, id, row_number() OVER (PARTITION BY id ORDER BY exposed_at, number) AS place FROM up
       WHERE merged_into IS NULL)
     DELETE FROM experiment_member e USING kept, kept AS first
     WHERE e.shop_id = $1 AND e.experiment_id = $2 AND e.number = kept.number AND kept.place > 1
       AND first.id = kept.id AND first.place = 1
     RETURNING first.number, e.gift, e.cost, e.offer`,
    [tx.shopId, experimentId],
  );
  await handOnCosts(tx, { experimentId, gone });
  await tx.query(
    `WITH RECURSIVE up AS (
       SELECT e.number, m.id, m.merged_into FROM experiment_member e
       JOIN member m ON m.shop_id = e.shop_id AND m.id = e.member_id AND m.merged_into IS NOT NULL
       WHERE e.shop_id = $1 AND e.experiment_id = $2
       UNION ALL SELECT up.number, m.id, m.merged_into FROM member m JOIN up ON m.shop_id = $1 AND m.id = up.merged_into)
     UPDATE experiment_member e SET member_id = up.id FROM up
     WHERE e.shop_id = $1 AND e.experiment_id = $2 AND e.number = up.number AND up.merged_into IS NULL`,
    [tx.shopId, experimentId],
  );
}

interface GoneMember {
  /** Of the one who is kept. */
  number: number;
  gift: string;
  cost: bigint | null;
  offer: Offer | null;
}

/**
 * What was given to either is theirs who is kept, with what it costs, also where chance had left them without; and they
 * wait for nothing more. What was only to be given is free again.
 */
async function handOnCosts(
  tx: ShopTransaction,
  { experimentId, gone }: { experimentId: string; gone: readonly GoneMember[] },
): Promise<void> {
  let freed = 0n;
  for (const { number, gift, cost, offer } of gone) {
    if (gift === "waiting") freed += cost ?? 0n;
    if (gift !== "given" || cost === null) continue;
    const [kept] = await tx.query<{ freed: bigint }>(
      `UPDATE experiment_member e SET gift = 'given',
         offer = CASE WHEN before.gift = 'given' THEN before.offer ELSE coalesce($5::text::jsonb, before.offer) END,
         cost = $4::numeric + CASE WHEN before.gift = 'given' THEN coalesce(before.cost, 0) ELSE 0 END
       FROM experiment_member before
       WHERE e.shop_id = $1 AND e.experiment_id = $2 AND e.number = $3
         AND before.shop_id = $1 AND before.experiment_id = $2 AND before.number = $3
       RETURNING CASE WHEN before.gift = 'waiting' THEN coalesce(before.cost, 0) ELSE 0 END AS freed`,
      [tx.shopId, experimentId, number, cost.toString(), offer === null ? null : JSON.stringify(offer)],
    );
    freed += kept?.freed ?? 0n;
  }
  await setAside(tx, { experimentId, cost: -freed });
}

export interface WaitingGift {
  number: number;
  memberId: MemberId;
  arm: string;
  offer: Offer | null;
  /** What is set aside for it; null where nothing is. */
  cost: bigint | null;
}

/** Who is still to be given something, by number; until the transaction ends nobody else gives it. */
export async function nextWaitingGifts(
  tx: ShopTransaction,
  experimentId: string,
  limit: number,
): Promise<WaitingGift[]> {
  const rows = await tx.query<Omit<WaitingGift, "memberId"> & { member_id: bigint }>(
    `SELECT number, member_id, arm, offer, cost FROM experiment_member
     WHERE shop_id = $1 AND experiment_id = $2 AND gift = 'waiting' ORDER BY number LIMIT $3 FOR UPDATE`,
    [tx.shopId, experimentId, limit],
  );
  return rows.map(({ member_id: memberId, ...row }) => ({ ...row, memberId: memberId.toString() }));
}

/** What was set aside for a gift that is refused goes back. */
export async function settleGifts(
  tx: ShopTransaction,
  experimentId: string,
  settled: { number: number; gift: "given" | "refused" }[],
): Promise<void> {
  const [row] = await tx.query<{ cost: bigint | null }>(
    `WITH settled AS (
       UPDATE experiment_member e SET gift = new.gift FROM unnest($3::int[], $4::text[]) AS new(number, gift)
       WHERE e.shop_id = $1 AND e.experiment_id = $2 AND e.number = new.number RETURNING e.gift, e.cost)
     SELECT sum(cost) AS cost FROM settled WHERE gift = 'refused'`,
    [tx.shopId, experimentId, settled.map(({ number }) => number), settled.map(({ gift }) => gift)],
  );
  await setAside(tx, { experimentId, cost: -(row?.cost ?? 0n) });
}

/** Of a stopped experiment: who was not given anything yet will not be. */
export async function dropWaitingGifts(tx: ShopTransaction, experimentId: string): Promise<void> {
  const [row] = await tx.query<{ cost: bigint | null }>(
    `WITH dropped AS (
       UPDATE experiment_member SET gift = 'none' WHERE shop_id = $1 AND experiment_id = $2 AND gift = 'waiting'
       RETURNING cost)
     SELECT sum(cost) AS cost FROM dropped`,
    [tx.shopId, experimentId],
  );
  await setAside(tx, { experimentId, cost: -(row?.cost ?? 0n) });
}

/** How many of each arm were drawn to be given something, given already or not. */
export async function countDrawnGifts(
  tx: ShopTransaction,
  experimentId: string,
): Promise<{ arm: string; gifts: number }[]> {
  return tx.query(
    `SELECT arm, count(*)::int AS gifts FROM experiment_member
     WHERE shop_id = $1 AND experiment_id = $2 AND gift IN ('waiting', 'given') GROUP BY arm`,
    [tx.shopId, experimentId],
  );
}

export interface ReachedCount {
  arm: string;
  reached: number;
  given: number;
  refused: number;
}

export async function countReached(sql: Sql, shopId: number, experimentId: string): Promise<ReachedCount[]> {
  return sql.query<ReachedCount>(
    `SELECT arm, count(*)::int AS reached, (count(*) FILTER (WHERE gift = 'given'))::int AS given,
       (count(*) FILTER (WHERE gift = 'refused'))::int AS refused
     FROM experiment_member WHERE shop_id = $1 AND experiment_id = $2 GROUP BY arm`,
    [shopId, experimentId],
  );
}

/** The issues that gave members of an experiment their codes. */
export async function listIssuesOf(sql: Sql, shopId: number, experimentId: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM reward_issue WHERE shop_id = $1 AND starts_with(id, $2)`,
    [shopId, issuesOf(experimentId)],
  );
  return rows.map(({ id }) => id);
}

/**
 * What the store shows these members is published anew: who may be shown something of their own has changed. It is found
 * by the mark, as everything that is to be published.
 */
export async function restatePicks(
  tx: ShopTransaction,
  memberIds: readonly MemberId[] | "everybody",
): Promise<void> {
  await tx.query(
    `UPDATE member_picks SET published_at = NULL, ${CHANGED_AGAIN}
     WHERE shop_id = $1 AND ($2::bigint[] IS NULL OR member_id = ANY($2::bigint[]))`,
    [tx.shopId, memberIds === "everybody" ? null : memberIds],
  );
}
