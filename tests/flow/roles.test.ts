import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ActionFunctionArgs } from "@remix-run/node";
import type { Perennial } from "../../app/perennial.server.ts";
import { STAFF } from "../../sandbox/admin/staff.ts";
import { startSandbox } from "../../sandbox/server.ts";
import { signIdToken } from "../../sandbox/signing.ts";
import { DAY } from "../../app/loyalty/time.ts";
import type { OperationsView } from "../../app/use-cases/operations/show-operations.ts";
import type { StaffProfile } from "../../app/use-cases/staff/recognise-staff.ts";
import type { TestDatabase } from "../support/database.ts";

/** Through the real door of the admin: the sandbox plays Shopify, which says who a person is. */
const running = await startSandbox({ port: 0, appPort: null, data: ":memory:" });
const SHOP = running.sandbox.defaultShop().domain;
const ELSEWHERE = "elsewhere.myshopify.com";
// Shopify's library keeps the fetch that it finds when it is loaded, so what leads the calls here goes first.
process.env.SANDBOX_URL = running.urls.shopify;
await import("../../sandbox/lead-here.mjs");
const { startPerennial } = await import("../../app/perennial.server.ts");
const { readEnv } = await import("../../app/env.server.ts");
const { admit } = await import("../../app/admin.server.ts");
const { requireShop, findShop } = await import("../../app/db/shops.ts");
const { adjustmentLimit } = await import("../../app/use-cases/staff/adjustment-limit.ts");
const { listActivity, readActivityQuery } = await import("../../app/use-cases/staff/list-activity.ts");
const { recogniseStaff } = await import("../../app/use-cases/staff/recognise-staff.ts");
const { staffNames } = await import("../../app/use-cases/staff/staff-names.ts");
const { runLedgerCheck } = await import("../../app/use-cases/operations/run-ledger-check.ts");
const { forgetOld } = await import("../../app/use-cases/settings/forget-old.ts");
const { FIRST_SETTINGS } = await import("../../app/use-cases/settings/shop-settings.ts");
const { listShopsToForgetFor } = await import("../../app/db/retention.ts");
const { settleDeliveries } = await import("../../app/use-cases/settle-deliveries.ts");
const { createTestDatabase } = await import("../support/database.ts");
const { deliver } = await import("../support/deliver.ts");
const { order } = await import("../support/payloads.ts");

const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36";
const [OLIVE, SAM, MARTA, LI] = STAFF.map(({ id }) => String(id)) as [string, string, string, string];
/** Whoever the store's staff does not list is a collaborator. */
const AGENT = "99000000001";

interface Route {
  loader?: (args: ActionFunctionArgs) => Promise<unknown>;
  action?: (args: ActionFunctionArgs) => Promise<unknown>;
}
const ROUTES = import.meta.glob<Route>(["../../app/routes/app.*/route.tsx", "../../app/routes/app_.*.tsx"]);

let perennial: Perennial;
let database: TestDatabase;
let shopId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  const { apiKey, apiSecret } = running.sandbox.options;
  const env = readEnv({ SHOPIFY_API_KEY: apiKey, SHOPIFY_API_SECRET: apiSecret, LOG_LEVEL: "silent" });
  const { url: databaseUrl, folder: dataFolder } = database.settings;
  perennial = await startPerennial({ ...env, databaseUrl, dataFolder, embeddedWorker: false });
  running.sandbox.perform(ELSEWHERE, { do: "shop.create", domain: ELSEWHERE });
  running.sandbox.perform(ELSEWHERE, { do: "app.install" });
  await admitted(OLIVE);
  await admitted(OLIVE, ELSEWHERE);
  shopId = (await findShop(perennial.services.db.sql, SHOP))?.id ?? 0;
  const at = new Date().toISOString().replace(/\.\d+/, "");
  const secret = apiSecret;
  await deliver(perennial.webhooks, {
    ...{ shop: SHOP, topic: "orders/paid", secret },
    payload: order({ id: 1, customer: { id: 70, firstName: "Annabella" }, total: "40.00", at }),
  });
  await settleDeliveries(perennial.services, await requireShop(perennial.services.db.sql, shopId));
});
afterAll(async () => {
  await perennial.stop();
  await running.close();
  await database.drop();
});

