import { afterAll, beforeAll, beforeEach } from "vitest";
import { listVersions } from "../../app/db/programmes.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { applyProgramme } from "../../app/use-cases/programme/apply-programme.ts";
import { planProgramme } from "../../app/use-cases/programme/plan-programme.ts";
import type { ProgrammePlan } from "../../app/use-cases/programme/programme-plan.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "./perennial.ts";

export const TIERS = {
  basis: "spend",
  levels: [
    { id: "bronze", at: "0" },
    { id: "silver", at: "100.00" },
    { id: "gold", at: "500.00" },
  ],
};
export const REWARDS = [
  { id: "five-off", kind: "amount", cost: 100, value: "5.00", minimum: "20.00" },
  { id: "ten-off", kind: "amount", cost: 300, value: "10.00", minimum: "20.00" },
];
const START = { tiers: TIERS, rewards: REWARDS, points: { pendingDays: 0 } };

export let app: TestPerennial;
export let shop: ShopRow;
let shops = 0;

/** A shop of its own for each test of a file, with levels and rewards. */
export function startProgrammes(): void {
  beforeAll(async () => {
    app = await startPerennialInTest();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.now = NOON;
    await installAnother();
  });
}

/** From now on the test speaks of this one. */
export async function installAnother(): Promise<void> {
  shop = await app.install(`as-code-${++shops}.myshopify.com`, programme(START));
}

/** The document as somebody has it in their files, without its start. */
export function written(changes: object = {}): Record<string, unknown> {
  const { effectiveFrom: _start, ...document } = programme({ ...START, ...changes });
  return document;
}

export const apply = (document: unknown, plan: string | null) =>
  applyProgramme(app.services, shop, { document, plan, savedBy: "agency" });

/** The plan of a document that can be planned. */
export async function planned(document: unknown): Promise<ProgrammePlan> {
  const outcome = await planProgramme(app.services, shop, document);
  if (outcome.outcome !== "planned") throw new Error(JSON.stringify(outcome));
  return outcome.plan;
}

/** Of the versions that are saved. */
export async function numbers(): Promise<number[]> {
  return (await listVersions(app.db.sql, shop.id)).map(({ number }) => number);
}
