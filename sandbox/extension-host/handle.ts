import { readFileSync } from "node:fs";
import { json, Refusal } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import { Visit } from "../storefront/visit.ts";
import { extensionScript, hostScript } from "./bundle.ts";
import { callFor } from "./calls.ts";
import { answerCustomerAccountApi } from "./customer-account-api.ts";
import { framePage } from "./frame-page.ts";
import { requireExtension, type UiExtension } from "./extensions.ts";
import { accountPage } from "./pages/account-pages.ts";
import { placesFor } from "./places.ts";
import { qrPicture } from "./qr-picture.ts";
import { openTill } from "./till/opening.ts";
import { tillPage } from "./till/page.ts";

const SCRIPTS: Record<string, string> = {
  "frame.js": "./frame/index.ts",
  "page.js": "./page/index.ts",
  "till.js": "./page/till/index.ts",
  "admin.js": "./page/admin/index.ts",
};
const STYLES: Record<string, string> = {
  "account.css": "./pages/account.css",
  "till.css": "./till/till.css",
};

/** Where the app's UI extensions run: their frames and scripts, and the pages that Shopify shows them on. */
export async function handleExtensionHost(request: Request, sandbox: Sandbox): Promise<Response> {
  const url = new URL(request.url);
  const [, room = "", ...rest] = url.pathname.split("/");
  if (room === "customer-account") return accountPage(new Visit(request, sandbox), rest);
  if (room === "pos") return tillPage(new Visit(request, sandbox));
  const [kind = "", name = ""] = rest;
  if (kind === "assets") return serveAsset(name);
  if (kind === "frame") return framePage(mayAsk(requireExtension(sandbox, name)));
  if (kind === "script")
    return script(await extensionScript(requireExtension(sandbox, name), sandbox.urls.app));
  if (kind === "places") return json(placesFor(new Visit(request, sandbox)));
  if (kind === "qr") return qrPicture(url.searchParams.get("content") ?? "");
  if (kind === "customer-account-api") return answerCustomerAccountApi(new Visit(request, sandbox));
  if (kind === "till") return json(openTill(new Visit(request, sandbox)));
  if (kind === "call" && request.method === "POST") return callFor(new Visit(request, sandbox), name);
  throw new Refusal(`Nothing answers at ${url.pathname}.`, 404);
}

/** Over the network; extensions of the admin may always ask their app. */
function mayAsk({ capabilities, targets }: UiExtension): boolean {
  return capabilities.includes("network_access") || targets.some(({ target }) => target.startsWith("admin."));
}

async function serveAsset(name: string): Promise<Response> {
  const entry = SCRIPTS[name];
  if (entry) return script(await hostScript(entry));
  const style = STYLES[name];
  if (!style) throw new Refusal(`There is no file "${name}".`, 404);
  return asset(readFileSync(new URL(style, import.meta.url), "utf8"), "text/css");
}

function script(code: string): Response {
  return asset(code, "text/javascript");
}

function asset(body: string, type: string): Response {
  return new Response(body, {
    headers: { "content-type": `${type}; charset=utf-8`, "cache-control": "no-cache" },
  });
}