function argsFor(
  staff: string,
  { shop = SHOP, path = "/app", form, params = {} }: Asked = {},
): ActionFunctionArgs {
  const { apiKey, apiSecret: secret } = running.sandbox.options;
  const token = signIdToken({ shop, apiKey, secret, userId: staff });
  const body = form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) };
  const headers = { "user-agent": BROWSER, authorization: `Bearer ${token}` };
  const request = new Request(`https://app.example.com${path}`, { headers, ...body });
  return { request, params, context: { perennial } };
}

interface Asked {
  shop?: string;
  path?: string;
  form?: Record<string, string>;
  params?: Record<string, string>;
}

function admitted(staff: string, shop = SHOP) {
  return admit(argsFor(staff, { shop }));
}

async function routeOf(name: string): Promise<Route> {
  const load = ROUTES[`../../app/routes/${name}`];
  if (load === undefined) throw new Error(`there is no route ${name}`);
  return load();
}

/** What an action or a loader answered, and with which status. */
async function answered(work: Promise<unknown>): Promise<{ status: number; data: unknown }> {
  const answer = await work.catch((error: unknown) => error);
  if (answer instanceof Response)
    return { status: answer.status, data: await answer.json().catch(() => null) };
  if (answer instanceof Error) throw answer;
  if (typeof answer === "object" && answer !== null && "init" in answer && "data" in answer)
    return { status: (answer.init as ResponseInit | null)?.status ?? 200, data: answer.data };
  return { status: 200, data: answer };
}

async function act(route: string, staff: string, asked: Asked): Promise<{ status: number; data: unknown }> {
  const { action } = await routeOf(`${route}/route.tsx`);
  if (action === undefined) throw new Error(`${route} does nothing`);
  return answered(action(argsFor(staff, { form: {}, ...asked })));
}

let keys = 0;
function adjust(staff: string, points: string, key = `roles-key-${++keys}`) {
  const form = { points, reason: "For the late parcel", key, intent: "adjust" };
  return act("app.members.$id", staff, { params: { id: "70" }, form });
}

const giveRole = (staff: string, id: string, role: string) =>
  act("app.settings.staff", staff, { form: { id, role } });

async function availableOf(member: string): Promise<bigint | undefined> {
  const [row] = await perennial.services.db.sql.query<{ available: bigint }>(
    `SELECT available FROM member WHERE shop_id = $1 AND id = $2`,
    [shopId, member],
  );
  return row?.available;
}

/** What the log says of a person, the newest last. */
async function logOf(
  staff: string,
): Promise<{ action: string; subject_id: string | null; detail: object }[]> {
  return perennial.services.db.sql.query(
    `SELECT action, subject_id, detail FROM staff_action WHERE shop_id = $1 AND staff = $2 ORDER BY id`,
    [shopId, staff],
  );
}

describe("who somebody is", () => {
  test("is asked of Shopify: the account's owner is an owner, others are readers until an owner says otherwise", async () => {
    expect(await admitted(OLIVE)).toMatchObject({ role: "owner", staff: OLIVE });
    expect(await admitted(SAM)).toMatchObject({ role: "read-only" });
    const { people } = (await (await routeOf("app.settings.staff/route.tsx")).loader?.(argsFor(OLIVE))) as {
      people: object[];
    };
    expect(people).toMatchObject([
      { id: OLIVE, name: "Olive Garland", accountOwner: true, role: "owner" },
      { id: SAM, name: "Sam Porter", accountOwner: false, role: "read-only", given: null },
    ]);
  });

  test("leaves no token of theirs behind", async () => {
    const { sql } = perennial.services.db;
    expect(await sql.query(`SELECT id FROM session WHERE "isOnline" OR "userId" IS NOT NULL`)).toEqual([]);
  });

  test("speaks the language of their admin, also where the address does not say it", async () => {
    expect(await admitted(MARTA)).toMatchObject({ locale: "de" });
    expect(await admit(argsFor(SAM, { path: "/app?locale=fr" }))).toMatchObject({ locale: "en" });
    expect(await admit(argsFor(SAM, { path: "/app?locale=zh-CN" }))).toMatchObject({ locale: "zh-CN" });
    expect(await admitted(SAM)).toMatchObject({ locale: "zh-CN" });
  });
});

