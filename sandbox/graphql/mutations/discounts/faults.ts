import { TAKEN_MESSAGE } from "../../../commerce/codes/bulk-creations.ts";
import { findRedeemCode, LONGEST_CODE } from "../../../commerce/codes/redeem-codes.ts";
import type { DiscountRule } from "../../../state/discount-types.ts";
import type { Context } from "../../engine/context.ts";
import { findCustomer } from "../../views/customers.ts";
import { parseGlobalId } from "../../views/ids.ts";
import { findVariant } from "../../views/products.ts";
import type { UserError } from "../user-errors.ts";
import type { DiscountInput, ItemsInput } from "./input.ts";

export type Kind = DiscountRule["kind"];

/** What an input is held against: its name in the mutation, the kind of discount, and the discount that it changes. */
export type Occasion = { argument: string; kind: Kind; changes: string | null };

type Fault = [path: string, message: string, code: string];

/** All that Shopify finds wrong with an input, in its order and words as far as they are known. */
export function faultsOf(context: Context, input: DiscountInput, occasion: Occasion): UserError[] {
  const creates = occasion.changes === null;
  const faults: Fault[] = [
    ...combinationFaults(input, occasion.kind),
    ...titleFaults(input, creates),
    ...codeFaults(context, input, occasion),
    ...timeFaults(input, creates),
    ...audienceFaults(context, input, creates),
    ...minimumFaults(input),
    ...(occasion.kind === "bxgy" ? bxgyFaults(input, creates) : basicFaults(input, occasion)),
    ...numberFaults(input),
    ...itemFaults(context, "customerBuys", input.customerBuys?.items),
    ...itemFaults(context, "customerGets", input.customerGets?.items),
  ];
  return faults.map(([path, message, code]) => ({
    field: [occasion.argument, ...path.split(".")],
    message,
    code,
  }));
}

function combinationFaults({ combinesWith }: DiscountInput, kind: Kind): Fault[] {
  if (kind !== "free-shipping" || !combinesWith?.shippingDiscounts) return [];
  const message = "The combinesWith settings are not valid for the discount class.";
  return [["combinesWith", message, "INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS"]];
}

function titleFaults({ title }: DiscountInput, creates: boolean): Fault[] {
  if (title === undefined && !creates) return [];
  if (!title?.trim()) return [["title", "Title can't be blank", "BLANK"]];
  return title.length > 255 ? [["title", "Title is too long (maximum is 255 characters)", "TOO_LONG"]] : [];
}

function codeFaults(context: Context, { code }: DiscountInput, { changes }: Occasion): Fault[] {
  if (code == null) return changes === null ? [["code", "Code can't be blank", "BLANK"]] : [];
  if (code === "") return [["code", "Code is too short (minimum is 1 character)", "TOO_SHORT"]];
  if (/[\r\n]/.test(code)) return [["code", "Code cannot contain newline characters.", "INVALID"]];
  if (code.length > LONGEST_CODE)
    return [["code", `Code is too long (maximum is ${LONGEST_CODE} characters)`, "TOO_LONG"]];
  const taken = findRedeemCode(context.sandbox, context.shop.domain, code);
  return taken && taken.discount.id !== changes ? [["code", TAKEN_MESSAGE, "TAKEN"]] : [];
}

function timeFaults({ startsAt, endsAt }: DiscountInput, creates: boolean): Fault[] {
  if (creates && !startsAt) return [["startsAt", "Starts at can't be blank", "BLANK"]];
  if (startsAt && endsAt && Date.parse(endsAt) < Date.parse(startsAt))
    return [["endsAt", "Ends at needs to be after starts_at", "INVALID"]];
  return [];
}

function audienceFaults(context: Context, input: DiscountInput, creates: boolean): Fault[] {
  if (input.context && input.customerSelection)
    return [["context", "Only one of context or customerSelection can be provided.", "INVALID"]];
  if (creates && !input.context && !input.customerSelection)
    return [["context", "Context can't be blank", "BLANK"]];
  const field = input.context ? "context" : "customerSelection";
  const named = (input.context ?? input.customerSelection)?.customers?.add ?? [];
  return named
    .filter((id) => !findCustomer(context, parseGlobalId(id).id))
    .map((id): Fault => [
      `${field}.customers.add`,
      `Customer with id: ${parseGlobalId(id).id} is invalid`,
      "INVALID",
    ]);
}

