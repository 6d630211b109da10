import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActionFunctionArgs } from "@remix-run/node";
import { DAY } from "../../app/loyalty/time.ts";
import type { Perennial } from "../../app/perennial.server.ts";
import type { PastOrdersView } from "../../app/use-cases/past-orders/show-past-orders.ts";
import { STAFF } from "../../sandbox/admin/staff.ts";
import { startSandbox } from "../../sandbox/server.ts";
import { signIdToken } from "../../sandbox/signing.ts";
import type { TestDatabase } from "../support/database.ts";

/** Through the real door of the admin, on a store that sold before it had the app. */
const running = await startSandbox({ port: 0, appPort: null, data: ":memory:" });
const SHOP = "sold-before.myshopify.com";
// Shopify's library keeps the fetch that it finds when it is loaded, so what leads the calls here goes first.
process.env.SANDBOX_URL = running.urls.shopify;
await import("../../sandbox/lead-here.mjs");
const { startPerennial } = await import("../../app/perennial.server.ts");
const { readEnv } = await import("../../app/env.server.ts");
const { requireShop, findShop } = await import("../../app/db/shops.ts");
const { StoreUnavailable } = await import("../../app/commerce/platform.ts");
const { chooseTemplate } = await import("../../app/use-cases/onboarding/adjust-start.ts");
const { readChecklist } = await import("../../app/use-cases/onboarding/read-checklist.ts");
const { pastPreviewId, startOfPast } = await import("../../app/use-cases/past-orders/past-study.ts");
const { askForPlan } = await import("../../app/use-cases/publishing/ask-for-plan.ts");
const { publishDraft } = await import("../../app/use-cases/publishing/publish-draft.ts");
const { readPlanAsked, showPlan } = await import("../../app/use-cases/publishing/show-plan.ts");
const { settleDeliveries } = await import("../../app/use-cases/settle-deliveries.ts");
const { runStudy } = await import("../../app/use-cases/studies/run-study.ts");
const { createTestDatabase } = await import("../support/database.ts");
const route = await import("../../app/routes/app.move.past-orders/route.tsx");
const staffRoute = await import("../../app/routes/app.settings.staff/route.tsx");

const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36";
const [OLIVE, SAM] = STAFF.map(({ id }) => String(id)) as [string, string];
const NOW = Date.now();
const dayAgo = (days: number) => new Date(NOW - days * DAY).toISOString().slice(0, 10);
const SINCE = dayAgo(90);

let perennial: Perennial;
let database: TestDatabase;
let shopId: number;

beforeAll(async () => {
  database = await createTestDatabase();
  running.sandbox.perform(SHOP, {
    do: "shop.create",
    domain: SHOP,
    currency: "GBP",
    timezone: "Europe/London",
  });
  for (const name of ["ada", "ben"])
    running.sandbox.perform(SHOP, {
      do: "customer.create",
      email: `${name}@example.com`,
      firstName: name,
    });
  buy("ada", "100.00", 70);
  buy("ada", "60.00", 40);
  buy("ben", "30.00", 20);
  buy("ben", "500.00", 120);
  running.sandbox.perform(SHOP, { do: "app.install" });
  const { apiKey, apiSecret } = running.sandbox.options;
  const env = readEnv({ SHOPIFY_API_KEY: apiKey, SHOPIFY_API_SECRET: apiSecret, LOG_LEVEL: "silent" });
  const { url: databaseUrl, folder: dataFolder } = database.settings;
  perennial = await startPerennial({ ...env, databaseUrl, dataFolder, embeddedWorker: false });
  await look();
  shopId = (await findShop(perennial.services.db.sql, SHOP))?.id ?? 0;
  await staffRoute.action(argsFor(OLIVE, { form: { id: SAM, role: "support" } }));
});
afterAll(async () => {
  await perennial.stop();
  await running.close();
  await database.drop();
});

function buy(name: string, price: string, daysAgo: number): void {
  running.sandbox.perform(SHOP, {
    do: "order.place",
    customer: `${name}@example.com`,
    lines: [{ title: "A fern", price, quantity: 1 }],
    at: new Date(NOW - daysAgo * DAY).toISOString(),
  });
}

