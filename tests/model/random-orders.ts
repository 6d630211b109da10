/** Orders of random histories: how one begins, and what may become of it from one state to the next. */
import { DAY_MS } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import type { LinePayload, OrderPayload, RefundPayload } from "./case-format.ts";
import type { Chance } from "./random.ts";
import { PRODUCTS, amount, hundredthsOf } from "./random-scene.ts";
import type { Scene } from "./random-scene.ts";

/** Writes an instant now as UTC, now with an offset. */
export function written(chance: Chance, at: Instant): string {
  if (chance.percent(70)) return new Date(at).toISOString();
  const hours = chance.whole(1, 9);
  return new Date(at + hours * 3_600_000).toISOString().replace("Z", `+0${hours}:00`);
}

function moneyOf(scene: Scene, hundredths: number) {
  const shop = amount(scene, hundredths);
  return {
    plain: shop,
    set: {
      shop_money: { amount: shop, currency_code: scene.currency },
      presentment_money: { amount: "1234", currency_code: "USD" },
    },
  };
}

function randomLine(chance: Chance, scene: Scene, id: number): LinePayload {
  const price = chance.percent(3) ? -300 : chance.oneOf([100, 999, 2000, 5050, chance.whole(1, 12_000)]);
  const quantity = chance.percent(3) ? chance.oneOf([0, 60]) : chance.oneOf([1, 1, 1, 2, 3]);
  const { plain, set } = moneyOf(scene, price);
  const discount = chance.percent(25)
    ? moneyOf(scene, chance.whole(1, Math.max(1, price * quantity + chance.oneOf([0, 0, 50]))))
    : null;
  const tax = chance.percent(40) ? moneyOf(scene, Math.max(0, Math.floor((price * quantity) / 6))) : null;
  const product = chance.anyOf(PRODUCTS);
  const unlisted = chance.percent(20);
  return {
    id,
    product_id: unlisted ? chance.oneOf([85, null]) : (product?.id ?? null),
    variant_id: unlisted ? null : (product?.id ?? 0) * 10 + chance.whole(0, 1),
    vendor: chance.percent(10) ? "Consigned" : (product?.vendor ?? null),
    gift_card: chance.percent(8),
    price: chance.percent(80) ? plain : "77",
    price_set: set,
    quantity,
    ...(chance.percent(90) ? { current_quantity: quantity } : {}),
    ...(chance.percent(4) ? { tip_payment_gateway: "bogus" } : {}),
    tax_lines: tax ? [{ price: tax.plain, price_set: tax.set }] : [],
    discount_allocations: discount ? [{ amount: discount.plain, amount_set: discount.set }] : [],
  };
}

let orderId = 0;
/** Begins the numbering anew, so that a seed gives the same ids again. */
export function startOrdersAt(id: number): void {
  orderId = id;
}

export function randomOrder(
  chance: Chance,
  scene: Scene,
  customer: number | undefined,
  now: Instant,
): OrderPayload {
  const id = ++orderId;
  const processed = now + chance.oneOf([0, 0, 0, 0, -1, -15, 3]) * chance.whole(0, DAY_MS / 1000) * 1000;
  const lines = chance.percent(2) ? 40 : chance.oneOf([1, 1, 2, 3]);
  return {
    id,
    currency: scene.currency,
    customer: customer === undefined || chance.percent(4) ? null : { id: customer },
    test: chance.percent(3),
    cancelled_at: null,
    financial_status: chance.oneOf([
      "paid",
      "paid",
      "paid",
      "paid",
      "paid",
      "pending",
      "authorized",
      "partially_paid",
    ]),
    processed_at: written(chance, processed),
    updated_at: written(chance, now),
    taxes_included: scene.taxesIncluded,
    line_items: Array.from({ length: lines }, (_, index) => randomLine(chance, scene, id * 100 + index)),
    discount_codes: [],
    discount_applications: [],
    refunds: [],
  };
}

/** Lets the order carry a code, named in one place or both. */
export function withCode(chance: Chance, order: OrderPayload, as: string): OrderPayload {
  const named = [{ code: `{{${as}}}` }];
  const place = chance.oneOf(["codes", "applications", "both"]);
  return {
    ...order,
    discount_codes: place === "applications" ? order.discount_codes : [...order.discount_codes, ...named],
    discount_applications:
      place === "codes" ? order.discount_applications : [...order.discount_applications, ...named],
  };
}

