import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve, type HttpServer } from "../../app/http.server.ts";
import { SAM, argsFor, perennial, startStaffed } from "../support/staffed-shop.ts";

startStaffed({ [SAM]: "support" });

const BROWSER = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36" };
const PLACES: Record<string, { path?: string; index?: boolean }> = {
  "routes/_index": { index: true },
  "routes/auth.login": { path: "auth/login" },
  "routes/auth.$": { path: "auth/*" },
  "routes/app": { path: "app" },
  "routes/app.members._index/route": { path: "app/members" },
  "routes/app_.activity-file": { path: "app/activity-file" },
};
const MODULES = import.meta.glob<ServerBuild["routes"][string]["module"]>([
  "../../app/root.tsx",
  "../../app/routes/_index.tsx",
  "../../app/routes/auth.*.tsx",
  "../../app/routes/app.tsx",
  "../../app/routes/app.members._index/route.tsx",
  "../../app/routes/app_.activity-file.tsx",
]);

let server: HttpServer;

/** The app's own server with some of its pages, as they are. */
beforeAll(async () => {
  const routes: ServerBuild["routes"] = {};
  const known: Record<string, object> = {};
  for (const [id, place] of Object.entries({ root: { path: "" }, ...PLACES })) {
    const module = await MODULES[`../../app/${id}.tsx`]?.();
    if (module === undefined) throw new Error(`there is no ${id}`);
    routes[id] = { id, ...place, ...(id === "root" ? {} : { parentId: "root" }), module };
    known[id] = { ...routes[id], module: "/", hasLoader: module.loader !== undefined, imports: [] };
  }
  const build = {
    entry: { module: await import("../../app/entry.server.tsx") },
    routes,
    assets: { entry: { imports: [], module: "/" }, routes: known, url: "/", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    basename: "/",
    mode: "production",
    isSpaMode: false,
    future: { v3_singleFetch: true },
  } as unknown as ServerBuild;
  const env = { ...perennial.env, port: 0, host: "127.0.0.1" };
  server = await serve({ ...perennial, env } satisfies AppLoadContext["perennial"], build);
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { ...BROWSER, ...headers }, ...init });
const staff = () => ({ authorization: argsFor(SAM).request.headers.get("authorization") ?? "" });

test.each([
  ["/app/members", "en", "Open Perennial from your Shopify admin"],
  ["/app/members?shop=some.myshopify.com", "de-DE,de;q=0.9", "Öffnen Sie Perennial"],
  ["/auth/login", "zh-CN", "请在 Shopify 后台打开 Perennial"],
])("whoever opens %s outside of the admin is told where it opens", async (path, language, title) => {
  const answer = await get(path, { "accept-language": language });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain(title);
});

test.each(["/app", "/app/members"])("so is whoever sends a form without a token to %s", async (path) => {
  const answer = await get(path, {}, { method: "POST", body: new URLSearchParams({ a: "b" }) });
  expect(answer.url).toContain("/auth/login");
  expect(answer.status).toBe(200);
});

test.each(["https://elsewhere.example", "null", "::"])(
  "a form of a page at %s is refused",
  async (origin) => {
    const init = { method: "POST", body: new URLSearchParams({ a: "b" }) };
    expect((await get("/app/members", { origin, ...staff() }, init)).status).toBe(403);
  },
);

test("what the admin is answered is kept by nobody, and taken for nothing else", async () => {
  for (const path of ["/app/members.data", "/auth/login"]) {
    const { headers } = await get(path, staff());
    expect(headers.get("cache-control"), path).toBe("private, no-store");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
  }
  const page = await get("/auth/login");
  expect(page.headers.get("content-security-policy")).toContain("frame-ancestors https://*.myshopify.com");
});
