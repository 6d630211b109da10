import type { NamedThings, StorePerks } from "../loyalty/perk-configuration.ts";

/** What became of what the store does for perks. */
export type PerkChange = `${"discount" | "validation"}-${"made" | "told" | "started" | "ended"}`;

/**
 * How a store gives members prices of their own, gifts, and what others may not buy. Both throw StoreUnavailable where
 * asking later is right, and StoreRefused where the store will not.
 */
export interface PerkStore {
  /** The store's ids of what perks name; what it does not have is missing from the answer. */
  namedThings(
    shopDomain: string,
    names: { collections: readonly string[]; products: readonly string[] },
  ): Promise<NamedThings>;
  /** Has the checkout do as the perks say from now on, and end what is null. Answers what that changed: twice is once. */
  applyPerks(shopDomain: string, perks: Pick<StorePerks, "discount" | "validation">): Promise<PerkChange[]>;
}
