import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { apiDoor, type ApiDoor } from "../../app/api.server.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { proxyDoor, type ProxyDoor } from "../../app/proxy.server.ts";
import type { StaffProfile } from "../../app/use-cases/staff/recognise-staff.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { deliver } from "./deliver.ts";
import { customer } from "./payloads.ts";
import { NOON, startPerennialInTest, type TestPerennial } from "./perennial.ts";
import { proxied, type Proxied } from "./proxied.ts";
import { asked, sessionToken } from "./session-token.ts";

export let app: TestPerennial;
export let shop: ShopRow;
/** Where the shop's own pages ask. */
export let door: ProxyDoor;
/** Where extensions ask. */
export let api: ApiDoor;
/** Of the store's staff; the store knows nothing else of anybody. */
export const accountOwners = new Set<string>();
let shops = 0;
let customers = 73_000_000_000;

/** A shop of its own with this programme for each test of a file, and the doors that shoppers' requests come through. */
export function startDoors(document: Record<string, unknown>): void {
  beforeAll(async () => {
    app = await startPerennialInTest();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.now = NOON;
    app.store.rewards.mishaps = [];
    await openAnotherShop(document);
    door = proxyDoor(app.shopify, app.services);
    accountOwners.clear();
    api = apiDoor({ ...app.shopify, askWho }, app.services);
  });
}

async function askWho(request: Request): Promise<StaffProfile> {
  const [, claims = ""] = (request.headers.get("authorization") ?? "").split(".");
  const { sub } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { sub: string };
  return { name: "", accountOwner: accountOwners.has(sub), locale: null };
}

/** From now on the test speaks of this one. */
export async function openAnotherShop(document: Record<string, unknown>): Promise<void> {
  shop = await app.install(`doors-${++shops}.myshopify.com`, document);
}

/** The shop's store tells this, and it is taken in. */
export async function tell(topic: string, payload: unknown): Promise<void> {
  expect(await deliver(app.door, { shop: shop.domain, topic, payload })).toBe(200);
  await app.settle(shop.domain);
}

/** A customer of the store with so many points. */
export async function memberWith(points: bigint): Promise<string> {
  const id = String(++customers);
  await tell("customers/create", customer(id));
  if (points > 0n)
    await adjustPoints(app.services, shop, {
      memberId: id,
      points,
      reason: "Test",
      key: `p-${id}`,
      actor: "1",
      role: "owner",
    });
  return id;
}

/** What a page of the shop sends, and what it is answered. */
export async function sendFromPage(told: Omit<Proxied, "shop">) {
  const response = await door(proxied({ shop: shop.domain, ...told }));
  return answerOf(response, response.headers.get("content-type")?.includes("json") === true);
}

/** What an extension asks, or with a body sends, and the JSON that it is answered. */
export const ask = async (path: string, bearer: string | null, json?: unknown) =>
  answerOf(await api(asked(path, bearer, json)), true);

async function answerOf(response: Response, isJson: boolean) {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson && text !== "" ? JSON.parse(text) : {}) as Record<string, unknown>,
  };
}

/** What an extension shows of who uses it. */
export const tokenWith = (
  claims: Record<string, unknown> = {},
  signed: { alg?: string; secret?: string } = {},
) => sessionToken({ shop: shop.domain, apiKey: app.shopify.apiKey }, claims, signed);
export const own = (member: string) => tokenWith({ sub: gid(member) });
export const staff = () => tokenWith({ sub: "42" });
export const gid = (id: string) => `gid://shopify/Customer/${id}`;
