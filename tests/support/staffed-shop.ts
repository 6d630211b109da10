import type { ActionFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll } from "vitest";
import { admit } from "../../app/admin.server.ts";
import { findShop, requireShop, type ShopRow } from "../../app/db/shops.ts";
import type { Role } from "../../app/db/staff-members.ts";
import { readEnv } from "../../app/env.server.ts";
import { startPerennial, type Perennial } from "../../app/perennial.server.ts";
import { settleDeliveries } from "../../app/use-cases/settle-deliveries.ts";
import { STAFF } from "../../sandbox/admin/staff.ts";
import { startSandbox, type RunningSandbox } from "../../sandbox/server.ts";
import { signIdToken } from "../../sandbox/signing.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { deliver } from "./deliver.ts";
import { order } from "./payloads.ts";

export let perennial: Perennial;
/** Plays Shopify, which says who a person is. */
export let running: RunningSandbox;
/** The shop that most of a file is about, and its id. */
export let domain: string;
export let shopId: number;
let database: TestDatabase;

export const ELSEWHERE = "elsewhere.myshopify.com";
const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36";
export const [OLIVE, SAM, MARTA, LI] = STAFF.map(({ id }) => String(id)) as [string, string, string, string];

interface Route {
  loader?: (args: ActionFunctionArgs) => Promise<unknown>;
  action?: (args: ActionFunctionArgs) => Promise<unknown>;
}
export const ROUTES = import.meta.glob<Route>([
  "../../app/routes/app.*/route.tsx",
  "../../app/routes/app_.*.tsx",
]);

/**
 * For a file of tests: a shop whose owner has opened the app, with one member who has 40 points, and another shop. All
 * goes through the real door of the admin. People have the roles that are given here, and the others those that a
 * shop begins with.
 */
export function startStaffed(roles: Record<string, Role> = {}): void {
  const { SANDBOX_URL: before } = process.env;
  beforeAll(async () => {
    running = await startSandbox({ port: 0, appPort: null, data: ":memory:" });
    process.env.SANDBOX_URL = running.urls.shopify;
    domain = running.sandbox.defaultShop().domain;
    database = await createTestDatabase();
    const { apiKey, apiSecret } = running.sandbox.options;
    const env = readEnv({ SHOPIFY_API_KEY: apiKey, SHOPIFY_API_SECRET: apiSecret, LOG_LEVEL: "silent" });
    const { url: databaseUrl, folder: dataFolder } = database.settings;
    perennial = await startPerennial({ ...env, databaseUrl, dataFolder, embeddedWorker: false });
    running.sandbox.perform(ELSEWHERE, { do: "shop.create", domain: ELSEWHERE });
    running.sandbox.perform(ELSEWHERE, { do: "app.install" });
    await admitted(OLIVE);
    await admitted(OLIVE, ELSEWHERE);
    shopId = (await findShop(perennial.services.db.sql, domain))?.id ?? 0;
    const at = new Date().toISOString().replace(/\.\d+/, "");
    await tell(
      "orders/paid",
      order({ id: 1, customer: { id: 70, firstName: "Annabella" }, total: "40.00", at }),
    );
    for (const [staff, role] of Object.entries(roles)) {
      await admitted(staff);
      await giveRole(OLIVE, staff, role);
    }
  });
  afterAll(async () => {
    await perennial.stop();
    await running.close();
    await database.drop();
    if (before === undefined) delete process.env.SANDBOX_URL;
    else process.env.SANDBOX_URL = before;
  });
}

export function theShop(): Promise<ShopRow> {
  return requireShop(perennial.services.db.sql, shopId);
}

/** The shop's store tells this, and it is taken in. */
export async function tell(topic: string, payload: unknown): Promise<void> {
  const secret = running.sandbox.options.apiSecret;
  await deliver(perennial.webhooks, { shop: domain, topic, secret, payload });
  await settleDeliveries(perennial.services, await theShop());
}

export function argsFor(
  staff: string,
  { shop = domain, path = "/app", form, params = {} }: Asked = {},
): ActionFunctionArgs {
  const { apiKey, apiSecret: secret } = running.sandbox.options;
  const token = signIdToken({ shop, apiKey, secret, userId: staff });
  const body = form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) };
  const headers = { "user-agent": BROWSER, authorization: `Bearer ${token}` };
  const request = new Request(`https://app.example.com${path}`, { headers, ...body });
  return { request, params, context: { perennial } };
}

export interface Asked {
  shop?: string;
  path?: string;
  form?: Record<string, string>;
  params?: Record<string, string>;
}

export function admitted(staff: string, shop = domain) {
  return admit(argsFor(staff, { shop }));
}

export async function routeOf(name: string): Promise<Route> {
  const load = ROUTES[`../../app/routes/${name}`];
  if (load === undefined) throw new Error(`there is no route ${name}`);
  return load();
}

/** What an action or a loader answered, and with which status. */
export async function answered(work: Promise<unknown>): Promise<{ status: number; data: unknown }> {
  const answer = await work.catch((error: unknown) => error);
  if (answer instanceof Response)
    return { status: answer.status, data: await answer.json().catch(() => null) };
  if (answer instanceof Error) throw answer;
  if (typeof answer === "object" && answer !== null && "init" in answer && "data" in answer)
    return { status: (answer.init as ResponseInit | null)?.status ?? 200, data: answer.data };
  return { status: 200, data: answer };
}

export async function act(
  route: string,
  staff: string,
  asked: Asked,
): Promise<{ status: number; data: unknown }> {
  const { action } = await routeOf(`${route}/route.tsx`);
  if (action === undefined) throw new Error(`${route} does nothing`);
  return answered(action(argsFor(staff, { form: {}, ...asked })));
}

let keys = 0;

/** Adjusts the points of the one member. */
export function adjust(staff: string, points: string, key = `roles-key-${++keys}`) {
  const form = { points, reason: "For the late parcel", key, intent: "adjust" };
  return act("app.members.$id", staff, { params: { id: "70" }, form });
}

export const giveRole = (staff: string, id: string, role: string) =>
  act("app.settings.staff", staff, { form: { id, role } });

export async function availableOf(member: string): Promise<bigint | undefined> {
  const [row] = await perennial.services.db.sql.query<{ available: bigint }>(
    `SELECT available FROM member WHERE shop_id = $1 AND id = $2`,
    [shopId, member],
  );
  return row?.available;
}

/** What the log says of a person, the newest last. */
export async function logOf(
  staff: string,
): Promise<{ action: string; subject_id: string | null; detail: object }[]> {
  return perennial.services.db.sql.query(
    `SELECT action, subject_id, detail FROM staff_action WHERE shop_id = $1 AND staff = $2 ORDER BY id`,
    [shopId, staff],
  );
}