describe("while Shopify does not say who somebody is", () => {
  const silent = () => Promise.reject(new Error("no answer"));
  const told = (name: string) => () => Promise.resolve({ name, accountOwner: false, locale: null });
  const at = (later: number) => ({ ...perennial.services, clock: () => Date.now() + later });

  test("a stranger may read, and is asked about again soon", async () => {
    const shop = await requireShop(perennial.services.db.sql, shopId);
    const visitor = { id: AGENT, locale: null };
    const recognised = (later: number, ask: () => Promise<StaffProfile>) =>
      recogniseStaff(at(later), shop, { ...visitor, ask });
    expect(await recognised(0, silent)).toMatchObject({ role: "read-only" });
    const unasked = vi.fn(told("Nobody"));
    expect(await recognised(1_000, unasked)).toMatchObject({ role: "read-only" });
    expect(unasked).not.toHaveBeenCalled();
    await recognised(60_000, told("Ada Gent"));
    expect(await staffNames(perennial.services, shop, [AGENT])).toEqual({ [AGENT]: "Ada Gent" });
  });

  test("an owner stays one", async () => {
    const shop = await requireShop(perennial.services.db.sql, shopId);
    const visitor = { id: OLIVE, locale: null, ask: silent };
    expect(await recogniseStaff(at(5 * DAY), shop, visitor)).toMatchObject({ role: "owner" });
  });
});

describe("whoever opens the app first after it was installed", () => {
  test("has installed it, and may do all but say what others may", async () => {
    const domain = "fresh.myshopify.com";
    running.sandbox.perform(domain, { do: "shop.create", domain });
    running.sandbox.perform(domain, { do: "app.install" });
    expect(await admitted(AGENT, domain)).toMatchObject({ role: "manager" });
    expect(await admitted(SAM, domain)).toMatchObject({ role: "read-only" });
    expect(await admitted(OLIVE, domain)).toMatchObject({ role: "owner" });
  });
});

describe("a reader", () => {
  /** Works something out and keeps nothing: a form is only how the question comes. */
  const LOOKING = "app.programme_.simulator.($draft)/route.tsx";
  const actions = Object.keys(ROUTES)
    .map((path) => path.replace("../../app/routes/", ""))
    .filter((name) => name !== LOOKING);

  test.each(actions)("is refused by the action of %s", async (name) => {
    const { action } = await routeOf(name);
    if (action === undefined) return;
    const params = { id: "70", draft: "1", number: "1" };
    const { status, data } = await answered(action(argsFor(LI, { form: {}, params })));
    expect(data).toMatchObject({ outcome: "not-allowed" });
    expect(status).toBe(403);
  });

  test.each([
    ["app_.activity-file.tsx", {}],
    ["app_.data-requests.$id.tsx", { id: "1" }],
    ["app_.move-files.$file.tsx", { file: "everything" }],
    ["app_.receipts.$id.tsx", { id: "70" }],
    ["app_.members-file.tsx", {}],
    ["app_.analytics-rows-file.tsx", {}],
    ["app_.feedback-file.tsx", {}],
    ["app_.member-data.$id.tsx", { id: "70" }],
    ["app_.prediction-files.$file.tsx", { file: "members" }],
  ])("downloads nothing of %s", async (name, params) => {
    const { loader } = await routeOf(name);
    const answer = loader?.(argsFor(LI, { params }));
    expect(await answered(answer ?? Promise.resolve(null))).toMatchObject({ status: 403 });
  });

  test("has left no line in the log, and moved no point", async () => {
    expect(await logOf(LI)).toEqual([]);
    expect(await adjust(LI, "5")).toMatchObject({ status: 403 });
    expect(await availableOf("70")).toBe(40n);
  });
});

describe("support", () => {
  test("moves points up to the limit of one adjustment, and is told it beyond", async () => {
    expect(await giveRole(OLIVE, SAM, "support")).toMatchObject({ data: { outcome: "given" } });
    expect(await adjust(SAM, "501")).toMatchObject({
      data: { outcome: "beyond-limit", each: "500", day: "2000", left: "2000" },
    });
    expect(await adjust(SAM, "500")).toMatchObject({ data: { outcome: "adjusted" } });
    expect(await availableOf("70")).toBe(540n);
  });

  test("cannot pass the limit of a day by two adjustments at once, nor by taking what was given", async () => {
    expect(await adjust(SAM, "-500")).toMatchObject({ data: { outcome: "adjusted" } });
    expect(await adjust(SAM, "500")).toMatchObject({ data: { outcome: "adjusted" } });
    const both = await Promise.all([adjust(SAM, "400"), adjust(SAM, "400")]);
    const outcomes = both.map(({ data }) => (data as { outcome: string }).outcome);
    expect(outcomes.sort()).toEqual(["adjusted", "beyond-limit"]);
    const shop = await requireShop(perennial.services.db.sql, shopId);
    const left = await adjustmentLimit(perennial.services, shop, { staff: SAM, role: "support" });
    expect(left).toEqual({ each: "500", day: "2000", left: "100" });
  });

  test("sends a form twice and finds one entry and one line", async () => {
    const before = (await logOf(SAM)).length;
    expect(await adjust(SAM, "10", "twice-sent-1")).toMatchObject({ data: { outcome: "adjusted" } });
    expect(await adjust(SAM, "10", "twice-sent-1")).toMatchObject({ data: { outcome: "repeated" } });
    const lines = (await logOf(SAM)).slice(before);
    expect(lines).toEqual([{ action: "points.adjusted", subject_id: "70", detail: { points: "10" } }]);
  });

  test("may not publish, retry, compare, verify, save settings or give roles", async () => {
    for (const route of ["app.programme", "app.deliveries._index", "app.reconciliation", "app.operations"])
      expect(await act(route, SAM, {}), route).toMatchObject({ status: 403 });
    for (const route of ["app.settings._index", "app.settings.staff", "app.privacy"])
      expect(await act(route, SAM, {}), route).toMatchObject({ status: 403 });
  });
});

