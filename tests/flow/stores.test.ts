import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY, HOUR, formatInstant } from "../../app/loyalty/time.ts";
import { followLedger } from "../../app/use-cases/analytics/follow-ledger.ts";
import { listDrafts } from "../../app/use-cases/drafts/list-drafts.ts";
import { openDraft } from "../../app/use-cases/drafts/open-draft.ts";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import { copyProgramme } from "../../app/use-cases/stores/copy-programme.ts";
import {
  dismissStore,
  foundAgency,
  joinAgency,
  leaveAgency,
  makeJoiningCode,
} from "../../app/use-cases/stores/joining.ts";
import { listStores } from "../../app/use-cases/stores/list-stores.ts";
import { monthlyReport } from "../../app/use-cases/stores/monthly-report.ts";
import { chooseTemplate, showStore } from "../../app/use-cases/stores/show-store.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const BY = { staff: "77", role: "owner" } as const;
const THERE = { staff: "88", role: "owner" } as const;
const REWARDS = { rewards: [{ id: "five-off", kind: "amount", cost: 100, value: "5.00" }] };

let app: TestPerennial;
let agency: ShopRow;
let client: ShopRow;
let other: ShopRow;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  const n = ++shops;
  agency = await app.install(`agency-${n}.myshopify.com`, programme(REWARDS));
  client = await app.install(`client-${n}.myshopify.com`, programme(REWARDS));
  other = await app.install(`other-${n}.myshopify.com`, programme(REWARDS));
  await foundAgency(app.services, agency, { name: "Studio North", by: BY });
});

async function code(): Promise<string> {
  const made = await makeJoiningCode(app.services, agency, BY);
  if (made.outcome !== "made") throw new Error(made.outcome);
  return made.code;
}

const join = (shop: ShopRow, joiningCode: string) =>
  joinAgency(app.services, shop, { code: joiningCode, by: THERE });

async function logOf({ id }: ShopRow): Promise<string[]> {
  const rows = await app.db.sql.query<{ action: string }>(
    `SELECT action FROM staff_action WHERE shop_id = $1 ORDER BY id`,
    [id],
  );
  return rows.map(({ action }) => action);
}

const seenBy = async (shop: ShopRow) =>
  (await listStores(app.services, shop)).stores.map(({ domain }) => domain);

test("a store is looked after once an owner of each has agreed, and both have it in their log", async () => {
  expect(await join(client, (await code()).toLowerCase().replaceAll("-", " "))).toEqual({
    outcome: "joined",
    agency: "Studio North",
  });
  expect(await seenBy(agency)).toEqual([agency.domain, client.domain]);
  expect(await logOf(agency)).toEqual(["stores.founded", "stores.code-made", "stores.joined"]);
  expect(await logOf(client)).toEqual(["stores.joined"]);
  const { lookedAfterBy, stores } = await listStores(app.services, client);
  expect(lookedAfterBy).toMatchObject([{ name: "Studio North", domain: agency.domain }]);
  expect(stores).toEqual([]);
});

