import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Liquid, Template } from "liquidjs";
import { createEngine } from "./liquid/engine.ts";

export interface BlockSchema {
  name: string;
  target: string;
  stylesheet?: string;
  javascript?: string;
  settings?: { type: string; id?: string; default?: unknown }[];
}

interface Block {
  schema: BlockSchema;
  template: Template[];
}

/** A block's place in a theme, as the theme editor stores it: its settings override the schema's defaults. */
export interface Placement {
  type: string;
  settings?: Record<string, unknown>;
}

export const EXTENSION_ASSETS = "/cdn/shop/extensions/perennial/";

/** The app's theme extension as Shopify serves it: its own files, read from disk, nothing rewritten. */
export class ThemeExtension {
  readonly folder: string;
  readonly #liquid: Liquid;
  readonly #blocks = new Map<string, Block>();

  constructor(folder: string) {
    this.folder = folder;
    this.#liquid = createEngine({ folder, assetBase: EXTENSION_ASSETS });
    for (const file of readdirSync(join(folder, "blocks"))) {
      const source = readFileSync(join(folder, "blocks", file), "utf8");
      this.#blocks.set(basename(file, ".liquid"), {
        schema: readSchema(source, file),
        template: this.#liquid.parse(source),
      });
    }
  }

  /** The names of all its blocks. */
  get types(): string[] {
    return [...this.#blocks.keys()];
  }

  /** Those that a merchant turns on for the whole shop, rather than placing them in a section. */
  get embeds(): string[] {
    return this.types.filter((type) => this.schema(type).target === "body");
  }

  schema(type: string): BlockSchema {
    return this.#block(type).schema;
  }

  /** With the element that Shopify wraps app blocks in. `globals` come from `globalsOf`. */
  render({ type, settings = {} }: Placement, globals: object): string {
    const { schema, template } = this.#block(type);
    const id = `perennial-${type}`;
    const defaults = Object.fromEntries(
      (schema.settings ?? []).flatMap((setting) =>
        setting.id === undefined ? [] : [[setting.id, setting.default ?? null]],
      ),
    );
    const block = {
      id,
      type: `shopify://apps/perennial/blocks/${type}`,
      settings: { ...defaults, ...settings },
      shopify_attributes: `data-shopify-editor-block="${id}"`,
    };
    const content: unknown = this.#liquid.renderSync(template, { block }, { globals });
    return `<div id="shopify-block-${id}" class="shopify-block shopify-app-block">${String(content)}</div>`;
  }

  #block(type: string): Block {
    const block = this.#blocks.get(type);
    if (!block) throw new Error(`the theme extension has no block ${type}`);
    return block;
  }
}

function readSchema(source: string, file: string): BlockSchema {
  const json = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/.exec(source)?.[1];
  if (!json) throw new Error(`${file} has no schema`);
  return JSON.parse(json) as BlockSchema;
}
