import type { Discount, DiscountValue } from "../../state/discount-types.ts";
import type { LineItem } from "../../state/order-payload.ts";
import type { Order } from "../../state/types.ts";
import { deduct, leftOf, type Deduction, type Discounted, type Units } from "../deductions.ts";
import { mayBeDiscounted } from "../discounts.ts";
import { add } from "../money.ts";
import type { Scene } from "../scene.ts";
import { enterCode, type Buyer, type Entered } from "./check-code.ts";
import { CodeRefusal } from "./code-refusal.ts";
import { isAmong, unitsGiven } from "./entitled.ts";
import { percentOf } from "./percent.ts";
import { classOf, type DiscountClass } from "./redeem-codes.ts";

/** Products first, then the order on what that left, then shipping: the order in which Shopify takes them off. */
const SEQUENCE: DiscountClass[] = ["PRODUCT", "ORDER", "SHIPPING"];

/** `taken`: lines that have a product discount already, and get no other. */
export type Typed = { codes: string[]; buyer: Buyer; taken?: Set<LineItem> };

/** Takes the codes that a shopper typed off an order; refuses the first that does not count. */
export function applyCodes(
  scene: Scene,
  order: Order,
  { codes, buyer, taken = new Set() }: Typed,
): Entered[] {
  const { payload, currencies } = order;
  const entered = withoutTwins(codes.map((code) => enterCode(scene, code, buyer, payload)));
  entered.forEach((later, index) => {
    const strange = entered.slice(0, index).some((earlier) => !goTogether(earlier.discount, later.discount));
    if (strange) throw new CodeRefusal(later.code.code, "not-together");
  });
  for (const one of inSequence(scene, entered, payload)) {
    const from = whatItIsFor(scene, one.discount, payload, taken);
    if (!from.shipping && from.units.length === 0) throw new CodeRefusal(one.code.code, "wrong-items");
    deduct(payload, { name: { code: one.code.code }, value: valueOf(one.discount), from }, currencies);
    if (!from.shipping && classOf(one.discount) === "PRODUCT")
      for (const { line } of from.units) taken.add(line);
  }
  return entered;
}

/** A code that was typed twice counts once. */
function withoutTwins(entered: Entered[]): Entered[] {
  return entered.filter(
    ({ code }, index) => entered.findIndex((other) => other.code.id === code.id) === index,
  );
}

/** Each must allow the class of the other; one discount never stands beside itself under another code. */
function goTogether(a: Discount, b: Discount): boolean {
  return a.id !== b.id && allows(a, classOf(b)) && allows(b, classOf(a));
}

export function allows({ combinesWith }: Pick<Discount, "combinesWith">, other: DiscountClass): boolean {
  return { ORDER: combinesWith.order, PRODUCT: combinesWith.product, SHIPPING: combinesWith.shipping }[other];
}

/** Of two for the same product the one that is worth more comes first: a line gets one product discount only. */
function inSequence(scene: Scene, entered: Entered[], order: Discounted): Entered[] {
  const worth = ({ discount }: Entered): number => {
    const from = whatItIsFor(scene, discount, order, new Set());
    return from.shipping ? 0 : add(...from.units.map(leftOf)).shop;
  };
  return [...entered].sort(
    (a, b) =>
      SEQUENCE.indexOf(classOf(a.discount)) - SEQUENCE.indexOf(classOf(b.discount)) || worth(b) - worth(a),
  );
}

function whatItIsFor(
  scene: Scene,
  discount: Discount,
  { line_items }: Discounted,
  taken: ReadonlySet<LineItem>,
): Deduction["from"] {
  const { rule } = discount;
  if (rule.kind === "free-shipping") return { shipping: true };
  if (rule.kind === "bxgy") {
    const units = unitsGiven(
      scene,
      rule,
      line_items.filter((line) => !taken.has(line)),
    );
    return { shipping: false, units, method: "each", selection: "entitled" };
  }
  const units: Units[] = line_items
    .filter((line) => mayBeDiscounted(line) && isAmong(scene, rule.items, line))
    .filter((line) => rule.items.all || !taken.has(line))
    .map((line) => ({ line, quantity: line.quantity }));
  const each = "amount" in rule.value && rule.value.onEachItem;
  return {
    shipping: false,
    units,
    method: each ? "each" : "across",
    selection: rule.items.all ? "all" : "entitled",
  };
}

function valueOf({ rule }: Discount): Deduction["value"] {
  if (rule.kind === "free-shipping") return { percent: "100" };
  const value: DiscountValue = rule.kind === "basic" ? rule.value : rule.gets.value;
  return "amount" in value ? { amount: value.amount } : { percent: percentOf(value.share) };
}

/** Writes down that an order was placed with these codes. */
export function countUses(scene: Scene, entered: Entered[], order: Order): void {
  const codes = scene.collection("redeemCode");
  for (const { code } of entered)
    codes.put({
      ...code,
      uses: [...code.uses, { orderId: order.id, customerId: order.customerId, email: order.payload.email }],
    });
}
