import type { MemberId, ProductId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import { BOUGHT } from "./bought.ts";
import { dayIn } from "./figures/shop-days.ts";
import type { Sql } from "./sql.ts";

/** What was bought and kept, a product of an order at a time: arrays of the same length, by order id. */
export interface Purchases {
  /** Ids by their places. */
  members: MemberId[];
  products: ProductId[];
  /** How many orders; their places rise. */
  orders: number;
  order: Int32Array;
  /** -1 for a guest, and for somebody whose name is erased. */
  member: Int32Array;
  product: Int32Array;
  /** Of the shop's calendar. */
  day: Int32Array;
  quantity: Int32Array;
}

interface Asked {
  timezone: string;
  from: Instant;
  /** Of these members alone; of everybody where it is left out. */
  memberIds?: readonly MemberId[];
}

const ORDERS_A_PAGE = 5_000;

/** What is left of a line after edits and refunds, whichever of the two the store told of last. */
const KEPT = `least(coalesce((l->>'currentQuantity')::int, (l->>'quantity')::int), (l->>'quantity')::int
  - coalesce((SELECT sum((r->>'quantity')::int)::int
      FROM jsonb_path_query(o.snapshot, '$.order.refunds[*].lines[*]') AS r WHERE r->>'lineId' = l->>'id'), 0))`;

const PAGE = `SELECT o.id, CASE WHEN o.member_id > 0 THEN o.member_id::text END AS member_id,
    ${dayIn("$3", "o.processed_at")} AS day, kept.products, kept.quantities
  FROM "order" o, LATERAL (
    SELECT array_agg(product) AS products, array_agg(quantity) AS quantities FROM (
      SELECT l->>'productId' AS product, least(sum(${KEPT}), 1000000)::int AS quantity
      FROM jsonb_array_elements(o.snapshot->'order'->'lines') AS l
      WHERE l->>'productId' IS NOT NULL AND NOT coalesce((l->>'giftCard')::boolean, false)
        AND NOT coalesce((l->>'tip')::boolean, false)
      GROUP BY 1 HAVING sum(${KEPT}) > 0) AS line) AS kept
  WHERE o.shop_id = $1 AND o.id > $2 AND ${BOUGHT} AND o.processed_at >= $4
    AND jsonb_typeof(o.snapshot->'order') = 'object' AND kept.products IS NOT NULL
    AND ($5::bigint[] IS NULL OR o.member_id = ANY($5::bigint[]))
  ORDER BY o.id LIMIT ${ORDERS_A_PAGE}`;

interface Row {
  id: bigint;
  member_id: string | null;
  day: number;
  products: string[];
  quantities: number[];
}

/**
 * Everything that was bought since then, but for gift cards, tips and lines of no product; of an order that was given
 * back in parts, what was kept. Cancelled orders and tests are left out; what counts for no points, as guests' orders, is in.
 */
export async function readPurchases(sql: Sql, shopId: number, asked: Asked): Promise<Purchases> {
  const [members, products] = [new Places(), new Places()];
  const columns = { order: grown(), member: grown(), product: grown(), day: grown(), quantity: grown() };
  let orders = 0;
  for (let after = "-1"; ;) {
    const rows = await sql.query<Row>(PAGE, [
      ...[shopId, after, asked.timezone, new Date(asked.from)],
      asked.memberIds ?? null,
    ]);
    for (const row of rows) {
      const member = row.member_id === null ? -1 : members.of(row.member_id);
      row.products.forEach((product, place) => {
        columns.order.add(orders);
        columns.member.add(member);
        columns.product.add(products.of(product));
        columns.day.add(row.day);
        columns.quantity.add(row.quantities[place] ?? 1);
      });
      orders += 1;
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < ORDERS_A_PAGE) break;
    after = last.id.toString();
  }
  const { order, member, product, day, quantity } = columns;
  return {
    ...{ members: members.ids(), products: products.ids(), orders },
    ...{ order: order.all(), member: member.all(), product: product.all() },
    ...{ day: day.all(), quantity: quantity.all() },
  };
}

/** The place of each id, in the order in which they come first. */
class Places {
  readonly #places = new Map<string, number>();

  of(id: string): number {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    this.#places.set(id, this.#places.size);
    return this.#places.size - 1;
  }

  ids(): string[] {
    return [...this.#places.keys()];
  }
}

/** Numbers whose number is not known beforehand, at four bytes each. */
function grown(): { add(value: number): void; all(): Int32Array } {
  let held = new Int32Array(1_024);
  let length = 0;
  return {
    add(value) {
      if (length === held.length) {
        const larger = new Int32Array(length * 2);
        larger.set(held);
        held = larger;
      }
      held[length] = value;
      length += 1;
    },
    all: () => held.slice(0, length),
  };
}
