import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "vite";
import type { UiExtension } from "./extensions.ts";

interface Bundle {
  code: string;
  /** The files it was made of, to be looked at before it is served again. */
  files: string[];
  madeAt: number;
}

const bundles = new Map<string, Promise<Bundle>>();

/** One script for all targets of an extension, made as Shopify's command line makes it; anew when a file changed. */
export function extensionScript(extension: UiExtension, appUrl: string): Promise<string> {
  return cached(`${extension.handle} ${appUrl}`, () =>
    bundle(entryIn(extension), {
      plugins: [entryOf(extension)],
      define: {
        "process.env.APP_URL": JSON.stringify(appUrl),
        "process.env.NODE_ENV": JSON.stringify("production"),
      },
      jsx: "preact",
    }),
  );
}

/** A script of the host itself. */
export function hostScript(entry: string): Promise<string> {
  return cached(entry, () => bundle(fileURLToPath(new URL(entry, import.meta.url)), {}));
}

async function cached(key: string, make: () => Promise<Bundle>): Promise<string> {
  const known = await bundles.get(key)?.catch(() => null);
  if (known && known.files.every((file) => modifiedAt(file) <= known.madeAt)) return known.code;
  const fresh = make();
  bundles.set(key, fresh);
  return (await fresh).code;
}

function modifiedAt(file: string): number {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return Infinity;
  }
}

interface Settings {
  plugins?: Plugin[];
  define?: Record<string, string>;
  jsx?: string;
}

async function bundle(entry: string, { plugins = [], define = {}, jsx }: Settings): Promise<Bundle> {
  const madeAt = Date.now();
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins,
    define,
    ...(jsx ? { esbuild: { jsx: "automatic", jsxImportSource: jsx } } : {}),
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry, formats: ["iife"], name: "host", fileName: "host" },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !("output" in output)) throw new Error(`${entry} could not be bundled.`);
  const [chunk] = output.output;
  return { code: chunk.code, files: chunk.moduleIds.map(plainPath).filter((id) => existsSync(id)), madeAt };
}

function plainPath(id: string): string {
  return id.replace(/\?.*$/, "");
}

/** A file that is not there: it stands beside the modules, so that they are found from it. */
function entryIn({ folder }: UiExtension): string {
  return join(folder, "extension-entry.js");
}

/** What Shopify's command line writes in front of the modules: each target's function is handed over by its name. */
function entryOf(extension: UiExtension): Plugin {
  const entry = entryIn(extension);
  const code = extension.targets.map(
    ({ target, module }, i) =>
      `import Target_${i} from ${JSON.stringify(module)};\nshopify.extend(${JSON.stringify(target)}, (...args) => Target_${i}(...args));`,
  );
  return {
    name: "extension-entry",
    resolveId: (id) => (id === entry ? entry : null),
    load: (id) => (id === entry ? code.join("\n") : null),
  };
}
