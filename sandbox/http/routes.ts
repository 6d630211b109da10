import type { Sandbox } from "../sandbox.ts";
import { json, Refusal } from "./answer.ts";

type Room = (request: Request, sandbox: Sandbox) => Promise<Response> | Response;

type Route = { path: RegExp; load: () => Promise<Room> };

// Rooms are loaded at their first request: the GraphQL schema alone costs a second that most tests need not pay.
const ROUTES: Route[] = [
  { path: /^\/sandbox\/api(\/|$)/, load: async () => (await import("../control/handle.ts")).handleControl },
  {
    path: /^\/sandbox\/pictures\//,
    load: async () => (await import("../history/pictures.ts")).handlePicture,
  },
  {
    path: /^\/sandbox\/models\//,
    load: async () => (await import("../history/models.ts")).handleModel,
  },
  { path: /^\/sandbox(\/|$)/, load: async () => (await import("../admin/handle.ts")).handleControlPanel },
  { path: /^\/store\//, load: async () => (await import("../admin/handle.ts")).handleAdmin },
  { path: /^\/admin\/oauth\//, load: async () => (await import("../oauth/handle.ts")).handleOauth },
  { path: /^\/admin\/api\//, load: async () => (await import("../graphql/handle.ts")).handleGraphql },
  { path: /^\/apps\//, load: async () => (await import("../storefront/app-proxy.ts")).handleAppProxy },
  {
    path: /^\/(extensions|customer-account|pos)(\/|$)/,
    load: async () => (await import("../extension-host/handle.ts")).handleExtensionHost,
  },
  { path: /^\//, load: async () => (await import("../storefront/handle.ts")).handleStorefront },
];

/** One listener plays all of Shopify: the path says which part of it. */
export async function route(request: Request, sandbox: Sandbox): Promise<Response> {
  const { pathname } = new URL(request.url);
  const found = ROUTES.find(({ path }) => path.test(pathname));
  if (!found) return json({ error: `Nothing answers at ${pathname}.` }, 404);
  try {
    const room = await found.load();
    return await room(request, sandbox);
  } catch (error) {
    if (error instanceof Refusal) return json({ error: error.message }, error.status);
    throw error;
  }
}