describe("nobody else is let in", () => {
  test("by a code that was never made", async () => {
    await code();
    expect(await join(client, "ABCDE-FGHJK-MNPQR-STUVW")).toEqual({ outcome: "no-such-code" });
    expect(await join(client, "")).toEqual({ outcome: "no-such-code" });
    expect(await join(client, "' OR true --")).toEqual({ outcome: "no-such-code" });
    expect(await seenBy(agency)).toEqual([agency.domain]);
  });

  test("by a code that was used, by the store that used it neither", async () => {
    const used = await code();
    await join(client, used);
    expect(await join(other, used)).toEqual({ outcome: "no-such-code" });
    await leaveAgency(app.services, client, { agencyId: agency.id, by: THERE });
    expect(await join(client, used)).toEqual({ outcome: "no-such-code" });
    expect(await seenBy(agency)).toEqual([agency.domain]);
  });

  test("by a code that two enter at once: one of them is", async () => {
    const shared = await code();
    const answers = await Promise.all([join(client, shared), join(other, shared)]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["joined", "no-such-code"]);
    expect(await seenBy(agency)).toHaveLength(2);
  });

  test("by a code of yesterday, or one that a newer took the place of", async () => {
    const older = await code();
    const newer = await code();
    expect(await join(client, older)).toEqual({ outcome: "no-such-code" });
    app.clock.now += DAY;
    expect(await join(client, newer)).toEqual({ outcome: "no-such-code" });
  });

  test("by the shop's own code", async () => {
    expect(await join(agency, await code())).toEqual({ outcome: "own-code" });
  });

  test("and the code itself is nowhere in the database", async () => {
    const made = (await code()).replaceAll("-", "");
    const [row] = await app.db.sql.query<{ hash: string }>(
      `SELECT hash FROM agency_code WHERE shop_id = $1`,
      [agency.id],
    );
    expect(row?.hash).not.toContain(made);
  });
});

describe("a store that has not agreed, or has left", () => {
  test("is not there for the agency, whatever it asks for", async () => {
    const copy = { draftId: "d1", name: "Copy", by: BY };
    const view = (domain: string) => showStore(app.services, agency, domain);
    const report = (domain: string) => monthlyReport(app.services, agency, { domain, month: "2026-07" });
    const answers = async (domain: string) => [
      await view(domain),
      await report(domain),
      (await copyProgramme(app.services, agency, { from: domain, to: agency.domain, ...copy })).outcome,
      (await copyProgramme(app.services, agency, { from: agency.domain, to: domain, ...copy })).outcome,
      await chooseTemplate(app.services, agency, domain),
    ];
    const nothing = [null, null, "not-seen", "not-seen", false];
    expect(await answers(client.domain)).toEqual(nothing);
    expect(await answers("no-such.myshopify.com")).toEqual(nothing);
    await join(client, await code());
    expect(await view(client.domain)).not.toBeNull();
    await leaveAgency(app.services, client, { agencyId: agency.id, by: THERE });
    expect(await answers(client.domain)).toEqual(nothing);
    expect(await listDrafts(app.services, client)).toEqual([]);
  });

  test("never sees the agency's stores, nor one client the other", async () => {
    await join(client, await code());
    await join(other, await code());
    for (const [asker, asked] of [
      [client, agency],
      [client, other],
      [other, client],
    ] as const)
      expect(await showStore(app.services, asker, asked.domain)).toBeNull();
  });

  test("can be dismissed by the agency, once, and both read it", async () => {
    await join(client, await code());
    const dismiss = () => dismissStore(app.services, agency, { domain: client.domain, by: BY });
    expect(await dismiss()).toEqual({ outcome: "left" });
    expect(await dismiss()).toEqual({ outcome: "unchanged" });
    expect((await logOf(agency)).at(-1)).toBe("stores.left");
    expect((await logOf(client)).at(-1)).toBe("stores.left");
    expect(await seenBy(agency)).toEqual([agency.domain]);
  });
});

test("what an agency reads of a store names no member and no order", async () => {
  await join(client, await code());
  const payload = order({
    id: 987654,
    customer: 123456,
    total: "90.00",
    at: formatInstant(NOON),
    name: "#SECRET",
  });
  await deliver(app.door, { shop: client.domain, topic: "orders/paid", payload });
  await app.settle(client.domain);
  await followLedger(app.services, client.id);
  const view = await showStore(app.services, agency, client.domain);
  const report = await monthlyReport(app.services, agency, { domain: client.domain, month: "2026-07" });
  expect(view?.figures).toMatchObject({ active: "1", earned: "90", out: "90" });
  expect(report?.figures).toMatchObject({ orders: 1, earned: "90", joined: 1 });
  for (const told of [view, report, await listStores(app.services, agency)])
    expect(JSON.stringify(told)).not.toMatch(/123456|987654|SECRET/);
});

