/**
 * Reports of a saved segment say of its members what reports of all would say if nobody else were there, whoever comes and
 * goes in whatever steps.
 *
 * `FIGURE_RUNS=200 vitest run tests/flow/figures-of-segments.test.ts` follows more histories.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { savedName } from "../../app/db/figures/saved-segments.ts";
import type { Definition } from "../../app/insight/segments/definition.ts";
import { DAY, HOUR } from "../../app/loyalty/time.ts";
import {
  followLedger,
  listShopsToFollow,
  rebuildFigures,
} from "../../app/use-cases/analytics/follow-ledger.ts";
import { listEntries } from "../../app/use-cases/analytics/list-entries.ts";
import { listRowsOfFigure } from "../../app/use-cases/analytics/list-rows-behind.ts";
import { REPORTS, type ReportView } from "../../app/use-cases/analytics/report.ts";
import { showReport } from "../../app/use-cases/analytics/show-report.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { changeSegment } from "../../app/use-cases/segments/change-segment.ts";
import { followSegments } from "../../app/use-cases/segments/follow-segments.ts";
import { saveSegment } from "../../app/use-cases/segments/save-segment.ts";
import { workOffDueOf } from "../../app/use-cases/work-off-due.ts";
import { EARNING, histories, START, type Happening } from "../helpers/random-histories.ts";
import { deliver } from "../support/deliver.ts";
import { merge, order } from "../support/payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const RUNS = Number(process.env.FIGURE_RUNS ?? 8);
const CUSTOMERS = ["7", "8", "9"];
const ID = "00000000-0000-4000-8000-000000000001";
const BY = { staff: "77", role: "owner" } as const;
const AGAIN: Definition = {
  all: [{ fact: "orders", measure: "count", bought: null, channels: [], days: null, from: "2", to: null }],
};

let app: TestPerennial;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

async function openShop(): Promise<{ id: number; domain: string }> {
  const domain = `of-segments-${++shops}.myshopify.com`;
  app.clock.now = START;
  const rewards = [{ id: "gift", kind: "custom", cost: 30, instructions: "send it" }];
  return app.install(domain, programme({ ...EARNING, points: { pendingDays: 0 }, rewards }));
}

async function report(domain: string, name: (typeof REPORTS)[number], segment: string): Promise<ReportView> {
  const asked = new URLSearchParams({ range: "all", segment });
  return showReport(app.services, await app.requireShop(domain), { report: name, asked });
}

/** Whatever is under way on the same server, in other databases too, holds the mark back until it is over. */
const followToTheEnd = (id: number) =>
  expect
    .poll(
      async () => {
        await followLedger(app.services, id);
        return listShopsToFollow(app.services);
      },
      { timeout: 10_000 },
    )
    .not.toContain(id);

const save = async (domain: string) =>
  saveSegment(app.services, await app.requireShop(domain), {
    ...{ id: ID, name: "Came back", definition: JSON.stringify(AGAIN), revision: 0, by: BY },
  });

test("a saved segment has the figures of its members in every report, and loses who leaves it", async () => {
  const { id, domain } = await openShop();
  for (let n = 1; n <= 12; n++) {
    app.clock.now = START + n * 5 * DAY;
    const at = new Date(app.clock.now).toISOString();
    const payload = order({ id: n, customer: n < 5 ? n : 1 + (n % 3), total: `${20 + n}.00`, at });
    await deliver(app.door, { shop: domain, topic: "orders/paid", payload });
  }
  await app.settle(domain);
  await handleEvent(app.services, await app.requireShop(domain), {
    event: { kind: "redeem", redemptionId: `${id} R`, customerId: "1", rewardId: "gift", code: null },
    actor: "test",
    eventId: "redeem",
  });
  await followLedger(app.services, id);
  await save(domain);
  const saved = savedName(ID);
  const asked = await report(domain, "points", saved);
  expect(asked).toMatchObject({ terms: { segment: saved }, figures: [], sections: [] });
  expect(asked.among).toMatchObject({ isReady: false, taken: 0 });
  await followSegments(app.services, id);
  expect(await listShopsToFollow(app.services)).toContain(id);
  await followToTheEnd(id);

  const said = async (name: (typeof REPORTS)[number], segment: string) => {
    const { figures, sections } = await report(domain, name, segment);
    const rows = sections.flatMap((section) => section.rows.map(({ label, cells }) => ({ label, cells })));
    return { values: figures.map(({ id, value }) => [id, value]), rows };
  };
  for (const name of REPORTS) {
    expect(await said(name, saved), name).toEqual(await said(name, "buyer:again"));
  }
  expect(await said("points", saved)).not.toEqual(await said("points", ""));
  const entriesOf = async (segment: string) => {
    const asking = new URLSearchParams({ range: "all", segment });
    const view = await listEntries(app.services, await app.requireShop(domain), asking);
    const entries = view?.entries ?? [];
    return entries.map(({ key }) => key);
  };
  expect(await entriesOf(saved)).toEqual(await entriesOf("buyer:again"));
  expect((await entriesOf(saved)).length).toBeLessThan((await entriesOf("")).length);
  const rowsOf = async (of: string, segment: string) => {
    const asking = new URLSearchParams({ of, report: "members", range: "all", segment });
    const found = await listRowsOfFigure(app.services, await app.requireShop(domain), asking);
    return found?.rows.map((row) => row.id);
  };
  for (const of of ["members", "new", "active"])
    expect(await rowsOf(of, saved), of).toEqual(await rowsOf(of, "buyer:again"));
  expect(await rowsOf("members", saved)).toHaveLength(3);
  expect(await rowsOf("members", "")).toHaveLength(4);

  app.clock.now += HOUR;
  await deliver(app.door, { shop: domain, topic: "customers/merge", payload: merge(3, 2) });
  await deliver(app.door, {
    ...{ shop: domain, topic: "orders/paid" },
    payload: order({ id: 20, customer: 4, total: "9.00", at: new Date(app.clock.now).toISOString() }),
  });
  await app.settle(domain);
  await followLedger(app.services, id);
  await followSegments(app.services, id);
  await followLedger(app.services, id);
  for (const name of REPORTS) expect(await said(name, saved), name).toEqual(await said(name, "buyer:again"));
});

