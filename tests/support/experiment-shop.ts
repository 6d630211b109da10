import { afterAll, beforeAll, beforeEach } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import {
  planExperiment,
  startExperiment,
  type Changed,
} from "../../app/use-cases/experiments/change-experiment.ts";
import { goOnWithExperiments } from "../../app/use-cases/experiments/go-on.ts";
import { readPlanForm } from "../../app/use-cases/experiments/plan-form.ts";
import { showExperiment, type OneExperimentView } from "../../app/use-cases/experiments/show-experiments.ts";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import { deliver } from "./deliver.ts";
import { customer } from "./payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "./perennial.ts";

export const OWNER = { staff: "42", role: "owner" } as const;
export const MEMBERS = 18;
/** More than all gifts of a test cost. */
const ENOUGH = 100_000;

export let app: TestPerennial;
export let shop: ShopRow;
/** Of its members. */
export let ids: string[] = [];
let shops = 0;

/** A shop of its own with a few members for each test of a file, whose one reward is a code of 5.00 for 500 points. */
export function startExperiments(): void {
  beforeAll(async () => {
    app = await startPerennialInTest();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.now = NOON;
    shop = await app.install(`experiments-${++shops}.myshopify.com`, programme({ rewards: [thanks()] }));
    ids = Array.from({ length: MEMBERS }, (_, n) => newId(n));
    for (const id of ids)
      await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(id) });
    await app.settle(shop.domain);
  });
}

/** An id of this shop alone. */
export function newId(n: number): string {
  return String(shops * 1_000 + n);
}

export function thanks(changes: object = {}): object {
  return { id: "thanks", kind: "amount", cost: 500, value: "5.00", codeDays: 30, ...changes };
}

/** Another version of the programme, from now on. */
export async function publish(rewards: object[]): Promise<void> {
  const saved = await saveProgramme(app.services, shop, {
    document: programme({ rewards, effectiveFrom: new Date(app.clock.now).toISOString() }),
    savedBy: OWNER.staff,
    basedOn: 1,
  });
  if (saved.outcome !== "saved") throw new Error(saved.outcome);
}

export const POINTS = {
  kind: "points",
  points: "100",
  reason: "A little extra",
  smallest: "10",
  window: "7",
};

export async function plan(id: string, fields: Record<string, string> = {}): Promise<void> {
  const read = readPlanForm(formOf({ id, question: "Do more buy?", ...POINTS, ...fields }), {
    segments: new Map(),
    rewards: ["thanks"],
  });
  if (!read.ok) throw new Error(read.faults.join());
  await planExperiment(app.services, shop, { form: read.form, by: OWNER });
}

export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** As the page shows that no more may be given than there are members, nor for more than anything costs. */
export function start(id: string, shown: { most?: number; cost?: number } = {}): Promise<Changed> {
  const { most = MEMBERS, cost = ENOUGH } = shown;
  return startExperiment(app.services, shop, { id, revision: 1, by: OWNER, shown: { most, cost } });
}

export function goOn(): Promise<void> {
  return goOnWithExperiments(app.services, shop.id);
}

export async function shown(id: string): Promise<OneExperimentView> {
  const view = await showExperiment(app.services, shop, { id, locale: "en" });
  if (view === null) throw new Error(`no experiment ${id}`);
  return view;
}

/** Points that members have. */
export async function given(): Promise<Map<string, bigint>> {
  const rows = await app.db.sql.query<{ id: bigint; available: bigint }>(
    `SELECT id, available FROM member WHERE shop_id = $1 AND available > 0`,
    [shop.id],
  );
  return new Map(rows.map(({ id, available }) => [id.toString(), available]));
}

/** Whom an experiment reached, with their arm. */
export async function reached(id: string): Promise<Map<string, string>> {
  const rows = await app.db.sql.query<{ member_id: bigint; arm: string }>(
    `SELECT member_id, arm FROM experiment_member WHERE shop_id = $1 AND experiment_id = $2`,
    [shop.id, id],
  );
  return new Map(rows.map(({ member_id: memberId, arm }) => [memberId.toString(), arm]));
}
