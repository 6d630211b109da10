import { Refusal } from "../../http/answer.ts";
import { toInstant } from "../../state/instants.ts";
import type { Discount, DiscountItems, DiscountRule } from "../../state/discount-types.ts";
import type { ActionOf } from "../actions.ts";
import { toMinor } from "../money.ts";
import type { Scene } from "../scene.ts";
import { addRedeemCode, findRedeemCode } from "./redeem-codes.ts";

/** A discount with one code, as staff would make it in the admin. */
export function createDiscount(scene: Scene, input: ActionOf<"discount.create">): Discount {
  const { code, combinesWith } = input;
  const discount: Discount = {
    id: scene.store.nextId("discount"),
    title: input.title ?? code,
    tags: [],
    startsAt: instantOf(input.startsAt) ?? scene.at,
    endsAt: instantOf(input.endsAt),
    customerIds: input.customers?.map((name) => scene.customer(name).id) ?? null,
    usageLimit: input.usageLimit ?? null,
    oncePerCustomer: input.oncePerCustomer ?? false,
    minimum: input.minimum === undefined ? null : { subtotal: input.minimum },
    combinesWith: {
      order: combinesWith?.includes("order") ?? false,
      product: combinesWith?.includes("product") ?? false,
      shipping: combinesWith?.includes("shipping") ?? false,
    },
    rule: ruleOf(scene, input),
    createdAt: scene.at,
    updatedAt: scene.at,
  };
  if (!addRedeemCode(scene.sandbox, scene.shop.domain, discount.id, code))
    throw new Refusal(`There is a discount code ${code} already.`);
  scene.collection("discount").put(discount);
  return discount;
}

function ruleOf(scene: Scene, { kind, value, products }: ActionOf<"discount.create">): DiscountRule {
  if (kind === "free-shipping") return { kind, mostShipping: null };
  if (value === undefined) throw new Refusal(`A ${kind} discount needs a value.`);
  const items: DiscountItems = products
    ? { all: false, products: products.map((name) => scene.product(name).id), variants: [], collections: [] }
    : { all: true };
  if (kind === "fixed") {
    toMinor(value, scene.shop.currency);
    return { kind: "basic", items, value: { amount: value, onEachItem: false } };
  }
  const percent = Number(value);
  if (!(percent > 0 && percent <= 100)) throw new Refusal("A percentage is above 0 and at most 100.");
  return { kind: "basic", items, value: { share: String(Number((percent / 100).toFixed(8))) } };
}

function instantOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const date = new Date(text);
  if (Number.isNaN(date.getTime()))
    throw new Refusal(`"${text}" is not an instant; write it as "2026-02-01T10:00:00Z".`);
  return toInstant(date);
}

/** Ends a discount at this moment; its codes are refused from then on. */
export function endDiscount(scene: Scene, { code }: ActionOf<"discount.end">): Discount {
  const found = findRedeemCode(scene.sandbox, scene.shop.domain, code);
  if (!found) throw new Refusal(`There is no discount code ${code}.`, 404);
  const { discount } = found;
  const startsAt = discount.startsAt > scene.at ? scene.at : discount.startsAt;
  const ended = { ...discount, startsAt, endsAt: scene.at, updatedAt: scene.at };
  scene.collection("discount").put(ended);
  return ended;
}