function argsFor(
  staff: string,
  { form, since }: { form?: Record<string, string>; since?: string } = {},
): ActionFunctionArgs {
  const { apiKey, apiSecret: secret } = running.sandbox.options;
  const token = signIdToken({ shop: SHOP, apiKey, secret, userId: staff });
  const body = form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) };
  const headers = { "user-agent": BROWSER, authorization: `Bearer ${token}` };
  const query = since === undefined ? "" : `?since=${since}`;
  const request = new Request(`https://app.example.com/app/move/past-orders${query}`, { headers, ...body });
  return { request, params: {}, context: { perennial } };
}

const look = (since = SINCE): Promise<PastOrdersView> => route.loader(argsFor(OLIVE, { since }));

/** What the door answered: its status, or where it leads, and its outcome. */
async function act(form: Record<string, string>, staff = OLIVE): Promise<unknown> {
  const answer: unknown = await route.action(argsFor(staff, { form }));
  if (answer instanceof Response) return answer.headers.get("location");
  if (typeof answer === "object" && answer !== null && "init" in answer)
    return (answer.init as ResponseInit).status;
  return (answer as { outcome: string }).outcome;
}

const work = (studyId: string) => runStudy(perennial.services, { shopId, studyId });
const studyOf = (since: string) =>
  pastPreviewId(startOfPast(since, { timezone: "Europe/London", now: Date.now() }) ?? 0);

async function previewed(since = SINCE): Promise<PastOrdersView> {
  expect(await act({ intent: "preview", since })).toBe(`/app/move/past-orders?since=${since}`);
  await work(studyOf(since));
  return look(since);
}

const credit = ({ preview }: PastOrdersView, since = SINCE, staff = OLIVE) =>
  act({ intent: "credit", since, looked: String(preview?.finishedAt ?? "") }, staff);

async function settle(): Promise<void> {
  const shop = await requireShop(perennial.services.db.sql, shopId);
  while ((await settleDeliveries(perennial.services, shop)) > 0);
}

async function earned(): Promise<string[]> {
  const rows = await perennial.services.db.sql.query<{ earned: bigint }>(
    `SELECT earned FROM member WHERE shop_id = $1 ORDER BY earned`,
    [shopId],
  );
  return rows.map((row) => row.earned.toString());
}

async function logged(): Promise<unknown[]> {
  const rows = await perennial.services.db.sql.query<{ staff: string; detail: object }>(
    `SELECT staff, detail FROM staff_action WHERE shop_id = $1 AND action = 'past-orders.credited' ORDER BY id`,
    [shopId],
  );
  return rows.map(({ staff, detail }) => [staff, detail]);
}

/** Publishes a template as it is. */
async function publishTemplate(template: string): Promise<void> {
  const { services } = perennial;
  const shop = await requireShop(services.db.sql, shopId);
  const by = { staff: OLIVE, role: "owner" } as const;
  const id = "the-key-of-the-form";
  await chooseTemplate(services, shop, { template, name: template, key: id, by });
  await askForPlan(services, shop, { id, start: "", askedBy: OLIVE });
  const plan = (await showPlan(services, shop, readPlanAsked(id, new URLSearchParams())))?.hash ?? "";
  expect((await publishDraft(services, shop, { id, plan, start: "", by })).outcome).toBe("applied");
}

async function offersIt(): Promise<boolean> {
  const shop = await requireShop(perennial.services.db.sql, shopId);
  return (await readChecklist(perennial.services, shop)).hasPastToCredit;
}

