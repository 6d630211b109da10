import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parse } from "smol-toml";
import type { Sandbox } from "../sandbox.ts";
import { gid } from "../state/ids.ts";
import type { Shop, ThemeChoice } from "../state/types.ts";
import { PLACEMENTS } from "../storefront/app-blocks.ts";
import { themeChoiceOf } from "../storefront/theme-choice.ts";

type Choice = Pick<ThemeChoice, "places" | "embeds">;

interface BlockSchema {
  name: string;
  target: string;
}

/** The app's theme extensions as `shopify.app.extensions()` lists them: every block, and where it stands in the theme. */
export function themeExtensions({ options, store }: Sandbox, shop: Shop): unknown[] {
  const choice = themeChoiceOf(store, shop.domain);
  const root = join(dirname(options.manifest), "extensions");
  return listFolders(root).flatMap((folder) => {
    const config = parse(readFileSync(join(root, folder, "shopify.extension.toml"), "utf8"));
    if (config.type !== "theme") return [];
    return [
      {
        type: "theme_app_extension",
        handle: config.handle ?? folder,
        activations: listBlocks(join(root, folder), choice),
      },
    ];
  });
}

function listBlocks(folder: string, choice: Choice) {
  const texts = readTexts(join(folder, "locales", "en.default.schema.json"));
  return readdirSync(join(folder, "blocks"))
    .filter((file) => file.endsWith(".liquid"))
    .map((file) => {
      const { name, target } = readSchema(readFileSync(join(folder, "blocks", file), "utf8"));
      const handle = basename(file, ".liquid");
      const activations = placesOf(handle, choice);
      const status = activations.length > 0 ? "active" : "available";
      return { handle, name: translate(name, texts), target, status, activations };
    });
}

/** Where the sandbox's theme has the block; the theme is its only one. */
function placesOf(handle: string, { places, embeds }: Choice) {
  const themeId = gid("OnlineStoreTheme", 1);
  if (embeds.includes(handle)) return [{ target: `config/${handle}`, themeId }];
  return Object.entries<{ type: string }[]>(PLACEMENTS).flatMap(([place, blocks]) =>
    blocks
      .filter(({ type }) => type === handle && places.includes(place))
      .map(() => ({ target: `template--${place}/main/${handle}`, themeId })),
  );
}

function readTexts(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** "t:blocks.badge.name" → the text that stands there. */
function translate(name: string, texts: unknown): string {
  if (!name.startsWith("t:")) return name;
  const step = (texts: unknown, key: string) => (texts as Record<string, unknown> | undefined)?.[key];
  const text = name.slice(2).split(".").reduce(step, texts);
  return typeof text === "string" ? text : name;
}

function readSchema(liquid: string): BlockSchema {
  const schema = /\{%-?\s*schema\s*-?%\}(.*?)\{%-?\s*endschema\s*-?%\}/s.exec(liquid)?.[1] ?? "{}";
  const { name = "", target = "section" } = JSON.parse(schema) as Partial<BlockSchema>;
  return { name, target };
}

function listFolders(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() && readdirSync(join(root, entry.name)).includes("shopify.extension.toml"),
    )
    .map((entry) => entry.name);
}
