import { serveAsset } from "../admin/assets.ts";
import type { Sandbox } from "../sandbox.ts";

/** Everything under /sandbox that is not the JSON interface: the control panel and the files of its pages. */
export async function handleControlPanel(request: Request, _sandbox: Sandbox): Promise<Response> {
  const { pathname } = new URL(request.url);
  const asset = /^\/sandbox\/assets\/([\w.-]+)$/.exec(pathname)?.[1];
  if (asset) return serveAsset(asset);
  return new Response("", { status: 404 });
}