describe("past orders of a new shop", () => {
  test("wait until a programme was chosen, and a day that has begun", async () => {
    expect(await look()).toMatchObject({ isChosen: false, preview: null, run: null });
    expect(await act({ intent: "preview", since: SINCE })).toBe("no-programme");
    expect(await offersIt()).toBe(false);
    await publishTemplate("simple-points");
    expect(await offersIt()).toBe(true);
    expect(await look()).toMatchObject({ isChosen: true, current: 2, rules: { number: 1 } });
    for (const since of ["", "yesterday", "2026-02-30", "1999-12-31", dayAgo(-2)])
      expect(await act({ intent: "preview", since })).toBe("no-day");
    expect((await look("yesterday")).isFaulty).toBe(true);
  });

  test("are credited by nobody who may not publish", async () => {
    for (const intent of ["preview", "credit", "go-on"])
      expect(await act({ intent, since: SINCE, looked: "1" }, SAM)).toBe(403);
    expect((await look()).preview).toBeNull();
  });

  test("are previewed without anything being written", async () => {
    const { preview } = await previewed();
    expect(preview).toMatchObject({
      state: "done",
      ...{ done: 3, of: 3 },
      result: {
        orders: { counting: 3, value: "190.00" },
        members: { total: 2 },
        points: { earned: 190 },
        // 180 points are 10.00: what is a part of a penny is a penny.
        ...{ mayCost: "10.56", inReach: 1, countingAlready: 0, isShort: false },
      },
    });
    expect(await earned()).toEqual([]);
    expect(await logged()).toEqual([]);
  });

  test("are begun once, however often it is sent", async () => {
    const view = await look();
    const answers = await Promise.all([credit(view), credit(view), credit(view)]);
    expect(answers.sort()).toEqual(["begun", "busy", "busy"]);
    expect(await logged()).toEqual([[OLIVE, { since: SINCE }]]);
  });

  test("wait for a store that does not answer, and are gone on with by themselves", async () => {
    const { platform, db, clock } = perennial.services;
    const { ordersNow } = platform;
    platform.ordersNow = () => Promise.reject(new StoreUnavailable("silent"));
    await expect(work("past-orders")).rejects.toThrow("silent");
    expect((await look()).run).toMatchObject({ state: "waiting", reason: "store", credited: { orders: 0 } });
    const { listLeftovers } = await import("../../app/db/leftovers.ts");
    expect(await listLeftovers(db.sql, clock())).toMatchObject([{ shopId, studies: ["past-orders"] }]);
    platform.ordersNow = ordersNow;
    await work("past-orders");
    expect((await look()).run).toMatchObject({
      state: "done",
      taken: { fresh: 3 },
      credited: { waiting: 3 },
    });
    await settle();
    expect((await look()).run?.credited).toEqual({
      ...{ waiting: 0, dead: 0 },
      ...{ orders: 3, members: 2, points: "190" },
    });
    expect(await earned()).toEqual(["30", "160"]);
    expect(await offersIt()).toBe(false);
  });

  test("are credited only once, whatever is asked again", async () => {
    const { preview } = await previewed();
    expect(preview?.result).toMatchObject({ orders: { told: 0, counting: 0 }, countingAlready: 3 });
    expect(await credit(await look())).toBe("begun");
    await work("past-orders");
    await settle();
    expect(await earned()).toEqual(["30", "160"]);
    expect((await look()).run).toMatchObject({ taken: { orders: 3, fresh: 0 }, credited: { orders: 0 } });
    expect(await act({ intent: "credit", since: SINCE, looked: "1" })).toBe("overtaken");
    expect(await act({ intent: "go-on" })).toBe("overtaken");
  });

  test("of an earlier day come on top, also where the work failed in between", async () => {
    const since = dayAgo(150);
    const view = await previewed(since);
    expect(view.preview?.result).toMatchObject({ orders: { counting: 1 }, points: { earned: 500 } });
    const { platform } = perennial.services;
    const { ordersNow } = platform;
    expect(await credit(view, since)).toBe("begun");
    platform.ordersNow = () => Promise.reject(new Error("unheard of"));
    await work("past-orders");
    expect((await look(since)).run).toMatchObject({ state: "failed" });
    platform.ordersNow = ordersNow;
    expect(await act({ intent: "go-on" }, SAM)).toBe(403);
    expect(await act({ intent: "go-on" })).toBe("begun");
    await work("past-orders");
    await settle();
    expect(await earned()).toEqual(["160", "530"]);
    expect((await look(since)).run?.credited).toMatchObject({ orders: 1, members: 1, points: "500" });
  });

  test("are not credited by a preview of another programme", async () => {
    const since = dayAgo(160);
    const view = await previewed(since);
    await publishTemplate("coffee-visits");
    expect(await credit(view, since)).toBe("overtaken");
  });
});
