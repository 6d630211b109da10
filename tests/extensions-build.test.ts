import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SHOPIFY = join(ROOT, "tools/node_modules/@shopify/cli/bin/run.js");

const run = promisify(execFile);

/** Shopify's limit for the compressed script of one extension; a full page may have twice that. */
const UI_EXTENSION_BYTES = 64 * 1024;
const APP_URL = "https://loyalty.example.com";

let folder: string;
let copy: string;

beforeAll(() => {
  // The builder writes beside the extensions, and installs the packages of the package.json it finds: it is given one
  // without any, and finds ours a folder above.
  folder = mkdtempSync(join(tmpdir(), "perennial-extensions-"));
  copy = join(folder, "app");
  for (const part of ["shopify.app.toml", "extensions", "app/loyalty/summary.ts"])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true, filter: (path) => !isFunction(path) });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(copy, "package.json"), '{ "name": "perennial", "private": true }');
});
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * Functions are compiled to WebAssembly by a program that Shopify's builder downloads at that moment: what they do, and that
 * their queries and answers fit Shopify's schema, is tested beside them.
 */
function isFunction(path: string): boolean {
  const toml = join(path, "shopify.extension.toml");
  return existsSync(toml) && /^type = "function"$/m.test(readFileSync(toml, "utf8"));
}

async function build(): Promise<string> {
  const { stdout, stderr } = await run(process.execPath, [SHOPIFY, "app", "build", "--path", copy], {
    env: { ...process.env, APP_URL, SHOPIFY_CLI_NO_ANALYTICS: "1", CI: "1", NO_COLOR: "1" },
  });
  return stdout + stderr;
}

/** The bundles of UI extensions, by name. */
function bundles(): Map<string, Buffer> {
  const scripts = globSync("extensions/*/dist/*.js", { cwd: copy });
  return new Map(scripts.map((path) => [basename(path, ".js"), readFileSync(join(copy, path))]));
}

/** `npm test` installs Shopify's own builder; whoever runs one file alone may not have it. */
describe.skipIf(!existsSync(SHOPIFY))("Shopify's own builder", () => {
  test("takes the app's manifest and builds every extension", { timeout: 120_000 }, async () => {
    const said = await build();
    expect(said).toContain("perennial built!");
    expect(said).not.toContain("WARNING");
  });

  test("keeps every UI extension far below what Shopify takes, and tells it where the app is", () => {
    const built = bundles();
    expect([...built.keys()]).toEqual(
      expect.arrayContaining(["perennial-account", "perennial-account-blocks", "perennial-checkout"]),
    );
    for (const [name, script] of built) {
      // The pixel is told where the app is by its settings.
      if (name === "perennial-pixel") continue;
      expect(gzipSync(script).length, name).toBeLessThan(UI_EXTENSION_BYTES / 2);
      expect(script.includes(APP_URL), name).toBe(true);
    }
  });

  test("keeps the web pixel small: it is loaded on every page of the shop", () => {
    const pixel = bundles().get("perennial-pixel");
    expect(gzipSync(pixel ?? "").length).toBeGreaterThan(100);
    expect(gzipSync(pixel ?? "").length).toBeLessThan(1_500);
  });

  test("refuses a manifest that asks for a topic there is not", { timeout: 120_000 }, async () => {
    const wrong = `[[webhooks.subscriptions]]\ncompliance_topics = ["customers/forget"]\nuri = "/webhooks"\n`;
    writeFileSync(
      join(copy, "shopify.app.toml"),
      `client_id = "1"\nname = "x"\nhandle = "x"\napplication_url = "https://example.com"\nembedded = true\n[auth]\nredirect_urls = ["https://example.com"]\n[webhooks]\napi_version = "2026-07"\n${wrong}`,
    );
    await expect(build()).rejects.toThrow(/compliance_topics/);
  });
});
