import { Liquid } from "liquidjs";
import { dateFilters } from "./dates.ts";
import { markupFilters } from "./markup.ts";
import { moneyFilters } from "./money.ts";
import { numberFilters } from "./numbers.ts";
import { registerShopifyTags } from "./tags.ts";
import { readTranslations, translateFilter } from "./translate.ts";

export interface EngineOptions {
  /** Folder with `locales` and `snippets`, as a theme or a theme extension has them. */
  folder: string;
  /** Where its assets are served, with a slash at the end. */
  assetBase: string;
}

/**
 * Liquid as Shopify renders it. What Shopify has and this has not (a filter, a tag, a date format) throws, so that a
 * page never looks right by leaving something out.
 */
export function createEngine({ folder, assetBase }: EngineOptions): Liquid {
  const liquid = new Liquid({
    root: [folder],
    partials: [`${folder}/snippets`],
    extname: ".liquid",
    relativeReference: false,
    strictFilters: true,
    ownPropertyOnly: true,
    cache: true,
  });
  const translate = translateFilter(readTranslations(`${folder}/locales`));
  const filters = {
    ...numberFilters,
    ...moneyFilters,
    ...dateFilters,
    ...markupFilters,
    t: translate,
    translate,
    asset_url: (file: unknown) => `${assetBase}${String(file)}`,
  };
  for (const [name, filter] of Object.entries(filters)) liquid.registerFilter(name, filter);
  registerShopifyTags(liquid);
  return liquid;
}
