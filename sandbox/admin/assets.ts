import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

/** The scripts a browser needs, each bundled to one classic script when it is first asked for. */
const SCRIPTS = {
  "app-bridge.js": "./bridge/index.ts",
  "admin.js": "./frame/index.ts",
  "panel.js": "../panel/client.ts",
};
const STYLES = { "admin.css": "./admin.css", "panel.css": "../panel/panel.css" };

type ScriptName = keyof typeof SCRIPTS;

const bundles = new Map<ScriptName, Promise<string>>();

export async function serveAsset(name: string): Promise<Response> {
  if (name in SCRIPTS) return asset(await bundle(name as ScriptName), "text/javascript");
  const style = STYLES[name as keyof typeof STYLES];
  if (style) return asset(readFileSync(new URL(style, import.meta.url), "utf8"), "text/css");
  return new Response("There is no such file.", { status: 404 });
}

function asset(body: string, type: string): Response {
  // Never stale while the sandbox is worked on; it is served from the same machine anyway.
  return new Response(body, {
    headers: { "content-type": `${type}; charset=utf-8`, "cache-control": "no-cache" },
  });
}

function bundle(name: ScriptName): Promise<string> {
  const known = bundles.get(name);
  if (known) return known;
  const fresh = bundleScript(fileURLToPath(new URL(SCRIPTS[name], import.meta.url)));
  bundles.set(name, fresh);
  return fresh;
}

async function bundleScript(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry, formats: ["iife"], name: "sandbox" },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !("output" in output)) throw new Error(`${entry} could not be bundled.`);
  return output.output[0].code;
}
