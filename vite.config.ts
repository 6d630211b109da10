import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [remix(remixConfig), oneLanguageInBrowser(), chunksThatStay()],
  build: { assetsInlineLimit: 0, sourcemap: false },
});

/** A browser loads the texts of one language, the server those of all. */
function oneLanguageInBrowser(): Plugin {
  return {
    name: "one-language-in-browser",
    enforce: "pre",
    resolveId(source, importer, { ssr }) {
      if (ssr === true || !source.endsWith("/languages.ts")) return null;
      return this.resolve(source.replace("languages.ts", "languages-in-browser.ts"), importer);
    },
  };
}

/** What every page needs and seldom changes stays in the browser's cache from page to page, and from version to version. */
function chunksThatStay(): Plugin {
  const CHUNKS: [chunk: string, packages: RegExp][] = [
    [
      "polaris",
      /\/node_modules\/(@shopify\/polaris|@shopify\/polaris-tokens|react-transition-group|react-fast-compare)\//,
    ],
    ["framework", /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run)\//],
  ];
  return {
    name: "chunks-that-stay",
    config: (_config, { isSsrBuild }) =>
      isSsrBuild === true
        ? {}
        : {
            build: {
              rollupOptions: {
                output: {
                  manualChunks: (id) => CHUNKS.find(([, packages]) => packages.test(id))?.[0] ?? null,
                },
              },
            },
          },
  };
}
