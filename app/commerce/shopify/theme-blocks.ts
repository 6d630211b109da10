import type { ThemeBlocks, ThemeStore } from "../theme-store.ts";
import type { AdminApi } from "./admin-api.ts";
import { ThemeFilesDocument, type ThemeFilesQuery } from "./generated/admin.ts";
import { nextOf } from "./reconcile/orders.ts";

/** Where a theme keeps which blocks stand where: templates, the groups of header and footer, and the embeds. */
const FILES = ["templates/*.json", "sections/*.json", "config/settings_data.json"];

/** "shopify://apps/perennial/blocks/points-panel/019b…"; a handle that was taken has a number behind it. */
const OURS = /^shopify:\/\/apps\/perennial(?:-\d+)?\/blocks\/([\w-]+)\//;

export function themeStore(api: AdminApi): ThemeStore {
  return {
    async themeBlocks(shopDomain) {
      const found: Found = { blocks: new Set(), embeds: new Set() };
      let after: string | null = null;
      do {
        const answer: ThemeFilesQuery = await api(shopDomain, ThemeFilesDocument, {
          filenames: FILES,
          after,
        });
        const [theme] = answer.themes?.nodes ?? [];
        if (theme?.files == null) return null;
        for (const { filename, body } of theme.files.nodes)
          if ("content" in body) noteBlocks(found, filename, body.content);
        after = nextOf(theme.files.pageInfo);
      } while (after !== null);
      return { blocks: [...found.blocks].sort(), embeds: [...found.embeds].sort() } satisfies ThemeBlocks;
    },
  };
}

interface Found {
  blocks: Set<string>;
  embeds: Set<string>;
}

/** Adds what a file of a theme says of our blocks; one that is there and hidden counts for nothing. */
export function noteBlocks(found: Found, filename: string, content: string): void {
  const into = filename === "config/settings_data.json" ? found.embeds : found.blocks;
  walk(treeOf(content), (type) => {
    const name = OURS.exec(type)?.[1];
    if (name !== undefined) into.add(name);
  });
}

/** Files that the theme editor wrote begin with a comment, which is no JSON. A file at fault says nothing. */
function treeOf(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\s*\/\*[\s\S]*?\*\//, ""));
  } catch {
    return null;
  }
}

function walk(part: unknown, note: (type: string) => void): void {
  if (typeof part !== "object" || part === null) return;
  if ("disabled" in part && part.disabled === true) return;
  if ("type" in part && typeof part.type === "string") note(part.type);
  for (const child of Object.values(part)) walk(child, note);
}
