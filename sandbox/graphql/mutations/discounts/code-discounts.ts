import { addRedeemCode, codesOf } from "../../../commerce/codes/redeem-codes.ts";
import type { Discount } from "../../../state/discount-types.ts";
import type { Context } from "../../engine/context.ts";
import type { Fields, View } from "../../engine/resolve.ts";
import { discountNodeView, findDiscount } from "../../views/discounts/discount.ts";
import { failed } from "../user-errors.ts";
import { faultsOf, type Kind } from "./faults.ts";
import type { DiscountInput } from "./input.ts";
import { readDiscount, refuseUnkept } from "./read-discount.ts";

type Mutation = (args: Record<string, unknown>, context: Context) => View;

/** The mutation that makes discounts of a kind from its input. */
function creates(kind: Kind, argument: string): Mutation {
  return (args, context) => {
    const input = args[argument] as DiscountInput;
    refuseUnkept(input);
    const faults = faultsOf(context, input, { argument, kind, changes: null });
    if (faults.length > 0) return failed(["codeDiscountNode"], faults);
    const discount = readDiscount(context, input, { kind, before: null });
    context.sandbox.store.transaction(() => {
      context.collection("discount").put(discount);
      addRedeemCode(context.sandbox, context.shop.domain, discount.id, input.code ?? "");
    });
    return { codeDiscountNode: discountNodeView(context, discount), userErrors: [] };
  };
}

/** The mutation that changes discounts; one that was of another kind becomes one of this. */
function updates(kind: Kind, argument: string): Mutation {
  return (args, context) => {
    const input = args[argument] as DiscountInput;
    const before = findDiscount(context, String(args.id));
    if (!before) return failed(["codeDiscountNode"], [{ field: ["id"], message: "Discount does not exist" }]);
    refuseUnkept(input);
    const codes = codesOf(context.sandbox, context.shop.domain, before.id);
    if (codes.length > 1 && input.code != null)
      return failed(
        ["codeDiscountNode"],
        [{ field: ["id"], message: "Cannot update the code of a bulk discount." }],
      );
    const faults = faultsOf(context, input, { argument, kind, changes: before.id });
    if (faults.length > 0) return failed(["codeDiscountNode"], faults);
    const discount = readDiscount(context, input, { kind, before });
    context.sandbox.store.transaction(() => {
      context.collection("discount").put(discount);
      renameCode(context, discount, input.code);
    });
    return { codeDiscountNode: discountNodeView(context, discount), userErrors: [] };
  };
}

function renameCode(context: Context, { id }: Discount, code: string | null | undefined): void {
  const [only] = codesOf(context.sandbox, context.shop.domain, id);
  if (code == null) return;
  if (only) context.collection("redeemCode").put({ ...only, code });
  else addRedeemCode(context.sandbox, context.shop.domain, id, code);
}

export const codeDiscountMutations = {
  discountCodeBasicCreate: creates("basic", "basicCodeDiscount"),
  discountCodeBasicUpdate: updates("basic", "basicCodeDiscount"),
  discountCodeFreeShippingCreate: creates("free-shipping", "freeShippingCodeDiscount"),
  discountCodeFreeShippingUpdate: updates("free-shipping", "freeShippingCodeDiscount"),
  discountCodeBxgyCreate: creates("bxgy", "bxgyCodeDiscount"),
  discountCodeBxgyUpdate: updates("bxgy", "bxgyCodeDiscount"),
} as Fields;
