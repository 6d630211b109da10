import type { ShopRow } from "../../app/db/shops.ts";
import type { Services } from "../../app/use-cases/services.ts";
import type { Once } from "../loop.ts";
import type { Terms } from "../protocol.ts";
import type { Random } from "../random.ts";

export const FIRST_MEMBER = 1_000_000;

export interface OurWork {
  prepare(terms: Terms): Promise<void>;
  once: Once;
}

/** What works stand on. */
export interface Ground {
  services: Services;
  shops: readonly ShopRow[];
  /** Members of each shop. */
  members: number;
  seed: number;
  random: Random;
  /** One more shop for a work of its own; its books are verified with those of all others. */
  addShop(name: string, settings?: { isVerified?: boolean; programme?: object }): Promise<ShopRow>;
}
