import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Packages that would fetch programs of their own are told not to: everything comes from the package registry. */
const NO_DOWNLOADS = {
  PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
  PRISMA_QUERY_ENGINE_LIBRARY: "/bin/true",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
  SHOPIFY_CLI_NO_ANALYTICS: "1",
};

export function environment() {
  return { ...NO_DOWNLOADS, ...process.env };
}

/** For npm itself: the machine's own Node runs it, since the installed one may be replaced under its feet. */
export function environmentForNpm() {
  const path = (process.env.PATH ?? "").split(delimiter);
  const own = join("node_modules", ".bin");
  return { ...environment(), PATH: path.filter((folder) => !folder.endsWith(own)).join(delimiter) };
}
