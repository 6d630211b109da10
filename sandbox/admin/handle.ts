import { answerExtensions } from "../extension-host/admin/places.ts";
import { Refusal } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Shop } from "../state/types.ts";
import { appPage } from "./app-page.ts";
import { answerFrame } from "./frame-api.ts";
import { installPage } from "./install-page.ts";
import { recordPage } from "./records.ts";
import { refusalPage } from "./refusal-page.ts";
import { themeEditor } from "./theme-editor.ts";
import { languageCookie, LANGUAGES, STAFF, staffCookies, staffOf } from "./staff.ts";
import type { Staff } from "./staff.ts";

export { handleControlPanel } from "../panel/handle.ts";

/** What a page of the admin is made from. */
export interface AdminVisit {
  request: Request;
  sandbox: Sandbox;
  shop: Shop;
  staff: Staff;
  url: URL;
  /** /store/{handle} */
  root: string;
}

const PATH = /^\/store\/(?<handle>[a-z0-9-]+)(?<rest>\/.*)?$/;

/** Everything under /store/{handle}: the admin as the merchant sees it, and the app inside it. */
export async function handleAdmin(request: Request, sandbox: Sandbox): Promise<Response> {
  const url = new URL(request.url);
  const { handle = "", rest = "/" } = PATH.exec(url.pathname)?.groups ?? {};
  const root = `/store/${handle}`;
  try {
    const visit = { request, sandbox, url, root, shop: sandbox.requireShop(handle), staff: staffOf(request) };
    return await answerVisit(visit, rest);
  } catch (error) {
    if (error instanceof Refusal && wantsPage(request)) return refusalPage(error);
    throw error;
  }
}

async function answerVisit(visit: AdminVisit, rest: string): Promise<Response> {
  const { request, sandbox, root, url } = visit;
  const app = /^\/apps\/([^/]+)(\/.*)?$/.exec(rest);
  if (app) {
    // Shopify's library names the app by its client id, people by its handle.
    if (app[1] === sandbox.options.apiKey)
      return redirect(`${root}/apps/${sandbox.manifest.handle}${app[2] ?? ""}${url.search}`);
    if (app[1] !== sandbox.manifest.handle)
      throw new Refusal(`There is no app "${app[1]}" in the sandbox.`, 404);
    return sandbox.installation(visit.shop.domain) ? appPage(visit, app[2] ?? "/") : installPage(visit);
  }
  const frame = /^\/frame\/([\w-]+)$/.exec(rest);
  if (frame) return answerFrame(visit, frame[1] ?? "");
  const extensions = /^\/extensions\/([\w-]+)$/.exec(rest);
  if (extensions) return answerExtensions(visit, extensions[1] ?? "");
  if (rest === "/oauth/install") return installPage(visit);
  if (rest === "/staff" && request.method === "POST") return switchStaff(visit);
  if (/^\/themes\/(current|\d+)\/editor$/.test(rest)) return themeEditor(visit);
  return recordPage(visit, rest);
}

async function switchStaff({ request, root }: AdminVisit): Promise<Response> {
  const form = await request.formData();
  const staff = STAFF.find(({ key }) => key === form.get("staff"));
  const language = Object.keys(LANGUAGES).find((known) => known === form.get("language"));
  if (!staff && language === undefined) throw new Refusal("There is no such member of staff, or language.");
  const back = form.get("back");
  const response = redirect(typeof back === "string" && back.startsWith(`${root}/`) ? back : root);
  const cookies = [
    ...(staff ? staffCookies(staff) : []),
    ...(language === undefined ? [] : [languageCookie(language)]),
  ];
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}

export function redirect(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

function wantsPage(request: Request): boolean {
  return request.headers.get("accept")?.includes("text/html") ?? false;
}
