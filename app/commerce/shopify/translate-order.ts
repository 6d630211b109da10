import { isCurrency, parseMoney, type Money } from "../../loyalty/money.ts";
import {
  UNREAD_CURRENCY,
  type FinancialStatus,
  type Order,
  type OrderLine,
  type PaidAbroad,
  type Refund,
} from "../../loyalty/order.ts";
import { parseInstant } from "../../loyalty/time.ts";
import { UnreadableDelivery } from "../platform.ts";
import type { LineItemPayload, MoneySet, OrderPayload, RefundPayload } from "./payloads.ts";

const STATUSES: ReadonlySet<string> = new Set<FinancialStatus>([
  "pending",
  "authorized",
  "partially_paid",
  "paid",
  "partially_refunded",
  "refunded",
  "voided",
]);

export function translateOrder(payload: OrderPayload): Order {
  const { currency } = payload;
  const processedAt = payload.processed_at ?? payload.created_at;
  if (processedAt === null) throw new UnreadableDelivery("the order has neither processed_at nor created_at");
  return {
    id: payload.id,
    name: payload.name ?? `#${payload.id}`,
    customerId: payload.customer?.id ?? null,
    currency,
    ...paidAbroad(payload),
    processedAt: parseInstant(processedAt),
    updatedAt: parseInstant(payload.updated_at),
    cancelledAt: payload.cancelled_at === null ? null : parseInstant(payload.cancelled_at),
    status: translateStatus(payload.financial_status),
    test: payload.test ?? false,
    taxesIncluded: payload.taxes_included ?? false,
    channel: payload.source_name ?? "unknown",
    lines: payload.line_items.map((line) => translateLine(line, currency)),
    refunds: payload.refunds.map((refund) => translateRefund(refund, currency)),
    codes: codesOf(payload),
  };
}

/** Whole numbers that the database adds up. */
const BITS_OF_A_SUM = 64;

/** What the buyer paid as it is by now, or as it was placed where the store does not say that. */
function paidAbroad(payload: OrderPayload): { paid?: PaidAbroad } {
  const paid = payload.current_total_price_set ?? payload.total_price_set;
  if (paid === null || paid.currency_code === payload.currency) return {};
  const { amount, currency_code: currency } = paid;
  try {
    const total = isCurrency(currency) ? parseMoney(amount, currency) : null;
    if (total !== null && BigInt.asIntN(BITS_OF_A_SUM, total) === total) return { paid: { currency, total } };
  } catch {
    // Points are worked out from the shop's money: what cannot be counted here must not keep them from anybody.
  }
  return { paid: { currency: UNREAD_CURRENCY, total: 0n } };
}

/** `currency`: the shop's, where the refund itself names none. */
export function translateRefund(payload: RefundPayload, currency: string | null): Refund {
  const ofShop = currency ?? currencyOf(payload);
  return {
    id: payload.id,
    orderId: payload.order_id,
    createdAt: payload.created_at === null ? 0 : parseInstant(payload.created_at),
    lines: payload.refund_line_items.map((line) => ({
      lineId: line.line_item_id,
      quantity: line.quantity,
      subtotal: shopMoney(line.subtotal_set, line.subtotal, ofShop),
      tax: shopMoney(line.total_tax_set, line.total_tax ?? "0", ofShop),
    })),
    discrepancy: sum(
      payload.order_adjustments
        .filter((adjustment) => adjustment.kind === "refund_discrepancy")
        .map((adjustment) => shopMoney(adjustment.amount_set, adjustment.amount, ofShop)),
    ),
  };
}

function translateLine(line: LineItemPayload, currency: string): OrderLine {
  return {
    id: line.id,
    productId: line.product_id,
    variantId: line.variant_id,
    title: line.title ?? "",
    vendor: line.vendor,
    quantity: line.quantity,
    currentQuantity: line.current_quantity,
    price: shopMoney(line.price_set, line.price, currency),
    discount: sum(line.discount_allocations.map((part) => shopMoney(part.amount_set, part.amount, currency))),
    tax: sum(line.tax_lines.map((tax) => shopMoney(tax.price_set, tax.price, currency))),
    giftCard: line.gift_card ?? false,
    tip: isPresent(line.tip) || isPresent(line.tip_payment_gateway) || isPresent(line.tip_payment_method),
    ...pickOf(line.properties),
  };
}

/** Our blocks write by which recommendation a product came into the cart; Shopify shows shoppers no property with "_". */
function pickOf(properties: unknown): Pick<OrderLine, "pick"> {
  const named: unknown[] = Array.isArray(properties) ? properties : [];
  for (const property of named) {
    if (typeof property !== "object" || property === null || !("name" in property)) continue;
    if (property.name !== "_perennial" || !("value" in property)) continue;
    const { value } = property;
    if (typeof value === "string" && /^[\w.-]{1,64}$/.test(value)) return { pick: value };
  }
  return {};
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined && value !== "";
}

/** Shop money of the field's set; the plain field, which may be what the buyer paid in, only where there is none. */
function shopMoney(set: MoneySet, plain: string, currency: string): Money {
  const text = set?.shop_money.amount ?? plain;
  try {
    return parseMoney(text, currency, { mayBeNegative: true });
  } catch (error) {
    throw new UnreadableDelivery(error instanceof Error ? error.message : String(error));
  }
}

function currencyOf(payload: RefundPayload): string {
  const sets = [
    ...payload.refund_line_items.map((line) => line.subtotal_set),
    ...payload.order_adjustments.map((adjustment) => adjustment.amount_set),
  ];
  const named = sets.find((set) => set?.shop_money.currency_code !== undefined);
  const currency = named?.shop_money.currency_code;
  if (currency !== undefined) return currency;
  if (sets.length === 0) return "USD"; // No amount in it: any currency reads it alike.
  throw new UnreadableDelivery("the refund does not say in which currency its amounts are");
}

export function translateStatus(status: string | null): FinancialStatus {
  return status !== null && STATUSES.has(status) ? (status as FinancialStatus) : "unknown";
}

function codesOf(payload: OrderPayload): string[] {
  const named = [...payload.discount_codes, ...payload.discount_applications].flatMap(
    ({ code }) => code ?? [],
  );
  return [...new Set(named)];
}

function sum(amounts: Money[]): Money {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
