import { toInstant } from "../../../state/instants.ts";
import type {
  Discount,
  DiscountItems,
  DiscountMinimum,
  DiscountRule,
  DiscountValue,
} from "../../../state/discount-types.ts";
import type { Context } from "../../engine/context.ts";
import { notInTheSandbox } from "../../engine/resolve.ts";
import { parseGlobalId } from "../../views/ids.ts";
import type { Kind } from "./faults.ts";
import type { BuysInput, DiscountInput, GetsInput, ItemsInput } from "./input.ts";

/** What Shopify has and the sandbox does not. */
export function refuseUnkept({ context, customerSelection, ...input }: DiscountInput): void {
  const unkept = [
    [context?.customerSegments ?? customerSelection?.customerSegments, "discounts for segments"],
    [context?.markets, "discounts for markets"],
    [input.destination?.countries, "free shipping to some countries"],
    [input.recurringCycleLimit ?? input.appliesOnSubscription, "discounts on subscriptions"],
    [input.customerGets?.appliesOnSubscription, "discounts on subscriptions"],
    [
      input.combinesWith?.productDiscountsWithTagsOnSameCartLine,
      "combinesWith.productDiscountsWithTagsOnSameCartLine",
    ],
  ].find(([given]) => given);
  if (unkept) throw notInTheSandbox(String(unkept[1]));
}

/** The discount that an input makes, or makes of the one that is there: what is left out stays. */
export function readDiscount(
  context: Context,
  input: DiscountInput,
  { kind, before }: { kind: Kind; before: Discount | null },
): Discount {
  const now = context.sandbox.now();
  const { combinesWith } = input;
  return {
    id: before?.id ?? context.sandbox.store.nextId("discount"),
    title: input.title ?? before?.title ?? "",
    tags: input.tags ?? before?.tags ?? [],
    startsAt: input.startsAt ? toInstant(new Date(input.startsAt)) : (before?.startsAt ?? now),
    endsAt: given(input.endsAt, before?.endsAt ?? null, (at) => toInstant(new Date(at))),
    customerIds: readCustomers(input, before),
    usageLimit: given(input.usageLimit, before?.usageLimit ?? null, (limit) => limit),
    oncePerCustomer: input.appliesOncePerCustomer ?? before?.oncePerCustomer ?? false,
    minimum: given(input.minimumRequirement, before?.minimum ?? null, readMinimum),
    combinesWith: combinesWith
      ? {
          order: combinesWith.orderDiscounts ?? false,
          product: combinesWith.productDiscounts ?? false,
          shipping: combinesWith.shippingDiscounts ?? false,
        }
      : (before?.combinesWith ?? { order: false, product: false, shipping: false }),
    rule: readRule(input, kind, before?.rule ?? null),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}

/** Left out: as before; null: none. */
function given<In, Out>(value: In | null | undefined, before: Out | null, read: (value: In) => Out | null) {
  if (value === undefined) return before;
  return value === null ? null : read(value);
}

function readCustomers(input: DiscountInput, before: Discount | null): string[] | null {
  const audience = input.context ?? input.customerSelection;
  if (!audience) return before?.customerIds ?? null;
  if (audience.all) return null;
  return changed(before?.customerIds ?? [], audience.customers?.add, audience.customers?.remove);
}

function readMinimum(minimum: NonNullable<DiscountInput["minimumRequirement"]>): DiscountMinimum | null {
  const subtotal = minimum.subtotal?.greaterThanOrEqualToSubtotal;
  if (subtotal != null) return { subtotal: String(subtotal) };
  const quantity = minimum.quantity?.greaterThanOrEqualToQuantity;
  return quantity == null ? null : { quantity: Number(quantity) };
}

function readRule(input: DiscountInput, kind: Kind, before: DiscountRule | null): DiscountRule {
  if (kind === "free-shipping") {
    const most = before?.kind === kind ? before.mostShipping : null;
    return { kind, mostShipping: given(input.maximumShippingPrice, most, String) };
  }
  if (kind === "basic") {
    const old = before?.kind === kind ? before : null;
    return {
      kind,
      items: readItems(input.customerGets?.items, old?.items),
      value: readValue(input.customerGets) ?? old?.value ?? { share: "0" },
    };
  }
  const old = before?.kind === kind ? before : null;
  const onQuantity = input.customerGets?.value?.discountOnQuantity;
  return {
    kind,
    buys: {
      items: readItems(input.customerBuys?.items, old?.buys.items),
      value: readBuysValue(input.customerBuys) ?? old?.buys.value ?? { quantity: 1 },
    },
    gets: {
      items: readItems(input.customerGets?.items, old?.gets.items),
      quantity: Number(onQuantity?.quantity ?? old?.gets.quantity ?? 1),
      value: readValue(input.customerGets) ?? old?.gets.value ?? { share: "1" },
    },
    usesPerOrder: given(input.usesPerOrderLimit, old?.usesPerOrder ?? null, (limit) => limit),
  };
}

function readValue(gets: GetsInput | null | undefined): DiscountValue | null {
  const { percentage, discountAmount, discountOnQuantity } = gets?.value ?? {};
  if (percentage != null) return { share: String(percentage) };
  if (discountAmount?.amount != null)
    return { amount: String(discountAmount.amount), onEachItem: discountAmount.appliesOnEachItem ?? false };
  const effect = discountOnQuantity?.effect;
  if (effect?.percentage != null) return { share: String(effect.percentage) };
  return effect?.amount == null ? null : { amount: String(effect.amount), onEachItem: true };
}

function readBuysValue(buys: BuysInput | null | undefined): { quantity: number } | { amount: string } | null {
  if (buys?.value?.quantity != null) return { quantity: Number(buys.value.quantity) };
  return buys?.value?.amount == null ? null : { amount: String(buys.value.amount) };
}

function readItems(input: ItemsInput | null | undefined, before: DiscountItems | undefined): DiscountItems {
  if (!input) return before ?? { all: true };
  if (input.all) return { all: true };
  const old = before?.all === false ? before : { products: [], variants: [], collections: [] };
  const { products, collections } = input;
  return {
    all: false,
    products: changed(old.products, products?.productsToAdd, products?.productsToRemove),
    variants: changed(old.variants, products?.productVariantsToAdd, products?.productVariantsToRemove),
    collections: changed(old.collections, collections?.add, collections?.remove),
  };
}

function changed(
  before: string[],
  add: string[] | null | undefined,
  remove: string[] | null | undefined,
): string[] {
  const numbers = (ids: string[] | null | undefined) => (ids ?? []).map((id) => parseGlobalId(id).id);
  const gone = new Set(numbers(remove));
  return [...new Set([...before, ...numbers(add)])].filter((id) => !gone.has(id));
}