describe("roles", () => {
  test("are given by owners alone, and once however often it is said", async () => {
    expect(await giveRole(SAM, LI, "owner")).toMatchObject({ status: 403 });
    expect(await giveRole(OLIVE, MARTA, "manager")).toMatchObject({ data: { outcome: "given" } });
    expect(await giveRole(OLIVE, MARTA, "manager")).toMatchObject({ data: { outcome: "given" } });
    expect(await giveRole(MARTA, SAM, "manager")).toMatchObject({ status: 403 });
    const given = (await logOf(OLIVE)).filter(({ subject_id: id }) => id === MARTA);
    expect(given).toMatchObject([{ detail: { from: "default", to: "manager" } }]);
  });

  test("never lock the account's owner out, and nobody changes their own", async () => {
    await giveRole(OLIVE, LI, "owner");
    expect(await giveRole(LI, OLIVE, "read-only")).toMatchObject({ data: { outcome: "account-owner" } });
    expect(await giveRole(OLIVE, OLIVE, "support")).toMatchObject({ data: { outcome: "yourself" } });
    expect(await giveRole(LI, "12345", "support")).toMatchObject({ data: { outcome: "unknown" } });
    expect(await giveRole(OLIVE, LI, "emperor")).toMatchObject({ data: { outcome: "unknown" } });
    await giveRole(OLIVE, LI, "default");
    expect(await admitted(LI)).toMatchObject({ role: "read-only" });
  });
});

describe("files of reports", () => {
  const file = async (staff: string, route: string, asked: Asked) => {
    const answer = (await (await routeOf(route)).loader?.(argsFor(staff, asked))) as Response;
    return { status: answer.status, text: await answer.text() };
  };
  const numbers = (staff: string, section: string, report: string) =>
    file(staff, "app_.analytics-files.$section.tsx", {
      params: { section },
      path: `/app/analytics-files/${section}?report=${report}&range=all`,
    });

  test("are anybody's who may look at the report, and what is for accounting is noted", async () => {
    expect(await numbers(LI, "points-flow", "points")).toMatchObject({ status: 200 });
    expect(await logOf(LI)).toEqual([]);
    const { status, text } = await numbers(LI, "entries", "journal");
    expect(status).toBe(200);
    expect(text).toMatch(/^date,entry,account,/);
    expect(await logOf(LI)).toMatchObject([{ action: "journal.exported", detail: { file: "entries.csv" } }]);
  });

  test("name people only to those who may download their data, and that is noted", async () => {
    const path = "/app/analytics-rows-file?of=members&report=members&range=all";
    expect(await file(SAM, "app_.analytics-rows-file.tsx", { path })).toMatchObject({ status: 403 });
    const { status, text } = await file(MARTA, "app_.analytics-rows-file.tsx", { path });
    expect(status).toBe(200);
    expect(text).toContain("customer_id,first_name,last_name,email,joined");
    expect((await logOf(MARTA)).at(-1)).toMatchObject({ action: "figure-rows.exported" });
    const looked = await file(MARTA, "app_.analytics-rows-file.tsx", { path: "/app/analytics-rows-file" });
    expect(looked.status).toBe(404);
  });

  test("are of a saved segment once it is counted, and never of all members instead", async () => {
    const id = "00000000-0000-4000-8000-00000000000a";
    const download = () => {
      const path = `/app/analytics-rows-file?of=members&report=members&range=all&segment=saved:${id}`;
      return file(MARTA, "app_.analytics-rows-file.tsx", { path });
    };
    expect(await download()).toMatchObject({ status: 404, text: "" });
    const { services, shop } = await admitted(MARTA);
    await services.db.sql.query(
      `INSERT INTO segment (shop_id, id, handle, name, definition, revision, made_at, made_by, saved_at, saved_by)
       VALUES ($1, $2, 'came-back', 'Came back', '{}', 1, now(), '1', now(), '1')`,
      [shop.id, id],
    );
    const early = await download();
    expect(early.status).toBe(409);
    expect(early.text).toContain("Dieses Segment wird zusammengezählt");
  });
});

