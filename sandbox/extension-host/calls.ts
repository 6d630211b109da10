import { json, readJson, Refusal } from "../http/answer.ts";
import { signExtensionToken } from "../signing.ts";
import { gid } from "../state/ids.ts";
import { enterCode, quoteOf, removeCode } from "../storefront/pages/quote.ts";
import type { Visit } from "../storefront/visit.ts";
import { TILL_CALLS } from "./till/calls.ts";

type Call = (visit: Visit, sent: Record<string, unknown>) => unknown;

/** What a frame asks of the shop, through the page it stands on: the page has the visitor's cookie, the frame nothing. */
const CALLS: Record<string, Call> = {
  token: ({ sandbox, shop, customer }) => ({
    token: signExtensionToken({
      shop: shop.domain,
      apiKey: sandbox.options.apiKey,
      secret: sandbox.options.apiSecret,
      customer: customer && gid("Customer", customer.id),
      now: sandbox.options.now(),
    }),
  }),
  "add-code": (visit, { code }) => {
    enterCode(visit, text(code));
    const problem = quoteOf(visit).problems[0];
    return problem ? { type: "error", message: reasonOf(problem) } : { type: "success" };
  },
  "remove-code": (visit, { code }) => {
    removeCode(visit, text(code));
    return { type: "success" };
  },
};

export async function callFor(visit: Visit, name: string): Promise<Response> {
  if (visit.request.headers.get("sec-fetch-site") === "cross-site")
    throw new Refusal("This was sent from another site.", 403);
  const call = CALLS[name] ?? TILL_CALLS[name];
  if (!call) throw new Refusal(`There is no call "${name}".`, 404);
  const sent = (await readJson(visit.request)) as Record<string, unknown>;
  return json(await call(visit, sent), 200, { "set-cookie": visit.cookie() });
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new Refusal("A text is missing.", 400);
  return value;
}

function reasonOf({ code, reason }: { code: string; reason: string }): string {
  return `${code}: ${reason.replaceAll("_", " ")}`;
}
