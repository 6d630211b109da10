import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SHOPIFY = join(ROOT, "tools/node_modules/@shopify/cli/bin/run.js");

const run = promisify(execFile);

let copy: string;

beforeAll(() => {
  // The builder writes beside the extensions, and would install the packages of a package.json with dependencies.
  copy = mkdtempSync(join(tmpdir(), "perennial-extensions-"));
  for (const part of ["shopify.app.toml", "extensions"])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true, filter: (path) => !isFunction(path) });
  writeFileSync(join(copy, "package.json"), '{ "name": "perennial", "private": true }');
});
afterAll(() => rmSync(copy, { recursive: true }));

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
    env: { ...process.env, SHOPIFY_CLI_NO_ANALYTICS: "1", CI: "1", NO_COLOR: "1" },
  });
  return stdout + stderr;
}

/** `npm test` installs Shopify's own builder; whoever runs one file alone may not have it. */
describe.skipIf(!existsSync(SHOPIFY))("Shopify's own builder", () => {
  test("takes the app's manifest and builds every extension", { timeout: 120_000 }, async () => {
    expect(await build()).toContain("perennial built!");
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