describe("settings", () => {
  const FORM = {
    ...{ defaultRole: "read-only", supportEach: "500", supportDay: "2000", managerEach: "", managerDay: "" },
    ...{ liabilityLimit: "", revision: "0" },
  };
  const save = (staff: string, changes: Record<string, string>) =>
    act("app.settings._index", staff, { form: { ...FORM, ...changes } });

  test("a manager saves what warns, and not what limits them", async () => {
    expect(await save(MARTA, { liabilityLimit: "250.00" })).toMatchObject({
      data: { outcome: "saved", revision: 1 },
    });
    const theirs: Record<string, string>[] = [
      { supportEach: "" },
      { managerDay: "9" },
      { defaultRole: "manager" },
    ];
    for (const changes of theirs)
      expect(await save(MARTA, { liabilityLimit: "250.00", revision: "1", ...changes })).toMatchObject({
        data: { outcome: "not-allowed", permission: "staff.manage" },
      });
  });

  test("of a stale tab overwrite nothing, and say whose they would have been", async () => {
    const stale = { liabilityLimit: "99", revision: "0" };
    expect(await save(OLIVE, stale)).toMatchObject({ data: { outcome: "overtaken", savedBy: MARTA } });
    expect(await save(OLIVE, { ...stale, revision: "1" })).toMatchObject({ data: { revision: 2 } });
    expect(await save(OLIVE, { ...stale, revision: "1" })).toMatchObject({
      data: { outcome: "saved", revision: 2 },
    });
    const lines = (await logOf(OLIVE)).filter(({ action }) => action === "settings.saved");
    expect(lines).toMatchObject([{ detail: { changed: "liabilityLimit" } }]);
  });

  test("that make no sense are told by field", async () => {
    expect(await save(OLIVE, { supportDay: "lots", revision: "2" })).toMatchObject({
      data: { outcome: "refused", faults: ["supportDay"] },
    });
  });
});

describe("the log", () => {
  test("names people, is filtered and read in pages, and belongs to its shop alone", async () => {
    const shop = await requireShop(perennial.services.db.sql, shopId);
    const look = (address: string) =>
      listActivity(perennial.services, shop, readActivityQuery(new URLSearchParams(address)));
    const all = await look("");
    expect(all.names[SAM]).toBe("Sam Porter");
    expect(all.members["70"]).toMatchObject({ firstName: "Annabella" });
    const points = await look(`staff=${SAM}&group=points`);
    expect(new Set(points.rows.map(({ action }) => action))).toEqual(new Set(["points.adjusted"]));
    expect((await look("to=2020-01-01")).rows).toEqual([]);
    expect((await look("from=2020-02-30&group=nonsense")).rows).toHaveLength(all.rows.length);
    const second = await look(`after=${all.rows[1]?.id}`);
    expect(second.rows[0]?.id).toBe(all.rows[2]?.id);
    expect((await look(`before=${all.rows[2]?.id}`)).rows.map(({ id }) => id)).toEqual(
      all.rows.slice(0, 2).map(({ id }) => id),
    );
    const { loader } = await routeOf("app.activity/route.tsx");
    expect(await loader?.(argsFor(OLIVE, { shop: ELSEWHERE }))).toMatchObject({ rows: [] });
  });

  test("comes as a file, which is noted as well", async () => {
    const { loader } = await routeOf("app_.activity-file.tsx");
    const file = (await loader?.(argsFor(OLIVE, { path: `/app/activity-file?staff=${SAM}` }))) as Response;
    const [head, ...lines] = (await file.text()).trim().split("\r\n");
    expect(head).toBe("at,staff_id,staff,role,action,subject,subject_id,detail");
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every((line) => line.includes("Sam Porter"))).toBe(true);
    expect((await logOf(OLIVE)).at(-1)).toMatchObject({ action: "activity.exported" });
  });

  test("cannot be written anew", async () => {
    const { sql } = perennial.services.db;
    await expect(sql.query(`UPDATE staff_action SET staff = 'x'`)).rejects.toThrow("append-only");
    await expect(sql.query(`DELETE FROM staff_action`)).rejects.toThrow("append-only");
  });
});

