import type { PickStore, PublishedPicks, RefusedPicks } from "../../pick-store.ts";
import type { AdminApi } from "../admin-api.ts";
import {
  deleteMetafields,
  jsonMetafield,
  METAFIELDS_A_CALL,
  setMetafields,
  type MetafieldInput,
} from "../metafields.ts";
import { startPixel } from "./pixel.ts";

/** Each owner has two: the products themselves, which Liquid then has at hand, and why they are shown. */
const KEYS = ["picks", "picks_why"] as const;
const OWNERS_A_CALL = Math.floor(METAFIELDS_A_CALL / KEYS.length);

export function pickStore(api: AdminApi): PickStore {
  return {
    async publishPicks(shopDomain, picks) {
      const gone = picks.filter(({ products }) => products.length === 0);
      await deleteMetafields(
        api,
        shopDomain,
        gone.flatMap(({ owner }) => KEYS.map((key) => ({ ownerId: gidOf(owner), key }))),
      );
      const there = picks.filter(({ products }) => products.length > 0);
      const refused: RefusedPicks[] = [];
      for (let from = 0; from < there.length; from += OWNERS_A_CALL)
        refused.push(...(await publishSome(api, shopDomain, there.slice(from, from + OWNERS_A_CALL))));
      return refused;
    },
    startPixel: (shopDomain, address) => startPixel(api, shopDomain, address),
  };
}

/** A call is all or nothing: where some are refused, the others are written without them. */
async function publishSome(
  api: AdminApi,
  shopDomain: string,
  picks: readonly PublishedPicks[],
): Promise<RefusedPicks[]> {
  if (picks.length === 0) return [];
  const refusals = await setMetafields(api, shopDomain, picks.flatMap(metafieldsOf));
  if (refusals.length === 0) return [];
  const refused = new Map<number, RefusedPicks | null>();
  for (const { place, isOwnerGone, why } of refusals) {
    const owner = Math.floor(place / KEYS.length);
    const found = picks[owner];
    if (found === undefined) throw new Error(`${shopDomain} refused the metafields: ${why}`);
    refused.set(owner, isOwnerGone ? null : { owner: found.owner, why });
  }
  const left = picks.filter((_, place) => !refused.has(place));
  return [...refused.values()].filter((one) => one !== null).concat(await publishSome(api, shopDomain, left));
}

function metafieldsOf({ owner, products, told }: PublishedPicks): MetafieldInput[] {
  const ownerId = gidOf(owner);
  const references = JSON.stringify(products.map((id) => `gid://shopify/Product/${id}`));
  return [
    { ownerId, namespace: "$app", key: "picks", type: "list.product_reference", value: references },
    jsonMetafield(ownerId, "picks_why", told),
  ];
}

function gidOf({ kind, id }: PublishedPicks["owner"]): string {
  return `gid://shopify/${kind === "product" ? "Product" : "Customer"}/${id}`;
}