test("figures of a segment go with it, and where nobody has asked for a month", async () => {
  const { id, domain } = await openShop();
  const at = new Date(START).toISOString();
  for (const n of [1, 2])
    await deliver(app.door, {
      ...{ shop: domain, topic: "orders/paid" },
      payload: order({ id: n, customer: 7, total: "9.00", at }),
    });
  await app.settle(domain);
  await followLedger(app.services, id);
  await save(domain);
  const keep = async () => {
    await followSegments(app.services, id);
    await report(domain, "points", savedName(ID));
    await followLedger(app.services, id);
  };
  await keep();
  expect((await sumsOf(id)).size).toBeGreaterThan(0);
  app.clock.now += 31 * DAY;
  await followSegments(app.services, id);
  await followLedger(app.services, id);
  expect((await sumsOf(id)).size).toBe(0);
  await keep();
  expect((await sumsOf(id)).size).toBeGreaterThan(0);
  await changeSegment(app.services, await app.requireShop(domain), { id: ID, deed: "delete", by: BY });
  await followLedger(app.services, id);
  expect((await sumsOf(id)).size).toBe(0);
  const gone = await report(domain, "points", savedName(ID));
  expect(gone).toMatchObject({ terms: { segment: "", segmentGone: true }, figures: [], sections: [] });
  expect(await rowsOf(domain, savedName(ID))).toBeNull();
  const entries = new URLSearchParams({ segment: savedName(ID) });
  expect(await listEntries(app.services, await app.requireShop(domain), entries)).toBeNull();
});

async function rowsOf(domain: string, segment: string) {
  const asked = new URLSearchParams({ of: "members", report: "members", range: "all", segment });
  return listRowsOfFigure(app.services, await app.requireShop(domain), asked);
}

test("rows of a segment that nobody has asked for yet are counted first, and are those of its members", async () => {
  const { id, domain } = await openShop();
  for (const [n, customer] of [1, 2, 1].entries()) {
    const at = new Date(START).toISOString();
    const payload = order({ id: n + 1, customer, total: "9.00", at });
    await deliver(app.door, { shop: domain, topic: "orders/paid", payload });
  }
  await app.settle(domain);
  await followLedger(app.services, id);
  await save(domain);
  await followSegments(app.services, id);
  expect(await rowsOf(domain, savedName(ID))).toMatchObject({
    among: { isReady: false, members: 1 },
    rows: [],
  });
  expect(await listShopsToFollow(app.services)).toContain(id);
  await followLedger(app.services, id);
  const counted = await rowsOf(domain, savedName(ID));
  expect(counted).toMatchObject({ among: { isReady: true }, sums: { rows: "1" } });
  expect(counted?.rows).toHaveLength(1);
});

/** A step of a history: something happens, somebody is erased, comes into the segment or leaves it, or the figures catch up. */
type Step =
  | Happening
  | { after: number; deed: "erase" | "come" | "go"; who: string }
  | { after: number; deed: "follow" };

