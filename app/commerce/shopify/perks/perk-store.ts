import type { PerkStore } from "../../perk-store.ts";
import type { AdminApi } from "../admin-api.ts";
import { CollectionIdDocument } from "../generated/admin.ts";
import { rewardProduct } from "../rewards/products.ts";
import { discountWays } from "./discount.ts";
import { settleOwner } from "./owner.ts";
import { validationWays } from "./validation.ts";

/** Perks by Shopify Functions: an automatic discount of ours, and a validation of carts and checkouts. */
export function perkStore(api: AdminApi): PerkStore {
  return {
    async namedThings(shop, names) {
      const collections = await idsOf(names.collections, async (handle) => {
        const { collectionByIdentifier } = await api(shop, CollectionIdDocument, { handle });
        return collectionByIdentifier?.id ?? null;
      });
      const products = await idsOf(
        names.products,
        async (name) => (await rewardProduct(api, shop, name))?.id ?? null,
      );
      return { collections, products };
    },
    async applyPerks(shop, { discount, validation }) {
      // Who may buy comes first: what is new for members must not be everybody's for a moment.
      const kept = await settleOwner({ api, shop }, validationWays(api, shop), validation);
      return [...kept, ...(await settleOwner({ api, shop }, discountWays(api, shop), discount))];
    },
  };
}

async function idsOf(
  names: readonly string[],
  find: (name: string) => Promise<string | null>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of names) {
    const id = await find(name);
    if (id !== null) found.set(name, id);
  }
  return found;
}
