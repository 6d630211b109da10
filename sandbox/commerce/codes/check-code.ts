import type { Discount, RedeemCode } from "../../state/discount-types.ts";
import type { LineItem, OrderPayload } from "../../state/order-payload.ts";
import type { Customer, Id } from "../../state/types.ts";
import { mayBeDiscounted } from "../discounts.ts";
import { pairOf, toMinor } from "../money.ts";
import type { Scene } from "../scene.ts";
import { CodeRefusal, type CodeReason } from "./code-refusal.ts";
import { isAmong } from "./entitled.ts";
import { codesOf, findRedeemCode, statusOf } from "./redeem-codes.ts";

/** Who buys: a customer, or a guest who left an e-mail address. */
export type Buyer = { customer: Customer | null; email: string | null };

/** A code that counts for an order. */
export type Entered = { code: RedeemCode; discount: Discount };

type Basket = Pick<OrderPayload, "line_items" | "shipping_lines">;

/** Finds a code, and refuses it where it does not count for this buyer and this basket. */
export function enterCode(scene: Scene, typed: string, buyer: Buyer, basket: Basket): Entered {
  const found = findRedeemCode(scene.sandbox, scene.shop.domain, typed);
  if (!found) throw new CodeRefusal(typed, "unknown");
  const reason =
    timeReason(scene, found.discount) ??
    usageReason(found) ??
    buyerReason(scene, found.discount, buyer) ??
    basketReason(scene, found.discount, basket);
  if (reason) throw new CodeRefusal(found.code.code, reason);
  return found;
}

function timeReason(scene: Scene, discount: Discount): CodeReason | null {
  const status = statusOf(discount, scene.at);
  if (status === "SCHEDULED") return "not-yet";
  return status === "EXPIRED" ? "over" : null;
}

function usageReason({ code, discount: { usageLimit } }: Entered): CodeReason | null {
  return usageLimit !== null && code.uses.length >= usageLimit ? "used-up" : null;
}

function buyerReason(scene: Scene, discount: Discount, buyer: Buyer): CodeReason | null {
  const buyerId = idOfBuyer(scene, buyer);
  if (discount.customerIds !== null) {
    if (buyerId === null) return "sign-in";
    if (!discount.customerIds.some((id) => currentId(scene, id) === buyerId)) return "not-yours";
  }
  if (!discount.oncePerCustomer) return null;
  const email = buyer.email?.toLowerCase() ?? null;
  const used = codesOf(scene.sandbox, scene.shop.domain, discount.id)
    .flatMap(({ uses }) => uses)
    .some(
      (use) =>
        (use.customerId !== null && currentId(scene, use.customerId) === buyerId) ||
        (email !== null && use.email?.toLowerCase() === email),
    );
  return used ? "used-by-you" : null;
}

/** A guest whose address is that of a customer buys as that customer, as at Shopify. */
function idOfBuyer(scene: Scene, { customer, email }: Buyer): Id | null {
  if (customer) return customer.id;
  return email === null
    ? null
    : (scene.collection("customer").firstBy("email", email.toLowerCase())?.id ?? null);
}

/** A customer who was merged into another is that one now. */
function currentId(scene: Scene, id: Id): Id {
  const mergedInto = scene.collection("customer").find(id)?.mergedInto ?? null;
  return mergedInto === null ? id : currentId(scene, mergedInto);
}

function basketReason(scene: Scene, discount: Discount, basket: Basket): CodeReason | null {
  const { rule } = discount;
  const goods = basket.line_items.filter(mayBeDiscounted);
  const entitled = rule.kind === "basic" ? goods.filter((line) => isAmong(scene, rule.items, line)) : goods;
  if (entitled.length === 0) return "wrong-items";
  if (!reaches(scene, discount, entitled)) return "minimum";
  if (rule.kind !== "free-shipping") return null;
  const price = basket.shipping_lines.reduce((sum, line) => sum + pairOf(line.price_set).shop, 0);
  const tooDear = rule.mostShipping !== null && price > toMinor(rule.mostShipping, scene.shop.currency);
  return basket.shipping_lines.length === 0 || tooDear ? "no-shipping" : null;
}

/** The minimum is held against the prices of what the discount is for, before any discount. */
function reaches(scene: Scene, { minimum }: Discount, lines: LineItem[]): boolean {
  if (minimum === null) return true;
  if ("quantity" in minimum)
    return lines.reduce((sum, { quantity }) => sum + quantity, 0) >= minimum.quantity;
  const subtotal = lines.reduce((sum, line) => sum + pairOf(line.price_set).shop * line.quantity, 0);
  return subtotal >= toMinor(minimum.subtotal, scene.shop.currency);
}