describe("one click", () => {
  test("has the ledger verified, once at a time, and says what was found", async () => {
    expect(await act("app.operations", MARTA, {})).toMatchObject({ data: { begun: true } });
    expect(await act("app.operations", OLIVE, {})).toMatchObject({ data: { begun: false } });
    const { loader } = await routeOf("app.operations/route.tsx");
    expect(await loader?.(argsFor(LI))).toMatchObject({
      ledger: { check: { askedBy: MARTA, finishedAt: null }, askedByName: "Marta Vogel" },
    });
    await runLedgerCheck(perennial.services, shopId);
    const view = (await loader?.(argsFor(LI))) as OperationsView;
    expect(view.ledger.check).toMatchObject({ fault: null, finishedAt: expect.any(Number) });
    expect(view.ledger.check?.head).toMatch(/^[0-9a-f]{64}$/);
    expect(view.ledger.last).toMatchObject({ fault: null, transactions: view.ledger.check?.transactions });
    expect(view.line).toMatchObject({ waiting: 0, dead: 0, days: [{ received: 1, done: 1 }] });
  });

  test("names the first fault where somebody changed the database", async () => {
    const { sql } = perennial.services.db;
    await sql.query(`UPDATE member SET available = available + 1 WHERE shop_id = $1 AND id = 70`, [shopId]);
    await act("app.operations", OLIVE, {});
    await runLedgerCheck(perennial.services, shopId);
    await sql.query(`UPDATE member SET available = available - 1 WHERE shop_id = $1 AND id = 70`, [shopId]);
    const { loader } = await routeOf("app.operations/route.tsx");
    const { ledger } = (await loader?.(argsFor(OLIVE))) as OperationsView;
    expect(ledger.check).toMatchObject({ transactions: null, head: null });
    expect(ledger.check?.fault).toContain("member 70");
  });
});

describe("what is older than a shop keeps it", () => {
  test("is forgotten: files that were collected, and the log where the merchant says so", async () => {
    const { services } = perennial;
    const secret = running.sandbox.options.apiSecret;
    const payload = { data_request: { id: 5 }, customer: { id: 70 }, orders_requested: [] };
    await deliver(perennial.webhooks, { shop: SHOP, topic: "customers/data_request", secret, payload });
    await settleDeliveries(services, await requireShop(services.db.sql, shopId));
    const keep = { requests: "90", deadLetters: "", activity: "365", revision: "2" };
    expect(await act("app.privacy", MARTA, { form: keep })).toMatchObject({ data: { outcome: "saved" } });
    const requests = () => services.db.sql.query(`SELECT id FROM data_request WHERE shop_id = $1`, [shopId]);
    const later = (days: number) => ({ ...services, clock: () => Date.now() + days * DAY });
    await forgetOld(later(89), shopId);
    expect(await requests()).toHaveLength(1);
    await forgetOld(later(91), shopId);
    expect(await requests()).toEqual([]);
    expect(await logOf(SAM)).not.toEqual([]);
    expect(await listShopsToForgetFor(services.db.sql, later(366).clock(), FIRST_SETTINGS.keep)).toContain(
      shopId,
    );
    await forgetOld(later(366), shopId);
    expect(await logOf(SAM)).toEqual([]);
  });
});

test("an erased customer leaves the log, and how many points were moved stays in it", async () => {
  expect(await adjust(OLIVE, "7")).toMatchObject({ data: { outcome: "adjusted" } });
  const { services, webhooks } = perennial;
  const secret = running.sandbox.options.apiSecret;
  const payload = { customer: { id: 70 }, orders_to_redact: [] };
  await deliver(webhooks, { shop: SHOP, topic: "customers/redact", secret, payload });
  await settleDeliveries(services, await requireShop(services.db.sql, shopId));
  const line = (await logOf(OLIVE)).at(-1);
  expect(line).toMatchObject({ action: "points.adjusted", detail: { points: "7" } });
  expect(line?.subject_id).toMatch(/^-\d+$/);
  const { loader } = await routeOf("app.privacy/route.tsx");
  expect(await loader?.(argsFor(SAM))).toMatchObject({ erasures: { people: 1, days: [{ people: 1 }] } });
});
