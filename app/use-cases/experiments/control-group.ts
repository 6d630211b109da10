import { randomUUID } from "node:crypto";
import type { ShopTransaction } from "../../db/database.ts";
import { restatePicks } from "../../db/experiment-members.ts";
import {
  insertExperiment,
  listRunning,
  updateExperiment,
  type StoredExperiment,
} from "../../db/experiments.ts";
import { lockShop, type ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { inControlGroup, WHOLE } from "../../insight/experiments/assign.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";

/*
 * A few members, drawn by chance, get nothing that is made for one person: what such things bring is the difference
 * between them and everybody else. Points, tiers, rewards and whatever was promised stay theirs. It is an experiment
 * without an end; another share begins it anew, with the same salt, so that whoever was in it stays in it when it grows.
 */

/** In basis points: 5 in 100 members unless the merchant says otherwise, and never more than 20. */
export const USUAL_SHARE = 500;
export const LARGEST_SHARE = 2_000;

/** After so many days its members are held against the others, and again after as many more. */
export const CONTROL_WINDOW_DAYS = 30;

const LAYER = "control-group";
/** The layer has places for everybody: who is in the group is drawn from its salt alone. */
const EVERY_PLACE = [{ from: 0, to: WHOLE }];

type Asking = Pick<Services, "db">;

export interface ControlGroup {
  /** Of the experiment that its figures are kept under. */
  id: string;
  /** In basis points. */
  share: number;
  salt: string;
  since: Instant;
}

/** null while there is none, which is so until a merchant asks for one. */
export async function findControlGroup({ db }: Asking, shop: ShopRow): Promise<ControlGroup | null> {
  return controlGroupOf(await listRunning(db.sql, shop.id));
}

/** The same of experiments that somebody has read already. */
export function controlGroupOf(running: readonly StoredExperiment[]): ControlGroup | null {
  const found = running.find(({ kind }) => kind === "control-group");
  if (found === undefined) return null;
  const { id, salt, startedAt, createdAt, plan } = found;
  return { id, salt, since: startedAt ?? createdAt, share: plan.arms[0]?.share ?? 0 };
}

/**
 * Whether a member is to get nothing personal; false for everybody where there is no control group. Asked once for many
 * members; within a transaction by its connection.
 */
export async function controlGroupTest(
  { db }: { db: { sql: Sql } },
  shop: ShopRow,
): Promise<(memberId: MemberId) => boolean> {
  const group = controlGroupOf(await listRunning(db.sql, shop.id));
  return (memberId) => group !== null && inControlGroup(group.salt, group.share, memberId);
}

export interface ControlGroupChange {
  /** In basis points; 0 for no control group any more. */
  share: number;
  /** The share that the page showed: one that is older changes nothing. */
  shown: number;
  by: By;
}

export type ControlGroupSaved =
  | { outcome: "saved"; share: number }
  | { outcome: "refused"; because: "share" }
  /** Somebody changed it meanwhile. */
  | { outcome: "overtaken"; share: number };

/** Sets the share. The same form sent twice changes it once. */
export async function setControlGroup(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { share, shown, by }: ControlGroupChange,
): Promise<ControlGroupSaved> {
  if (!Number.isInteger(share) || share < 0 || share > LARGEST_SHARE)
    return { outcome: "refused", because: "share" };
  return db.inShop(shop.id, async (tx) => {
    await lockShop(tx);
    const running = await listRunning(tx, shop.id);
    const before = running.find(({ kind }) => kind === "control-group");
    const now = clock();
    const standing = controlGroupOf(running)?.share ?? 0;
    if (standing === share) return { outcome: "saved", share };
    if (standing !== shown) return { outcome: "overtaken", share: standing };
    if (before !== undefined)
      await updateExperiment(tx, { ...before, state: "stopped", stoppedAt: now, nextTurnAt: null });
    if (share > 0) await begin(tx, { share, salt: before?.salt ?? randomUUID(), now, by });
    await restatePicks(tx, "everybody");
    await noteAction(tx, shop.id, {
      ...{ at: now, ...by, action: "control-group.changed", subject: null },
      detail: { share: `${share / 100} %` },
    });
    return { outcome: "saved", share };
  });
}

async function begin(
  tx: ShopTransaction,
  { share, salt, now, by }: { share: number; salt: string; now: Instant; by: By },
): Promise<void> {
  await insertExperiment(tx, {
    ...{ id: randomUUID(), kind: "control-group", state: "running", revision: 1, question: "" },
    ...{ layer: LAYER, slots: EVERY_PLACE, salt, createdAt: now, createdBy: by.staff, startedAt: now },
    ...{ stoppedAt: null, nextTurnAt: now, decision: null, note: "", decidedAt: null, decidedBy: null },
    plan: {
      ...{ audience: { kind: "everybody" }, share: WHOLE, measure: "revenue", spreadDays: 1 },
      ...{ windowDays: CONTROL_WINDOW_DAYS, smallest: 0, goodsMargin: null, reason: "", needed: null },
      arms: [
        { id: "control", share, gives: { kind: "nothing" } },
        { id: "personal", share: WHOLE - share, gives: { kind: "everything-personal" } },
      ],
    },
  });
}
