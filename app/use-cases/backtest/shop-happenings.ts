import { findProducts } from "../../db/products.ts";
import { readEvents, readFrozenProducts, type Handled } from "../../db/shop-history.ts";
import type { Happening } from "../../loyalty/backtest/backtest.ts";
import type { LoyaltyEvent } from "../../loyalty/events.ts";
import type { OrderId, ProductId } from "../../loyalty/ids.ts";
import type { ProductFacts } from "../../loyalty/order.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";

const AT_ONCE = 500;

/** A shop's past, read a part at a time and told in the order in which it was handled. */
export interface ShopPast {
  happenings(): AsyncGenerator<Happening>;
  /** What was known of a product when the order being told of first named it. */
  productThen(id: ProductId): ProductFacts | null;
  /** The same, or what is known now, for a programme that asks for what nobody asked for then. */
  product(id: ProductId): ProductFacts | null;
  /** Whether more will be told of the order. */
  comesAgain(id: OrderId): boolean;
}

export function openShopPast(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  handled: readonly Handled[],
): ShopPast {
  const toCome = new Map<OrderId, number>();
  for (const { orderId } of handled)
    if (orderId !== null) toCome.set(orderId, (toCome.get(orderId) ?? 0) + 1);
  const earliestToCome = suffixMinimum(handled);
  let frozen: Record<ProductId, ProductFacts> = {};
  let known: ReadonlyMap<ProductId, ProductFacts> = new Map();

  async function* happenings(): AsyncGenerator<Happening> {
    for (let first = 0; first < handled.length; first += AT_ONCE) {
      const part = handled.slice(first, first + AT_ONCE);
      const events = await readEvents(db.sql, shop.id, part);
      const frozenOf = await readFrozenProducts(db.sql, shop.id, ordersOf(part));
      known = await findProducts(db.sql, shop.id, productsOf(events.delivery.values()));
      for (const [place, { kind, id, at, orderId }] of part.entries()) {
        if (orderId !== null) toCome.set(orderId, (toCome.get(orderId) ?? 1) - 1);
        const found = events[kind].get(id);
        if (found === undefined) continue;
        frozen = (orderId === null ? undefined : frozenOf.get(orderId)) ?? {};
        const nothingBefore = earliestToCome[first + place] ?? at;
        yield { event: found.event, at, cause: { eventId: id, actor: found.actor }, nothingBefore };
      }
    }
  }

  return {
    happenings,
    productThen: (id) => frozen[id] ?? null,
    product: (id) => frozen[id] ?? known.get(id) ?? null,
    comesAgain: (id) => (toCome.get(id) ?? 0) > 0,
  };
}

/** For each place the earliest instant from there on. */
function suffixMinimum(handled: readonly Handled[]): Float64Array {
  const earliest = new Float64Array(handled.length);
  let least = Number.POSITIVE_INFINITY;
  for (let place = handled.length - 1; place >= 0; place -= 1) {
    least = Math.min(least, handled[place]?.at ?? least);
    earliest[place] = least;
  }
  return earliest;
}

function ordersOf(part: readonly Handled[]): OrderId[] {
  return [...new Set(part.flatMap(({ orderId }) => orderId ?? []))];
}

function productsOf(events: Iterable<{ event: LoyaltyEvent }>): ProductId[] {
  const ids = new Set<ProductId>();
  for (const { event } of events) {
    if (event.kind !== "order") continue;
    for (const { productId } of event.order.lines) if (productId !== null) ids.add(productId);
  }
  return [...ids];
}
