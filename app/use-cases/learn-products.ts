import type { ShopTransaction } from "../db/database.ts";
import { peekWaiting } from "../db/deliveries.ts";
import { findProducts, rememberProducts } from "../db/products.ts";
import type { ShopRow } from "../db/shops.ts";
import type { LoyaltyEvent } from "../loyalty/events.ts";
import type { ProductId } from "../loyalty/ids.ts";
import type { ProductFacts } from "../loyalty/order.ts";
import type { LineKeys } from "../loyalty/programme.ts";
import type { ProgrammeVersion } from "../loyalty/versions.ts";
import type { Services } from "./services.ts";

/**
 * An order says nothing of its products' tags, collections and types. Where the programme asks for them, the store is
 * asked, before and outside the transaction that settles the orders.
 */
export async function learnProducts(
  services: Services,
  shop: ShopRow,
  versions: readonly ProgrammeVersion[],
  limit: number,
): Promise<void> {
  if (shop.uninstalledAt !== null || !versions.some(asksForFacts)) return;
  const { sql } = services.db;
  const waiting = await peekWaiting(sql, shop.id, { now: services.clock(), limit });
  const ids = productsOf(waiting.flatMap((event) => (event.kind === "points" ? [event.event] : [])));
  const known = await findProducts(sql, shop.id, ids);
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return;
  const facts = new Map(
    (await services.platform.productFacts(shop.domain, missing)).map((fact) => [fact.id, fact]),
  );
  // Of a product that the store no longer has nothing can be known: it has no tags.
  const learned = missing.map((id) => facts.get(id) ?? { id, tags: [], collections: [], productType: null });
  await rememberProducts(sql, shop.id, learned, services.clock());
}

/** What is known of the products of these orders: nothing where no version ever asked for it. */
export async function knownProducts(
  tx: ShopTransaction,
  { shop, versions }: { shop: ShopRow; versions: readonly ProgrammeVersion[] },
  events: LoyaltyEvent[],
): Promise<Map<ProductId, ProductFacts>> {
  if (!versions.some(asksForFacts)) return new Map();
  return findProducts(tx, shop.id, productsOf(events));
}

function productsOf(events: LoyaltyEvent[]): ProductId[] {
  const ids = new Set<ProductId>();
  for (const event of events) {
    if (event.kind !== "order") continue;
    for (const line of event.order.lines) if (line.productId !== null) ids.add(line.productId);
  }
  return [...ids];
}

function asksForFacts({ programme }: ProgrammeVersion): boolean {
  const { exclude, rules } = programme.earning;
  return (
    namesFacts(exclude) ||
    rules.some((rule) => "match" in rule && rule.match !== null && namesFacts(rule.match))
  );
}

function namesFacts(keys: LineKeys): boolean {
  return keys.productTags.length + keys.collections.length + keys.productTypes.length > 0;
}
