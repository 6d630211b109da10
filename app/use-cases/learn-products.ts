import type { ShopTransaction } from "../db/database.ts";
import { findProducts, rememberProducts } from "../db/products.ts";
import type { ShopRow } from "../db/shops.ts";
import type { LoyaltyEvent } from "../loyalty/events.ts";
import type { ProductId } from "../loyalty/ids.ts";
import type { ProductFacts } from "../loyalty/order.ts";
import { namesProductFacts } from "../loyalty/product-facts.ts";
import type { ProgrammeVersion } from "../loyalty/versions.ts";
import type { Services } from "./services.ts";

/**
 * Asks the store what it knows of products, before and outside the transaction that settles their orders: an order says
 * nothing of its products' tags, collections and types.
 */
export async function learnProducts(services: Services, shop: ShopRow, ids: ProductId[]): Promise<void> {
  const told = await services.platform.productFacts(shop.domain, ids);
  const facts = new Map(told.map((fact) => [fact.id, fact]));
  // Of a product that the store no longer has nothing can be known: it has no tags.
  const learned = ids.map((id) => facts.get(id) ?? { id, tags: [], collections: [], productType: null });
  await rememberProducts(services.db.sql, shop.id, learned, services.clock());
}

export interface KnownProducts {
  facts: ReadonlyMap<ProductId, ProductFacts>;
  /** Products of the event that the store must be asked of first; none where no version ever asks for facts. */
  missingOf(event: LoyaltyEvent): ProductId[];
}

/** What is known of the products of these orders. */
export async function knownProducts(
  tx: ShopTransaction,
  { shop, versions }: { shop: ShopRow; versions: readonly ProgrammeVersion[] },
  events: LoyaltyEvent[],
): Promise<KnownProducts> {
  if (!versions.some(({ programme }) => namesProductFacts(programme.earning)))
    return { facts: new Map(), missingOf: () => [] };
  const facts = await findProducts(tx, shop.id, productsOf(events));
  return { facts, missingOf: (event) => productsOf([event]).filter((id) => !facts.has(id)) };
}

function productsOf(events: LoyaltyEvent[]): ProductId[] {
  const ids = new Set<ProductId>();
  for (const event of events) {
    if (event.kind !== "order") continue;
    for (const line of event.order.lines) if (line.productId !== null) ids.add(line.productId);
  }
  return [...ids];
}
