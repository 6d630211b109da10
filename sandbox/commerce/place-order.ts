import type { FunctionCart } from "../functions/cart.ts";
import { CartRefusal, validationMessages } from "../functions/validations.ts";
import { Refusal } from "../http/answer.ts";
import type { OrderPayload } from "../state/order-payload.ts";
import type { Customer, Order } from "../state/types.ts";
import type { PlaceOrder } from "./actions.ts";
import { countUses } from "./codes/apply-codes.ts";
import type { Entered } from "./codes/check-code.ts";
import { countOrder } from "./customer-figures.ts";
import { applyDiscounts } from "./discounts.ts";
import { discountOf } from "./line-money.ts";
import { pairOf, readPair, subtract, times } from "./money.ts";
import { draftOrder, gatewayOf } from "./order-draft.ts";
import { buildLine, shippingLine, taxLines, tipLine } from "./order-lines.ts";
import type { Scene } from "./scene.ts";
import { takeDiscounts } from "./take-discounts.ts";
import { outstandingOf, writeTotals } from "./totals.ts";
import { payWithGiftCards, payWithStoreCredit } from "./tenders.ts";
import { capture, reserve } from "./transactions.ts";

/** Takes an order as a checkout or the till does, and pays it as told. */
export function placeOrder(scene: Scene, input: PlaceOrder): Order {
  if (input.lines.length === 0) throw new Refusal("An order needs at least one line.");
  const customer = input.customer ? scene.customer(input.customer) : null;
  const order = draftOrder(scene, input, customer);
  const entered = addContents(scene, order, input, customer);
  writeTotals(order);
  pay(scene, order, input, customer);
  scene.collection("order").put(order);
  countUses(scene, entered, order);
  scene.remember(input.ref, order.id);
  if (customer) countOrder(scene, order, { placed: true });
  const { payload } = order;
  const paid = payload.financial_status === "paid" ? ["orders/paid"] : [];
  scene.emit(["orders/create", ...paid, "orders/updated"], payload);
  return order;
}

/** Lines, shipping, discounts, then taxes on what the discounts left. */
function addContents(scene: Scene, order: Order, input: PlaceOrder, customer: Customer | null): Entered[] {
  const { payload, currencies } = order;
  const taxes = { ...scene.shop.taxes, ...input.taxes };
  payload.line_items = input.lines.map((line) => buildLine(scene, line, currencies));
  const shipping = shippingOf(scene, input, payload);
  payload.shipping_lines = shipping ? [shippingLine(scene, shipping, currencies)] : [];
  applyDiscounts(payload, input.discounts ?? [], currencies);
  const cart = cartOf(scene, order, input, customer);
  const buyer = { customer, email: payload.email };
  const entered = takeDiscounts(scene, order, { codes: input.codes ?? [], buyer, cart });
  const faults = input.quote ? [] : validationMessages(scene, cart, "CHECKOUT_COMPLETION");
  if (faults.length > 0) throw new CartRefusal(faults);
  for (const line of payload.line_items) {
    if (!line.taxable || line.gift_card || payload.tax_exempt) continue;
    const net = subtract(times(pairOf(line.price_set), line.quantity), discountOf(line));
    line.tax_lines = taxLines(net, taxes, currencies);
  }
  if (taxes.onShipping && !payload.tax_exempt)
    for (const line of payload.shipping_lines)
      line.tax_lines = taxLines(subtract(pairOf(line.price_set), discountOf(line)), taxes, currencies);
  if (input.tip !== undefined)
    payload.line_items.push(tipLine(scene, input.tip, currencies, gatewayOf(input)));
  payload.total_weight = payload.line_items.reduce((grams, line) => grams + line.grams * line.quantity, 0);
  return entered;
}

/** What functions are asked about. Whoever only types a customer's address has not signed in as that customer. */
export function cartOf(
  scene: Scene,
  { payload, currencies }: Order,
  { source, email }: Pick<PlaceOrder, "source" | "email">,
  customer: Customer | null,
): FunctionCart {
  const named =
    customer ?? (email ? scene.collection("customer").firstBy("email", email.toLowerCase()) : null);
  const isAuthenticated = customer !== null && source !== "pos";
  const buyer = { customer: named, email: payload.email, isAuthenticated };
  return { payload, currencies, buyer, locale: payload.customer_locale ?? scene.shop.locale };
}

function shippingOf(
  scene: Scene,
  input: PlaceOrder,
  payload: OrderPayload,
): { title: string; price: string } | null {
  if (input.shipping === null) return null;
  if (input.shipping)
    return { title: input.shipping.title ?? scene.shop.shipping.title, price: input.shipping.price };
  const needed = input.source !== "pos" && payload.line_items.some((line) => line.requires_shipping);
  return needed ? scene.shop.shipping : null;
}

/** Gift cards first, then store credit, and the rest as the payment says. */
function pay(
  scene: Scene,
  order: Order,
  { payment = "paid", ...input }: PlaceOrder,
  customer: Customer | null,
): void {
  const gateway = gatewayOf(input);
  payWithGiftCards(scene, order, input.giftCards ?? []);
  if (input.storeCredit) payWithStoreCredit(scene, order, customer);
  if (outstandingOf(order).shop > 0) order.payload.payment_gateway_names.push(gateway);
  if (payment === "authorized") reserve(scene, order, gateway);
  if (payment === "paid") capture(scene, order, outstandingOf(order), { kind: "sale", gateway });
  if (typeof payment === "object")
    capture(scene, order, readPair(payment.paid, order.currencies), { kind: "sale", gateway });
  writeTotals(order);
}