describe("a programme that is copied", () => {
  const copy = (draftId = "d1") =>
    copyProgramme(app.services, agency, {
      ...{ from: agency.domain, to: client.domain, draftId, name: "From Studio North", by: BY },
    });

  test("begins a draft there, once, that changes nothing until somebody there publishes it", async () => {
    await join(client, await code());
    const { effectiveFrom: _start, ...document } = programme({ ...REWARDS, points: { pendingDays: 7 } });
    await saveProgramme(app.services, agency, { document, savedBy: "77", basedOn: 1 });
    expect(await copy()).toMatchObject({ outcome: "copied", isOwn: false, notes: [] });
    expect(await copy()).toMatchObject({ outcome: "copied" });
    expect(await listDrafts(app.services, client)).toMatchObject([
      { name: "From Studio North", savedBy: "Studio North", faults: 0, isBehind: false },
    ]);
    expect((await logOf(client)).filter((action) => action === "programme.copied")).toHaveLength(1);
    const line = (await listStores(app.services, agency)).stores.find(
      ({ domain }) => domain === client.domain,
    );
    expect(line).toMatchObject({ drift: 1, programme: { version: 1, state: "running" } });
    expect((await showStore(app.services, agency, client.domain))?.drift?.differences).toEqual([
      { path: "points.pendingDays", kind: "changed", before: "7", after: "0" },
    ]);
  });

  test("is told of in the list with as many differences as its page has lines", async () => {
    await join(client, await code());
    const { effectiveFrom: _start, ...document } = programme({
      ...REWARDS,
      points: { pendingDays: 7 },
      texts: {
        en: { rewards: { "five-off": "Five off" }, rules: { purchase: "What you spend" } },
        de: { rewards: { "five-off": "Fünf weniger" }, rules: { purchase: "Einkauf" } },
      },
    });
    await saveProgramme(app.services, agency, { document, savedBy: "77", basedOn: 1 });
    const { stores } = await listStores(app.services, agency);
    expect(stores.find(({ domain }) => domain === client.domain)).toMatchObject({ drift: 3 });
  });

  test("keeps its amounts where the other store sells in another money, and is refused there until they are written", async () => {
    const domain = `euro-${shops}.myshopify.com`;
    app.store.facts.set(domain, { name: domain, currency: "EUR", timezone: "Europe/Berlin" });
    client = await app.install(domain, { ...programme(), currency: "EUR", timezone: "Europe/Berlin" });
    await join(client, await code());
    expect(await copy("d2")).toMatchObject({
      notes: [
        { note: "other-currency", from: "GBP", to: "EUR" },
        { note: "other-zone", from: "Europe/London", to: "Europe/Berlin" },
      ],
    });
    const draft = await openDraft(app.services, client, "d2");
    expect(draft?.document).toMatchObject({ currency: "GBP", timezone: "Europe/Berlin" });
    expect(draft?.faults).toContainEqual(expect.objectContaining({ path: "currency" }));
  });
});

test("a report is of its month alone, in the store's own days", async () => {
  for (const [id, at] of [
    [1, "2026-06-30T22:59:59Z"],
    [2, "2026-06-30T23:00:00Z"],
    [3, "2026-07-31T22:59:59Z"],
    [4, "2026-07-31T23:00:00Z"],
  ] as const) {
    app.clock.now = Date.parse(at);
    const payload = order({ id, customer: id, total: "10.00", at });
    await deliver(app.door, { shop: agency.domain, topic: "orders/paid", payload });
    await app.settle(agency.domain);
  }
  app.clock.now += 3 * HOUR;
  const report = await monthlyReport(app.services, agency, { domain: agency.domain, month: "2026-07" });
  expect(report).toMatchObject({
    figures: { orders: 2, earned: "20", joined: 2 },
    before: { orders: 1, earned: "10", joined: 1 },
    isOver: true,
  });
  expect(await monthlyReport(app.services, agency, { domain: agency.domain, month: "2026-13" })).toBeNull();
});