const steps: fc.Arbitrary<Step[]> = histories.chain((happenings) =>
  fc
    .array(
      fc.record({
        place: fc.nat({ max: happenings.length }),
        deed: fc.constantFrom("come", "come", "go", "follow", "follow", "erase"),
        who: fc.constantFrom(...CUSTOMERS),
      }),
      { minLength: 4, maxLength: 14 },
    )
    .map((others) => {
      const all: Step[] = [...happenings];
      for (const { place, ...other } of others) all.splice(place, 0, { after: 1, ...other } as Step);
      return all;
    }),
);

async function play(id: number, domain: string, history: readonly Step[]): Promise<void> {
  for (const [place, step] of history.entries()) {
    app.clock.now += step.after * HOUR;
    const shop = await app.requireShop(domain);
    while ((await workOffDueOf(app.services, shop)) > 0);
    if ("event" in step) {
      const { event } = step;
      const unique =
        "redemptionId" in event ? { ...event, redemptionId: `${id} ${event.redemptionId}` } : event;
      await handleEvent(app.services, shop, { event: unique, actor: "test", eventId: `${place}` });
    } else if (step.deed === "follow") await askAndFollow(id, domain);
    else if (step.deed === "erase")
      await app.db.inShop(id, (tx) =>
        eraseCustomer(tx, { shop, customerId: step.who, orderIds: [], now: app.clock.now }),
      );
    else await move(id, step.who, step.deed);
  }
}

async function askAndFollow(id: number, domain: string): Promise<void> {
  await report(domain, "points", savedName(ID));
  await followLedger(app.services, id);
}

/** As following the segment does it. */
async function move(id: number, member: string, deed: "come" | "go"): Promise<void> {
  await app.db.sql.query(
    deed === "go"
      ? `DELETE FROM segment_member WHERE shop_id = $1 AND segment_id = $2 AND member_id = $3`
      : `INSERT INTO segment_member (shop_id, segment_id, member_id, since)
         SELECT shop_id, $2, id, now() FROM member WHERE shop_id = $1 AND id = $3 ON CONFLICT DO NOTHING`,
    [id, ID, member],
  );
  await app.db.sql.query(`UPDATE segment SET followed_at = $2 WHERE shop_id = $1`, [
    id,
    new Date(app.clock.now),
  ]);
}

async function sumsOf(id: number, measure = "move"): Promise<Map<string, bigint>> {
  const rows = await app.db.sql.query<{ name: string; amount: bigint }>(
    `SELECT day || ' ' || key AS name, amount FROM figure_cell WHERE shop_id = $1 AND segment = $2 AND measure = $3`,
    [id, savedName(ID), measure],
  );
  return new Map(rows.map(({ name, amount }) => [name, amount]));
}

/** Entry by entry of who is in the segment and neither erased nor merged away. */
async function countedByHand(id: number): Promise<Map<string, bigint>> {
  const rows = await app.db.sql.query<{ name: string; points: bigint }>(
    `SELECT ((t.at AT TIME ZONE 'Europe/London')::date - date '1970-01-01') || ' ' || p.debit || '>' || p.credit AS name,
       sum(p.points) AS points
     FROM segment_member s JOIN member m ON m.shop_id = s.shop_id AND m.id = s.member_id AND m.merged_into IS NULL
     JOIN ledger_transaction t ON t.shop_id = s.shop_id AND t.member_id = s.member_id
     JOIN posting p ON p.shop_id = t.shop_id AND p.transaction_id = t.id
     WHERE s.shop_id = $1 AND s.segment_id = $2 GROUP BY 1`,
    [id, ID],
  );
  return new Map(rows.map(({ name, points }) => [name, points]));
}

async function ordersByHand(id: number): Promise<bigint> {
  const [row] = await app.db.sql.query<{ value: bigint | null }>(
    `SELECT sum(f.value)::bigint AS value FROM segment_member s
     JOIN member m ON m.shop_id = s.shop_id AND m.id = s.member_id AND m.merged_into IS NULL
     JOIN figure_order f ON f.shop_id = s.shop_id AND f.member_id = s.member_id AND f.counts
     WHERE s.shop_id = $1 AND s.segment_id = $2`,
    [id, ID],
  );
  return row?.value ?? 0n;
}

test("whoever comes, goes, is merged or erased: the sums are those of who is in the segment by now", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const { id, domain } = await openShop();
      await save(domain);
      await move(id, "0", "go");
      await askAndFollow(id, domain);
      await play(id, domain, history);
      await askAndFollow(id, domain);
      const sums = await sumsOf(id);
      const orders = [...(await sumsOf(id, "order")).values()].reduce((sum, value) => sum + value, 0n);
      expect(sums).toEqual(await countedByHand(id));
      expect(orders).toBe(await ordersByHand(id));
      await rebuildFigures(app.services, id);
      expect(await sumsOf(id)).toEqual(sums);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});