function minimumFaults({ minimumRequirement: minimum }: DiscountInput): Fault[] {
  if (!minimum?.subtotal || !minimum.quantity) return [];
  return [
    [
      "minimumRequirement.subtotal.greaterThanOrEqualToSubtotal",
      "Minimum subtotal cannot be defined when minimum quantity is.",
      "CONFLICT",
    ],
    [
      "minimumRequirement.quantity.greaterThanOrEqualToQuantity",
      "Minimum quantity cannot be defined when minimum subtotal is.",
      "CONFLICT",
    ],
  ];
}

function basicFaults({ customerGets }: DiscountInput, { kind, changes }: Occasion): Fault[] {
  if (kind !== "basic") return [];
  if (customerGets?.value?.discountOnQuantity)
    return [
      [
        "customerGets.value.discountOnQuantity",
        "discountOnQuantity field is only permitted with bxgy discounts.",
        "INVALID",
      ],
    ];
  if (changes !== null) return [];
  const { value, items } = customerGets ?? {};
  if (value?.percentage == null && !value?.discountAmount)
    return [["customerGets.value", "Customer gets value can't be blank", "BLANK"]];
  return items ? [] : [["customerGets.items", "Items in 'customer get' must be defined", "BLANK"]];
}

function bxgyFaults({ customerGets, customerBuys }: DiscountInput, creates: boolean): Fault[] {
  const faults: Fault[] = [];
  const value = customerGets?.value;
  const only = "Only discountOnQuantity permitted with bxgy discounts.";
  if (customerGets?.items?.all)
    faults.push(["customerGets", "Items in 'customer get' cannot be set to all", "INVALID"]);
  if (value?.percentage != null) faults.push(["customerGets.value.percentage", only, "INVALID"]);
  if (value?.discountAmount) faults.push(["customerGets.value.discountAmount", only, "INVALID"]);
  if (!creates) return faults;
  if (value?.discountOnQuantity?.quantity == null)
    faults.push(["customerGets.value.discountOnQuantity.quantity", "Quantity cannot be blank.", "BLANK"]);
  if (!customerBuys?.items || customerBuys.items.all)
    faults.push(["customerBuys.items", "Items in 'customer buys' must be defined", "BLANK"]);
  return faults;
}

function numberFaults({ usageLimit, customerGets }: DiscountInput): Fault[] {
  const faults: Fault[] = [];
  const { percentage, discountAmount, discountOnQuantity } = customerGets?.value ?? {};
  if (usageLimit != null && usageLimit < 1)
    faults.push(["usageLimit", "Usage limit must be greater than 0", "GREATER_THAN"]);
  if (percentage != null && (percentage <= 0 || percentage > 1))
    faults.push([
      "customerGets.value.percentage",
      "Value must be between 0.0 and 1.0",
      "VALUE_OUTSIDE_RANGE",
    ]);
  if (discountAmount && Number(discountAmount.amount ?? 0) <= 0)
    faults.push(["customerGets.value.discountAmount.amount", "Value must be greater than 0", "GREATER_THAN"]);
  const share = discountOnQuantity?.effect?.percentage;
  if (share != null && (share <= 0 || share > 1))
    faults.push([
      "customerGets.value.discountOnQuantity.effect.percentage",
      "Value must be between 0.0 and 1.0",
      "VALUE_OUTSIDE_RANGE",
    ]);
  return faults;
}

function itemFaults(context: Context, side: string, items: ItemsInput | null | undefined): Fault[] {
  const products = items?.products?.productsToAdd ?? [];
  const variants = items?.products?.productVariantsToAdd ?? [];
  const collections = items?.collections?.add ?? [];
  if (collections.length > 0 && products.length + variants.length > 0)
    return [
      [
        `${side}.items.collections.add`,
        "Cannot entitle collections in combination with product variants or products",
        "CONFLICT",
      ],
    ];
  const missing = (ids: string[], path: string, word: string, isThere: (id: string) => boolean): Fault[] =>
    ids
      .map((id) => parseGlobalId(id).id)
      .filter((id) => !isThere(id))
      .map((id) => [`${side}.items.${path}`, `${word} with id: ${id} is invalid`, "INVALID"]);
  return [
    ...missing(collections, "collections.add", "Collection", (id) =>
      Boolean(context.collection("collection").find(id)),
    ),
    ...missing(products, "products.productsToAdd", "Product", (id) =>
      Boolean(context.collection("product").find(id)),
    ),
    ...missing(variants, "products.productVariantsToAdd", "Product variant", (id) =>
      Boolean(findVariant(context, id)),
    ),
  ];
}
