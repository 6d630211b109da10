import { execFile } from "node:child_process";
import { globSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./bootstrap/environment.mjs";

const run = promisify(execFile);
const SOURCES = ["app/**", "public/**", "vite.config.ts", "remix.config.js", "package-lock.json"];
const BUILT = "build/server/index.js";

/** Builds the app's pages where a source is newer than what was built of it. Answers whether it did. */
export async function buildIfStale(): Promise<boolean> {
  if (builtAt() > newestSource()) return false;
  try {
    await run(process.execPath, [join(root, "node_modules/@remix-run/dev/dist/cli.js"), "vite:build"], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production" },
    });
  } catch (error) {
    const { stderr, stdout } = error as { stderr: string; stdout: string };
    throw new Error(`The app's pages could not be built:\n${stderr || stdout}`, { cause: error });
  }
  return true;
}

function builtAt(): number {
  return statSync(join(root, BUILT), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestSource(): number {
  const files = globSync(SOURCES, { cwd: root });
  return Math.max(
    ...files.map((file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}
