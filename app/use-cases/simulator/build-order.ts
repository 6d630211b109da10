import { parseLocalTime } from "../../loyalty/local-time.ts";
import { readTypedMoney } from "../../loyalty/editing/typed-amount.ts";
import type { Order, OrderLine, ProductFacts } from "../../loyalty/order.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { BuiltLine, BuiltOrder } from "./simulator-input.ts";

/** A field of the form that cannot be read: "at", or one of a line by its place. */
export interface FieldFault {
  line: number | null;
  field: "at" | "price" | "quantity" | "discount";
}

export type Built =
  { ok: true; order: Order; facts: Map<string, ProductFacts> } | { ok: false; faults: FieldFault[] };

interface BuildTerms {
  currency: string;
  timezone: string;
  now: Instant;
  /** What the store knows of the products that were chosen; what was typed of them goes before. */
  known: ReadonlyMap<string, ProductFacts>;
}

/** The order that somebody made up, paid by a customer of the shop. */
export function buildOrder(built: BuiltOrder, { currency, timezone, now, known }: BuildTerms): Built {
  const faults: FieldFault[] = [];
  const at = built.at === "" ? now : parseLocalTime(timezone, built.at);
  if (at === null) faults.push({ line: null, field: "at" });
  const facts = new Map<string, ProductFacts>();
  const lines = built.lines.flatMap((line, place): OrderLine[] => {
    const read = readLine(line, place, currency);
    if (!read.ok) {
      faults.push(...read.faults);
      return [];
    }
    const id = line.productId === "" ? `made-up-${place + 1}` : line.productId;
    facts.set(id, factsOf(line, id, known.get(line.productId) ?? null));
    return [{ ...read.line, productId: id }];
  });
  if (at === null || faults.length > 0) return { ok: false, faults };
  const { channel } = built;
  return {
    ok: true,
    facts,
    order: {
      ...{ id: "1", name: "", customerId: "1", currency, processedAt: at, updatedAt: at, cancelledAt: null },
      ...{ status: "paid", test: false, taxesIncluded: false, channel, refunds: [], codes: [] },
      lines,
    },
  };
}

type ReadLine = { ok: true; line: OrderLine } | { ok: false; faults: FieldFault[] };

function readLine(line: BuiltLine, place: number, currency: string): ReadLine {
  const price = readTypedMoney(line.price, currency);
  const discount = line.discount.trim() === "" ? 0n : readTypedMoney(line.discount, currency);
  const quantity = /^\d{1,6}$/.test(line.quantity.trim()) ? Number(line.quantity) : null;
  const faults: FieldFault[] = [];
  if (price === null) faults.push({ line: place, field: "price" });
  if (quantity === null || quantity === 0) faults.push({ line: place, field: "quantity" });
  const isTooMuch = price !== null && quantity !== null && (discount ?? 0n) > price * BigInt(quantity);
  if (discount === null || isTooMuch) faults.push({ line: place, field: "discount" });
  if (price === null || discount === null || quantity === null || faults.length > 0)
    return { ok: false, faults };
  return {
    ok: true,
    line: {
      ...{ id: String(place + 1), productId: null, variantId: null, title: line.title },
      vendor: line.vendor === "" ? null : line.vendor,
      ...{ quantity, currentQuantity: null, price, discount, tax: 0n, giftCard: line.giftCard, tip: false },
    },
  };
}

function factsOf(line: BuiltLine, id: string, known: ProductFacts | null): ProductFacts {
  return {
    id,
    tags: line.tags,
    // Those of the store are not in what its picker hands over.
    collections: [...new Set([...line.collections, ...(known?.collections ?? [])])],
    productType: line.productType === "" ? null : line.productType,
  };
}
