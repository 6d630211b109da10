import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { setBudget } from "../../db/budgets.ts";
import type { ShopTransaction } from "../../db/database.ts";
import { dropWaitingGifts } from "../../db/experiment-members.ts";
import {
  deleteExperimentDraft,
  findExperiment,
  insertExperiment,
  listInForce,
  lockExperiment,
  updateExperiment,
  type Decision,
  type StoredExperiment,
} from "../../db/experiments.ts";
import { lockShop, type ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { StaffActionName } from "../../db/staff-action-names.ts";
import { freeShare, freeSlots, WHOLE } from "../../insight/experiments/assign.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { settingsOf } from "../settings/shop-settings.ts";
import type { By } from "../staff/actions.ts";
import { limitOf } from "../staff/adjustment-limit.ts";
import { forecast } from "./forecast.ts";
import type { PlanForm } from "./plan-form.ts";

type Acting = Pick<Services, "db" | "clock" | "jobs">;

/** Where experiments share nobody, unless somebody says that they may. */
export const EXCLUSIVE = "exclusive";

/** Keeps a plan. The same form sent twice keeps one; with other words it changes nothing of what stands. */
export async function planExperiment(
  services: Acting,
  shop: ShopRow,
  { form, by }: { form: PlanForm; by: By },
): Promise<Replanned> {
  const { id, question, kind, overlaps, plan } = form;
  const { needed } = await forecast(services, shop, plan);
  const at = services.clock();
  const layer = layerFor(id, overlaps);
  return services.db.inShop(shop.id, async (tx) => {
    const isNew = await insertExperiment(tx, {
      ...{ id, kind, question, state: "draft", revision: 1, plan: { ...plan, needed }, slots: [] },
      ...{
        layer,
        salt: randomUUID(),
        createdAt: at,
        createdBy: by.staff,
      },
      ...{ startedAt: null, stoppedAt: null, nextTurnAt: null },
      ...{ decision: null, note: "", decidedAt: null, decidedBy: null },
    });
    if (isNew) {
      await note(tx, { id, at, by, action: "experiment.planned" });
      return { outcome: "planned", id, revision: 1 };
    }
    const known = await lockExperiment(tx, id);
    if (known === null) return { outcome: "gone", id, revision: 0 };
    // How many are needed follows from what members did by then.
    const { needed: _needed, mostGiven: _mostGiven, ...stands } = known.plan;
    const isSame = isDeepStrictEqual(
      { question: known.question, kind: known.kind, layer: known.layer, ...stands },
      { question, kind, layer, ...plan },
    );
    const outcome = isSame ? "planned" : known.state === "draft" ? "overtaken" : "begun";
    return { outcome, id, revision: known.revision };
  });
}

export interface Replanned {
  /** "begun": what runs is compared by the plan that it began with. */
  outcome: "planned" | "overtaken" | "begun" | "gone";
  id: string;
  /** Of what stands now. */
  revision: number;
}

/** Puts another plan in the place of one that has not begun. */
export async function replanExperiment(
  services: Acting,
  shop: ShopRow,
  { form, revision, by }: { form: PlanForm; revision: number; by: By },
): Promise<Replanned> {
  const { id, question, kind, overlaps } = form;
  const { needed } = await forecast(services, shop, form.plan);
  const at = services.clock();
  return services.db.inShop(shop.id, async (tx) => {
    const known = await lockExperiment(tx, id);
    if (known === null) return { outcome: "gone", id, revision: 0 };
    if (known.state !== "draft") return { outcome: "begun", id, revision: known.revision };
    const plan = { ...form.plan, needed };
    const changed = { ...known, question, kind, plan, layer: layerFor(id, overlaps) };
    // The same form may be sent twice.
    if (isDeepStrictEqual(changed, known)) return { outcome: "planned", id, revision: known.revision };
    if (known.revision !== revision) return { outcome: "overtaken", id, revision: known.revision };
    await updateExperiment(tx, changed);
    await note(tx, { id, at, by, action: "experiment.replanned" });
    return { outcome: "planned", id, revision: known.revision + 1 };
  });
}

function layerFor(id: string, overlaps: boolean): string {
  return overlaps ? `alone:${id}` : EXCLUSIVE;
}

export interface Change {
  id: string;
  /** The revision that the page showed: an older one changes nothing. */
  revision: number;
  by: By;
}

export type Changed =
  | { outcome: "changed" }
  /** It is so already: the same form was sent before. */
  | { outcome: "unchanged" }
  /** Somebody changed it meanwhile. */
  | { outcome: "overtaken" }
  | { outcome: "gone" }
  /** Others that run have the places; in per cent what is free. */
  | { outcome: "no-room"; free: number }
  /** More points than the person may give by hand. */
  | { outcome: "beyond-limit" };

export interface Starting extends Change {
  /** What the page showed: no more are given something, and they cost no more; null where nobody could say. */
  shown: { most: number; cost: number | null };
}

/**
 * Begins to reach members: from here on it goes on by itself. Never more of them are given something than the page showed,
 * nor than there are to be by now, and never for more: where gifts become dearer, fewer are reached.
 */
export async function startExperiment(
  services: Acting,
  shop: ShopRow,
  { shown, ...change }: Starting,
): Promise<Changed> {
  const draft = await findExperiment(services.db.sql, shop.id, change.id);
  if (draft === null) return { outcome: "gone" };
  const { mostGiven, cost } = await forecast(services, shop, draft.plan);
  return alter(services, shop, change, {
    isDone: ({ state }) => state !== "draft",
    async alter(tx, experiment, at) {
      if (await isBeyondLimit(tx, shop, { experiment, by: change.by })) return { outcome: "beyond-limit" };
      // What had a price when the page was drawn has none now, or the other way round.
      if ((shown.cost === null) !== (cost === null)) return { outcome: "overtaken" };
      const taken = (await listInForce(tx))
        .filter(({ layer }) => layer === experiment.layer)
        .flatMap(({ slots }) => slots);
      const slots = freeSlots(taken, experiment.plan.share);
      if (slots === null) return { outcome: "no-room", free: Math.floor((100 * freeShare(taken)) / WHOLE) };
      const started = { state: "running", slots, startedAt: at, nextTurnAt: at } as const;
      const plan = { ...experiment.plan, mostGiven: Math.min(shown.most, mostGiven) };
      await updateExperiment(tx, { ...experiment, ...started, plan });
      if (shown.cost !== null && cost !== null)
        await setBudget(tx, { experimentId: experiment.id, budget: BigInt(Math.min(shown.cost, cost)) });
      await services.jobs.enqueue(tx, "go-on-with-experiments", { shopId: shop.id });
      await note(tx, { ...change, at, action: "experiment.started" });
      return { outcome: "changed" };
    },
  });
}

/**
 * Reaches and gives no more. Who was reached is counted until their days are over, and the arms stay what they are until
 * then: nobody of them is shown anything else, and no other experiment has them. What was given stays theirs.
 */
export function stopExperiment(services: Acting, shop: ShopRow, change: Change): Promise<Changed> {
  return alter(services, shop, change, {
    isDone: ({ state, kind }) => state !== "running" || kind === "control-group",
    async alter(tx, experiment, at) {
      await updateExperiment(tx, { ...experiment, state: "stopped", stoppedAt: at, nextTurnAt: at });
      await dropWaitingGifts(tx, experiment.id);
      await services.jobs.enqueue(tx, "go-on-with-experiments", { shopId: shop.id });
      await note(tx, { ...change, at, action: "experiment.stopped" });
      return { outcome: "changed" };
    },
  });
}

const LONGEST_NOTE = 1_000;

/** Records what the merchant made of it; may be changed later, which the log shows. */
export function decideExperiment(
  services: Acting,
  shop: ShopRow,
  change: Change & { decision: Decision; text: string },
): Promise<Changed> {
  const { decision, by } = change;
  const written = change.text.trim().slice(0, LONGEST_NOTE);
  return alter(services, shop, change, {
    isDone: (known) => known.state === "draft" || (known.decision === decision && known.note === written),
    async alter(tx, experiment, at) {
      const decided = { decision, note: written, decidedAt: at, decidedBy: by.staff };
      await updateExperiment(tx, { ...experiment, ...decided });
      await note(tx, { ...change, at, action: "experiment.decided" });
      return { outcome: "changed" };
    },
  });
}

/** Only a plan: what ran is kept. */
export function discardExperiment(services: Acting, shop: ShopRow, change: Change): Promise<Changed> {
  return alter(services, shop, change, {
    isDone: ({ state }) => state !== "draft",
    async alter(tx, _experiment, at) {
      await deleteExperimentDraft(tx, change.id);
      await note(tx, { ...change, at, action: "experiment.discarded" });
      return { outcome: "changed" };
    },
  });
}

interface Alteration {
  /** It is so already. */
  isDone(experiment: StoredExperiment): boolean;
  alter(tx: ShopTransaction, experiment: StoredExperiment, at: Instant): Promise<Changed>;
}

function alter(
  { db, clock }: Acting,
  shop: ShopRow,
  { id, revision }: Change,
  alteration: Alteration,
): Promise<Changed> {
  return db.inShop(shop.id, async (tx) => {
    await lockShop(tx);
    const experiment = await lockExperiment(tx, id);
    if (experiment === null) return { outcome: "gone" };
    if (alteration.isDone(experiment)) return { outcome: "unchanged" };
    if (experiment.revision !== revision) return { outcome: "overtaken" };
    return alteration.alter(tx, experiment, clock());
  });
}

async function isBeyondLimit(
  tx: ShopTransaction,
  shop: ShopRow,
  { experiment, by }: { experiment: StoredExperiment; by: By },
): Promise<boolean> {
  const { each, day } = limitOf(by.role, await settingsOf(tx, shop.id));
  return experiment.plan.arms.some(({ gives }) => {
    if (gives.kind !== "points") return false;
    // What is given to many in days to come cannot be within what is left of today.
    return day !== null || (each !== null && BigInt(gives.points) > each);
  });
}

async function note(
  tx: ShopTransaction,
  { id, at, by, action }: { id: string; at: Instant; by: By; action: StaffActionName },
): Promise<void> {
  await noteAction(tx, tx.shopId, { at, ...by, action, subject: { kind: "experiment", id } });
}
