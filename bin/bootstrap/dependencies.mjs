import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "./environment.mjs";
import { npm } from "./npm.mjs";

/**
 * Installs what a folder's package-lock.json names and its node_modules does not have; does nothing where all of it
 * is there.
 */
export async function bringUpToDate({ folder = root, runtimeOnly = false } = {}) {
  const missing = missingPackages(folder, runtimeOnly);
  if (missing.length === 0) return;
  const what = folder === root ? "packages" : `packages of ${basename(folder)}/`;
  const omit = runtimeOnly ? ["--omit=dev"] : [];
  await npm(["ci", ...omit], `Installing ${missing.length} ${what}`, folder);
}

/** npm keeps beside the packages a list of what it installed, written last, so an interrupted install has none. */
function missingPackages(folder, runtimeOnly) {
  const wanted = Object.entries(packagesOf(join(folder, "package-lock.json")));
  const installed = packagesOf(join(folder, "node_modules/.package-lock.json"));
  return wanted
    .filter(
      ([path, entry]) => path !== "" && !entry.optional && !(runtimeOnly && (entry.dev || entry.devOptional)),
    )
    .filter(([path, { version }]) => installed[path]?.version !== version)
    .map(([path]) => path);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw error;
  }
}
