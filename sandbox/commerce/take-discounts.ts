import { automaticDiscounts, deductAutomatic, type Found } from "../functions/discounts.ts";
import type { FunctionCart } from "../functions/cart.ts";
import type { Order } from "../state/types.ts";
import { allows, applyCodes, type Typed } from "./codes/apply-codes.ts";
import type { Entered } from "./codes/check-code.ts";
import { CodeRefusal } from "./codes/code-refusal.ts";
import { classOf, findRedeemCode } from "./codes/redeem-codes.ts";
import { discountOf } from "./line-money.ts";
import { add } from "./money.ts";
import type { Scene } from "./scene.ts";

/**
 * Takes the shop's automatic discounts and the codes that a shopper typed off an order: both where they go together, else
 * whichever takes off more, as Shopify does. A code that comes to nothing by that is refused.
 */
export function takeDiscounts(
  scene: Scene,
  order: Order,
  { cart, ...typed }: Pick<Typed, "codes" | "buyer"> & { cart: FunctionCart },
): Entered[] {
  const found = automaticDiscounts(scene, cart);
  const stranger = typed.codes.find((code) => !goesWith(scene, code, found));
  if (stranger === undefined) {
    const taken = deductAutomatic(order.payload, found, order.currencies);
    return applyCodes(scene, order, { ...typed, taken });
  }
  const byCodes = takenOff(order, (trial) => applyCodes(scene, trial, typed));
  const automatically = takenOff(order, (trial) => deductAutomatic(trial.payload, found, trial.currencies));
  if (byCodes < automatically) throw new CodeRefusal(stranger, "not-together");
  return applyCodes(scene, order, typed);
}

/** Each must allow the other. A code that there is not is refused for that. */
function goesWith({ sandbox, shop }: Scene, code: string, found: readonly Found[]): boolean {
  const known = findRedeemCode(sandbox, shop.domain, code);
  if (!known || found.length === 0) return true;
  const itself = classOf(known.discount);
  return allows(known.discount, "PRODUCT") && found.every(({ discount }) => allows(discount, itself));
}

function takenOff(order: Order, take: (trial: Order) => unknown): number {
  const trial = structuredClone(order);
  take(trial);
  const { line_items, shipping_lines } = trial.payload;
  return add(...[...line_items, ...shipping_lines].map(discountOf)).shop;
}
