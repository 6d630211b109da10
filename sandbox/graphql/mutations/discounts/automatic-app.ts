import { statusOf } from "../../../commerce/codes/redeem-codes.ts";
import { findFunction } from "../../../functions/extension.ts";
import type { AutomaticDiscount, FunctionDiscountClass } from "../../../state/function-types.ts";
import { toInstant } from "../../../state/instants.ts";
import type { Context } from "../../engine/context.ts";
import type { Fields, View } from "../../engine/resolve.ts";
import { automaticAppView, automaticNodeView, findAutomatic } from "../../views/discounts/automatic.ts";
import { faultOfMetafields, setMetafieldsOf, type OwnMetafield } from "../own-metafields.ts";
import { failed, type UserError } from "../user-errors.ts";

const TARGETS = ["cart.lines.discounts.generate.run", "cart.delivery-options.discounts.generate.run"];

type Input = {
  title?: string | null;
  functionHandle?: string | null;
  startsAt?: string | null;
  endsAt?: string | null;
  discountClasses?: FunctionDiscountClass[] | null;
  combinesWith?: {
    orderDiscounts?: boolean | null;
    productDiscounts?: boolean | null;
    shippingDiscounts?: boolean | null;
  } | null;
  metafields?: OwnMetafield[] | null;
};

function discountAutomaticAppCreate(
  { automaticAppDiscount: input }: { automaticAppDiscount: Input },
  context: Context,
): View {
  const faults = faultsOf(context, input);
  if (faults.length > 0) return failed(["automaticAppDiscount"], faults);
  return { automaticAppDiscount: automaticAppView(context, write(context, input, null)), userErrors: [] };
}

function discountAutomaticAppUpdate(
  { id, automaticAppDiscount: input }: { id: string; automaticAppDiscount: Input },
  context: Context,
): View {
  const before = findAutomatic(context, id);
  if (!before) return failed(["automaticAppDiscount"], [missing]);
  const fault = faultOfMetafields(input.metafields);
  if (fault) return failed(["automaticAppDiscount"], [inInput(fault)]);
  return { automaticAppDiscount: automaticAppView(context, write(context, input, before)), userErrors: [] };
}

function faultsOf({ sandbox }: Context, input: Input): UserError[] {
  const { extensions } = sandbox.options;
  const handle = input.functionHandle ?? "";
  const isThere = TARGETS.some((target) => findFunction(extensions, handle, target) !== null);
  const fault = faultOfMetafields(input.metafields);
  const wrong: [string, string, string][] = [];
  if (!input.title?.trim()) wrong.push(["title", "Title can't be blank", "BLANK"]);
  if (!input.startsAt) wrong.push(["startsAt", "Starts at can't be blank", "BLANK"]);
  if (!isThere) wrong.push(["functionHandle", `Function ${handle} not found.`, "INVALID"]);
  if (!input.discountClasses?.length)
    wrong.push(["discountClasses", "Discount classes can't be blank", "BLANK"]);
  if (fault) wrong.push(["metafields", fault, "INVALID"]);
  return wrong.map(([field, message, code]) => ({ field: ["automaticAppDiscount", field], message, code }));
}

function inInput(message: string): UserError {
  return { field: ["automaticAppDiscount", "metafields"], message, code: "INVALID" };
}

/** What is left out stays as it was. */
function write(context: Context, input: Input, before: AutomaticDiscount | null): AutomaticDiscount {
  const { sandbox } = context;
  const now = sandbox.now();
  const { combinesWith } = input;
  const discount: AutomaticDiscount = {
    id: before?.id ?? sandbox.store.nextId("discount"),
    title: input.title ?? before?.title ?? "",
    functionHandle: input.functionHandle ?? before?.functionHandle ?? "",
    classes: input.discountClasses ?? before?.classes ?? [],
    combinesWith: combinesWith
      ? {
          order: combinesWith.orderDiscounts ?? false,
          product: combinesWith.productDiscounts ?? false,
          shipping: combinesWith.shippingDiscounts ?? false,
        }
      : (before?.combinesWith ?? { order: false, product: false, shipping: false }),
    startsAt: input.startsAt ? toInstant(new Date(input.startsAt)) : (before?.startsAt ?? now),
    endsAt: endOf(input, before),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
  sandbox.store.transaction(() => {
    context.collection("automaticDiscount").put(discount);
    setMetafieldsOf(context, { ownerType: "DISCOUNT", ownerId: discount.id }, input.metafields);
  });
  return discount;
}

/** Left out: as before; null: none. */
function endOf({ endsAt }: Input, before: AutomaticDiscount | null): string | null {
  if (endsAt === undefined) return before?.endsAt ?? null;
  return endsAt === null ? null : toInstant(new Date(endsAt));
}

/** From now on, without an end. */
function discountAutomaticActivate({ id }: { id: string }, context: Context): View {
  return changeTimes(context, id, (discount, now) => ({
    startsAt: discount.startsAt > now ? now : discount.startsAt,
    endsAt: null,
  }));
}

/** Ends it at this moment. One that was to begin later begins and ends at once. */
function discountAutomaticDeactivate({ id }: { id: string }, context: Context): View {
  return changeTimes(context, id, (discount, now) =>
    statusOf(discount, now) === "EXPIRED"
      ? {}
      : { startsAt: discount.startsAt > now ? now : discount.startsAt, endsAt: now },
  );
}

function changeTimes(
  context: Context,
  id: string,
  change: (discount: AutomaticDiscount, now: string) => Partial<AutomaticDiscount>,
): View {
  const discount = findAutomatic(context, id);
  if (!discount) return failed(["automaticDiscountNode"], [missing]);
  const now = context.sandbox.now();
  const changed = { ...discount, ...change(discount, now), updatedAt: now };
  context.collection("automaticDiscount").put(changed);
  return { automaticDiscountNode: automaticNodeView(context, changed), userErrors: [] };
}

function discountAutomaticDelete({ id }: { id: string }, context: Context): View {
  const discount = findAutomatic(context, id);
  if (!discount) return failed(["deletedAutomaticDiscountId"], [missing]);
  context.collection("automaticDiscount").delete(discount.id);
  return { deletedAutomaticDiscountId: id, userErrors: [] };
}

const missing: UserError = { field: ["id"], message: "Discount does not exist", code: "INVALID" };

export const automaticAppMutations = {
  discountAutomaticAppCreate,
  discountAutomaticAppUpdate,
  discountAutomaticActivate,
  discountAutomaticDeactivate,
  discountAutomaticDelete,
} as Fields;
