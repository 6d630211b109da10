import {
  changeFaults,
  changeLimits,
  endFaults,
  endLimits,
  readFaults,
  readLimits,
} from "../graphql/control.ts";
import { json, readJson, Refusal } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import { parseAction } from "./action-schema.ts";
import { showDelivery, showDeliveries } from "./deliveries.ts";
import { changeLine, idle, readLine, sendRaw } from "./line.ts";
import { loadHistory } from "./load-history.ts";
import { listDocuments, showDocument } from "./documents.ts";
import { listSnapshots, loadSnapshot, reset, takeSnapshot } from "./snapshots.ts";
import { overview } from "./overview.ts";

/** What a control route is handed: the request, its address, and the parts of the path that its pattern names. */
export type Call = { request: Request; url: URL; sandbox: Sandbox; parts: string[] };

type Answer = (call: Call) => unknown;

const LISTS =
  /^\/(orders|customers|products|collections|metafields|subscriptions|discounts|codes|gift-cards|store-credit)$/;

const ROUTES: [method: string, path: RegExp, answer: Answer][] = [
  ["GET", /^$/, overview],
  ["POST", /^\/actions$/, performActions],
  ["POST", /^\/history$/, loadHistory],
  ["GET", LISTS, listDocuments],
  ["GET", /^\/(orders|customers|products|collections)\/([^/]+)$/, showDocument],
  ["GET", /^\/deliveries$/, showDeliveries],
  ["GET", /^\/deliveries\/(\d+)$/, showDelivery],
  [
    "POST",
    /^\/deliveries\/(\d+)\/redeliver$/,
    ({ sandbox, parts }) => sandbox.webhooks.redeliver(Number(parts[0])),
  ],
  ["POST", /^\/webhooks$/, sendRaw],
  ["GET", /^\/line$/, readLine],
  ["POST", /^\/line$/, changeLine],
  ["POST", /^\/idle$/, idle],
  ["GET", /^\/snapshots$/, listSnapshots],
  ["POST", /^\/snapshots$/, takeSnapshot],
  ["POST", /^\/snapshots\/([^/]+)\/load$/, loadSnapshot],
  ["POST", /^\/reset$/, reset],
  ["GET", /^\/graphql-faults$/, readFaults],
  ["PUT", /^\/graphql-faults$/, changeFaults],
  ["DELETE", /^\/graphql-faults$/, endFaults],
  ["GET", /^\/graphql-limits$/, readLimits],
  ["PUT", /^\/graphql-limits$/, changeLimits],
  ["DELETE", /^\/graphql-limits$/, endLimits],
];

/** The control interface: /sandbox/api/…, everything as JSON. */
export async function handleControl(request: Request, sandbox: Sandbox): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.replace(/^\/sandbox\/api/, "").replace(/\/$/, "");
  const known = ROUTES.filter(([, pattern]) => pattern.test(path));
  const route = known.find(([method]) => method === request.method);
  if (!route && known.length > 0)
    throw new Refusal(`${path} takes ${known.map(([method]) => method).join(" or ")}.`, 405);
  if (!route) throw new Refusal(`There is nothing at /sandbox/api${path}.`, 404);
  const [, pattern, answer] = route;
  const parts = pattern.exec(path)?.slice(1).map(decodeURIComponent) ?? [];
  return json(await answer({ request, url, sandbox, parts }));
}

/** The shop a call names by ?shop= (domain or handle), else the one the request is for. */
export function shopOfCall({ url, request, sandbox }: Call): string {
  const named = url.searchParams.get("shop");
  return (named === null ? sandbox.shopOf(request) : sandbox.requireShop(named)).domain;
}

/** One action, or a list of them that happens all or not at all. */
async function performActions(call: Call): Promise<unknown> {
  const body = await readJson(call.request);
  if (!Array.isArray(body)) return performOne(call, body);
  return call.sandbox.store.transaction(() => body.map((action) => performOne(call, action)));
}

function performOne(call: Call, body: unknown): unknown {
  const action = parseAction(body);
  const shop = action.do === "shop.create" ? action.domain : shopOfCall(call);
  return call.sandbox.perform(shop, action);
}
