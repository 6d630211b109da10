import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";

const BUILT = join(import.meta.dirname, "../../build/client");
/** The route around every page. */
const FRAME = "routes/app";
/** Shopify's own components, which every app in its admin brings along. */
const POLARIS = /\/polaris-[\w-]+\.js$/;

/** What no page of the admin may exceed above Polaris itself, gzipped. */
export const MOST_SCRIPT_BYTES = 300_000;

export interface PageWeight {
  /** "app.members.$id" */
  page: string;
  /** Script that a visit to this page alone loads, gzipped: above Polaris, and with it. */
  bytes: number;
  withPolaris: number;
}

const scripts = z.object({ module: z.string(), imports: z.array(z.string()).default([]) });
const route = scripts.extend({ id: z.string(), parentId: z.string().optional() });
const builtPages = z.object({ entry: scripts, routes: z.record(z.string(), route) });

type Route = z.infer<typeof route>;

/** Every page of the admin as it was built, the heaviest first; the texts are those of the heaviest language. */
export function pageWeights(): PageWeight[] {
  const { entry, routes } = readManifest();
  const language = heaviestLanguage();
  const chainOf = (id: string | undefined): Route[] => {
    const route = id === undefined ? undefined : routes[id];
    return route === undefined ? [] : [route, ...chainOf(route.parentId)];
  };
  return Object.keys(routes)
    .map((id) => ({ id, chain: chainOf(id) }))
    .filter(({ chain }) => chain.slice(1).some(({ id }) => id === FRAME))
    .map(({ id, chain }) => {
      const parts = [entry, ...chain];
      const files = new Set([...parts.flatMap(({ module, imports }) => [module, ...imports]), ...language]);
      const withPolaris = sum([...files].map(gzippedSize));
      const polaris = sum([...files].filter((file) => POLARIS.test(file)).map(gzippedSize));
      return { page: id.replace("routes/", ""), bytes: withPolaris - polaris, withPolaris };
    })
    .sort((one, other) => other.bytes - one.bytes);
}

/** What the server tells a browser of the pages, for it to know what to load. */
function readManifest(): z.infer<typeof builtPages> {
  const [file] = globSync("assets/manifest-*.js", { cwd: BUILT });
  if (file === undefined) throw new Error("The pages are not built: npm run build.");
  const script = readFileSync(join(BUILT, file), "utf8");
  return builtPages.parse(JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1)));
}

/** A visit loads the texts of one language. */
function heaviestLanguage(): string[] {
  const files = globSync("assets/{de,en,zh}-*.js", { cwd: BUILT }).map((file) => `/${file}`);
  return files.sort((one, other) => gzippedSize(other) - gzippedSize(one)).slice(0, 1);
}

const sizes = new Map<string, number>();

function gzippedSize(file: string): number {
  const known = sizes.get(file) ?? gzipSync(readFileSync(join(BUILT, file))).length;
  sizes.set(file, known);
  return known;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
