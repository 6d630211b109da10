import { createHmac } from "node:crypto";
import { rememberDeliveries, type NewDelivery } from "../../db/deliveries.ts";
import { toStorableJson } from "../../db/json.ts";
import { addFindings, type Finding } from "../../db/reconciliation-findings.ts";
import { saveProgress } from "../../db/reconciliations.ts";
import { subjectOf } from "../receive-delivery.ts";
import { Overtaken, type Missed, type Reconciling } from "./reconciling.ts";

/**
 * Puts what was missed into the line of deliveries, to be settled like any other, and notes it for the report. The same
 * news has the same id whenever it is found, so that finding it again, by whomever, is a repetition.
 */
export async function deliverMissed(reconciling: Reconciling, missed: Missed[]): Promise<void> {
  if (missed.length === 0) return;
  const { services, shop } = reconciling;
  const rows = distinct(missed.map((one) => rowOf(reconciling, one)));
  await services.db.inShop(shop.id, async (tx) => {
    const came = await rememberDeliveries(
      tx,
      rows.map(({ delivery }) => delivery),
    );
    const fresh = rows.filter((_, place) => came[place] === "new").map(({ finding }) => finding);
    await note(reconciling, tx, fresh);
  });
}

/** Notes what is no matter of a delivery: mended in another way, or left to people. */
export async function noteFindings(reconciling: Reconciling, findings: Finding[]): Promise<void> {
  if (findings.length === 0) return;
  const { services, shop } = reconciling;
  await services.db.inShop(shop.id, (tx) => note(reconciling, tx, findings));
}

async function note(
  reconciling: Reconciling,
  tx: Parameters<typeof saveProgress>[0],
  findings: Finding[],
): Promise<void> {
  const { run, services } = reconciling;
  const doubtful = findings.filter(isDoubt).length;
  const counts = {
    ...run.counts,
    missed: run.counts.missed + findings.length - doubtful,
    doubtful: run.counts.doubtful + doubtful,
  };
  const touchedAt = services.clock();
  await addFindings(tx, run.number, findings);
  const { step, cursor } = run;
  if (!(await saveProgress(tx, run, { step, cursor, counts, touchedAt, isDone: false })))
    throw new Overtaken("the run is somebody else's");
  reconciling.run = { ...run, counts, touchedAt, turns: run.turns + 1 };
}

function isDoubt({ kind }: Finding): boolean {
  return kind === "orders-not-found" || kind === "members-not-found" || kind === "codes-not-found";
}

interface Row {
  delivery: NewDelivery;
  finding: Finding;
}

function rowOf({ services, shop }: Reconciling, { finding, topic, event }: Missed): Row {
  // Under a key: the id stays in the ledger, and must name nobody once they are erased.
  const webhookId = `reconcile-${createHmac("sha256", shop.salt).update(toStorableJson(event)).digest("hex")}`;
  const delivery: NewDelivery = {
    shopId: shop.id,
    webhookId,
    topic,
    eventId: null,
    triggeredAt: null,
    receivedAt: services.clock(),
    event,
    body: null,
    reason: null,
    ...subjectOf(event),
  };
  return { delivery, finding: { ...finding, webhookId } };
}

/** The database takes an id once a statement. */
function distinct(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.delivery.webhookId, row])).values()];
}
