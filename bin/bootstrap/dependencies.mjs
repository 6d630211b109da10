import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./environment.mjs";
import { npm } from "./npm.mjs";

/** Installs what package-lock.json names and node_modules does not have; does nothing where all of it is there. */
export async function bringUpToDate({ runtimeOnly }) {
  const missing = missingPackages(runtimeOnly);
  if (missing.length === 0) return;
  const omit = runtimeOnly ? ["--omit=dev"] : [];
  await npm(["ci", ...omit], `Installing ${missing.length} packages`);
}

/** npm keeps beside the packages a list of what it installed, written last, so an interrupted install has none. */
function missingPackages(runtimeOnly) {
  const wanted = Object.entries(packagesOf("package-lock.json") ?? {});
  const installed = packagesOf("node_modules/.package-lock.json") ?? {};
  return wanted
    .filter(
      ([path, entry]) => path !== "" && !entry.optional && !(runtimeOnly && (entry.dev || entry.devOptional)),
    )
    .filter(([path, { version }]) => installed[path]?.version !== version)
    .map(([path]) => path);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}
