import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { hostScript } from "../../extension-host/bundle.ts";
import { Refusal } from "../../http/answer.ts";
import type { WebPixel } from "../../state/types.ts";
import type { Visit } from "../visit.ts";
import { findPixelExtension } from "./extension.ts";

export const PIXEL_SCRIPT = "/web-pixel.js";

/** The pixel that runs on this visit's pages; null without the shopper's leave, and where the app activated none. */
export function pixelOf({ sandbox, shop, session }: Visit): WebPixel | null {
  if (!session.analytics || sandbox.installation(shop.domain) === null) return null;
  return sandbox.store.collection(shop.domain, "webPixel").list()[0] ?? null;
}

/** The app's pixel with what it runs in, as one script for a worker. */
export async function pixelScript({ sandbox }: Visit): Promise<Response> {
  const extension = findPixelExtension(sandbox.options.extensions);
  if (!extension) throw new Refusal("The app has no pixel.", 404);
  const around = readFileSync(new URL("./worker.js", import.meta.url), "utf8");
  const script = await hostScript(pathToFileURL(join(extension.folder, "src/index.ts")).href);
  return new Response(`${around}\n${script}`, {
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" },
  });
}
