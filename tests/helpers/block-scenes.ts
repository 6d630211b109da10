import { openExtension } from "../../sandbox/storefront/app-blocks.ts";
import type { Locale } from "../../sandbox/storefront/languages.ts";
import { BESIDE, FOR_YOU } from "./pick-scenes.ts";
import type { ShopperState } from "./shopper-states.ts";
import { renderBlock, type ThemePage, type ThemePicks } from "./theme-page.ts";

/** Products that rewards give: one with a picture alone, one with a model to turn about as well. */
const PRODUCTS = {
  "boston-fern": pictured("boston-fern", "Boston fern"),
  "terracotta-pot": {
    ...pictured("terracotta-pot", "Terracotta pot"),
    media: [
      {
        media_type: "model",
        alt: "Terracotta pot",
        sources: [{ url: "/sandbox/models/terracotta-pot.glb", mime_type: "model/gltf-binary" }],
        preview_image: { src: "/sandbox/pictures/terracotta-pot.svg" },
      },
    ],
  },
};

/** What stands around the blocks: a product they speak of, and a cart. */
const SURROUNDINGS: ThemePage = {
  product: { id: 501, title: "Boston fern", price: 2400, tags: ["winter"], others: [3850] },
  cart: {
    lines: [
      { price: 2400, product: { id: 501, title: "Boston fern", tags: ["winter"] } },
      { price: 4150, product: { id: 503, title: "Monstera" } },
    ],
  },
  allProducts: PRODUCTS,
};

/** A block in surroundings of its own, or with the settings that show most of it. */
interface Scene {
  block: string;
  /** Where a block has more than one scene. */
  name?: string;
  page?: ThemePage;
  /** What a member is recommended there, where somebody is signed in. */
  picks?: ThemePicks;
}

const FERN = { id: 501, title: "Boston fern", price: 2400, picks: BESIDE };

const SCENES: Scene[] = [
  { block: "points-panel", page: { settings: { entries: 12 } } },
  { block: "product-points", page: { settings: { say_excluded: true } } },
  { block: "goes-together", name: "product", page: { product: FERN } },
  {
    block: "goes-together",
    name: "cart",
    page: { product: undefined, cart: { lines: [{ price: 2400, product: FERN }] } },
  },
  { block: "for-you", picks: FOR_YOU },
  { block: "members-only", name: "price", page: { product: { tags: ["winter"], price: 2400 } } },
  { block: "members-only", name: "exclusive", page: { product: { tags: ["vault"], price: 9000 } } },
  { block: "members-only", name: "early", page: { product: { tags: ["drop"], price: 5200 } } },
];

/** Every block of the extension, by each of its scenes: "points-panel", "members-only early". */
export function listScenes(): string[] {
  const blocks = openExtension().types.sort();
  return blocks.flatMap((block) => {
    const own = SCENES.filter((scene) => scene.block === block);
    return own.length === 0 ? [block] : own.map(nameOf);
  });
}

/** What a block prints for a shopper in this state; "" for a block that has nothing to say. */
export function renderScene(scene: string, state: ShopperState, locale: Locale = "en"): string {
  const { block = scene, page = {}, picks } = SCENES.find((known) => nameOf(known) === scene) ?? {};
  const { programme, customer } = state;
  const markup = renderBlock(block, {
    ...SURROUNDINGS,
    ...page,
    locale,
    ...(programme === undefined ? {} : { programme }),
    ...(customer === undefined ? {} : { customer: { ...customer, ...(picks && { picks }) } }),
  });
  return hasContent(markup) ? markup : "";
}

function nameOf({ block, name }: Scene): string {
  return name === undefined ? block : `${block} ${name}`;
}

function pictured(handle: string, title: string) {
  const image = { src: `/sandbox/pictures/${handle}.svg`, alt: title, width: 800, height: 800 };
  return { handle, title, url: `/products/${handle}`, featured_image: image, media: [] };
}

/** Whether there is anything inside the element that Shopify wraps around a block. */
function hasContent(markup: string): boolean {
  return (
    markup
      .replace(/^<div[^>]*>/, "")
      .replace(/<\/div>$/, "")
      .trim() !== ""
  );
}