export function randomRefund(chance: Chance, scene: Scene, order: OrderPayload, now: Instant): RefundPayload {
  const id = order.id * 10 + order.refunds.length + 1;
  const chosen = order.line_items.filter(() => chance.percent(50));
  const twice = chance.percent(5) ? chosen.slice(0, 1) : [];
  const discrepancy = chance.percent(35) ? chance.oneOf([-500, -1000, -20_000, 300]) : null;
  return {
    id,
    order_id: order.id,
    created_at: written(chance, now),
    refund_line_items: [...chosen, ...twice].map((line) => refundedLine(chance, scene, line)),
    order_adjustments: [
      ...(discrepancy === null ? [] : [adjustment(scene, "refund_discrepancy", discrepancy)]),
      ...(chance.percent(15) ? [adjustment(scene, "shipping_refund", -499)] : []),
    ],
  };
}

/** Amounts of a refund line are numbers; now and then without the set beside them. */
function refundedLine(chance: Chance, scene: Scene, line: LinePayload) {
  const quantity = chance.whole(1, Math.max(1, line.quantity));
  const price = Math.max(0, hundredthsOf(scene, line.price_set?.shop_money.amount ?? line.price));
  const subtotal = moneyOf(scene, chance.percent(80) ? price * quantity : chance.whole(0, price));
  const tax = moneyOf(scene, line.tax_lines.length > 0 ? Math.floor((price * quantity) / 6) : 0);
  const isBare = scene.dearness === 1n && chance.percent(10);
  return {
    line_item_id: chance.percent(4) ? 6 : line.id,
    quantity,
    subtotal: Number(subtotal.plain),
    ...(isBare ? {} : { subtotal_set: subtotal.set }),
    total_tax: Number(tax.plain),
    ...(isBare ? {} : { total_tax_set: tax.set }),
  };
}

function adjustment(scene: Scene, kind: string, hundredths: number) {
  const { plain, set } = moneyOf(scene, Math.abs(hundredths));
  const sign = hundredths < 0 ? "-" : "";
  const shop = { ...set.shop_money, amount: sign + plain };
  return { kind, amount: sign + plain, amount_set: { ...set, shop_money: shop }, tax_amount: "-0.50" };
}

export type Change = "pay" | "add" | "remove" | "cancel" | "void" | "move" | "status" | "touch" | "odd";

/** The next state of an order after a change that is not a refund. */
export function changed(
  chance: Chance,
  scene: Scene,
  order: OrderPayload,
  change: Change,
  customers: number[],
  now: Instant,
): OrderPayload {
  const updated_at = chance.percent(85) ? written(chance, now) : order.updated_at;
  const next = { ...order, updated_at };
  switch (change) {
    case "pay":
      return { ...next, financial_status: "paid" };
    case "add": {
      const id = order.id * 100 + order.line_items.length;
      const financial_status = chance.oneOf(["partially_paid", "partially_paid", "paid"]);
      return { ...next, financial_status, line_items: [...order.line_items, randomLine(chance, scene, id)] };
    }
    case "remove":
      return {
        ...next,
        financial_status: chance.oneOf([order.financial_status, "partially_refunded", "partially_paid"]),
        line_items: order.line_items.map((line) =>
          chance.percent(50) ? { ...line, current_quantity: chance.whole(0, line.quantity) } : line,
        ),
      };
    case "cancel":
      return {
        ...next,
        cancelled_at: written(chance, now),
        financial_status: chance.oneOf(["refunded", "voided", "paid"]),
      };
    case "void":
      return { ...next, financial_status: "voided" };
    case "move": {
      const customer = chance.anyOf(customers);
      return { ...next, customer: customer === undefined || chance.percent(25) ? null : { id: customer } };
    }
    case "status":
      return {
        ...next,
        financial_status: chance.oneOf([
          "partially_paid",
          "partially_paid",
          "pending",
          "paid",
          "refunded",
          "authorized",
          "expired",
        ]),
      };
    case "touch":
      return next;
    case "odd":
      return oddly(chance, next, now);
  }
}

/** What a store hardly ever does. */
function oddly(chance: Chance, order: OrderPayload, now: Instant): OrderPayload {
  switch (chance.whole(0, 6)) {
    case 0:
      return { ...order, cancelled_at: null, financial_status: "paid" };
    case 1:
      return { ...order, processed_at: written(chance, now - chance.whole(0, 20) * DAY_MS) };
    case 2:
      return { ...order, test: !order.test };
    case 3:
      return { ...order, financial_status: null };
    case 4:
      return { ...order, taxes_included: !order.taxes_included };
    case 5:
      // Refunds already made never change; whoever tells of them otherwise is not believed.
      return { ...order, refunds: order.refunds.map((refund) => ({ ...refund, refund_line_items: [] })) };
    default:
      return { ...order, discount_codes: [], discount_applications: [] };
  }
}
