import { GraphQLError } from "graphql";
import { startBulkCreation } from "../../../commerce/codes/bulk-creations.ts";
import { codesOf, statusOf } from "../../../commerce/codes/redeem-codes.ts";
import { gid } from "../../../state/ids.ts";
import type { Discount } from "../../../state/discount-types.ts";
import type { Context } from "../../engine/context.ts";
import type { Fields, View } from "../../engine/resolve.ts";
import { bulkCreationView } from "../../views/discounts/bulk-creations.ts";
import { discountNodeView, findDiscount } from "../../views/discounts/discount.ts";
import { failed, type UserError } from "../user-errors.ts";

const MOST_CODES_AT_ONCE = 250;

/** From now on, without an end. */
function discountCodeActivate({ id }: { id: string }, context: Context): View {
  return changeTimes(context, id, (discount, now) => ({
    startsAt: statusOf(discount, now) === "SCHEDULED" ? now : discount.startsAt,
    endsAt: null,
  }));
}

/** Ends it at this moment. One that was to begin later begins and ends at once. */
function discountCodeDeactivate({ id }: { id: string }, context: Context): View {
  return changeTimes(context, id, (discount, now) => {
    const status = statusOf(discount, now);
    if (status === "EXPIRED") return {};
    return { startsAt: status === "SCHEDULED" ? now : discount.startsAt, endsAt: now };
  });
}

function changeTimes(
  context: Context,
  id: string,
  change: (discount: Discount, now: string) => Partial<Discount>,
): View {
  const discount = findDiscount(context, id);
  if (!discount) return failed(["codeDiscountNode"], [missing("id")]);
  const now = context.sandbox.now();
  const changed = { ...discount, ...change(discount, now), updatedAt: now };
  context.collection("discount").put(changed);
  return { codeDiscountNode: discountNodeView(context, changed), userErrors: [] };
}

/** Its codes are free for others then. */
function discountCodeDelete({ id }: { id: string }, context: Context): View {
  const discount = findDiscount(context, id);
  if (!discount) return failed(["deletedCodeDiscountId"], [missing("id")]);
  context.sandbox.store.transaction(() => {
    for (const code of codesOf(context.sandbox, context.shop.domain, discount.id))
      context.collection("redeemCode").delete(code.id);
    context.collection("discount").delete(discount.id);
  });
  return { deletedCodeDiscountId: gid("DiscountCodeNode", discount.id), userErrors: [] };
}

type BulkArgs = { discountId: string; codes: { code: string }[] };

/** Answers a job: the codes are there a moment later, and which of them were not to be had is told by the job. */
function discountRedeemCodeBulkAdd({ discountId, codes }: BulkArgs, context: Context): View {
  if (codes.length > MOST_CODES_AT_ONCE)
    throw new GraphQLError(
      `The input array size of ${codes.length} is greater than the maximum allowed of ${MOST_CODES_AT_ONCE}.`,
      { extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" } },
    );
  const discount = findDiscount(context, discountId);
  if (!discount) return failed(["bulkCreation"], [missing("discountId")]);
  if (codes.length === 0)
    return failed(["bulkCreation"], [{ field: ["codes"], message: "Codes can't be blank", code: "BLANK" }]);
  const wanted = codes.map(({ code }) => code);
  const creation = startBulkCreation(context.sandbox, context.shop.domain, discount.id, wanted);
  return { bulkCreation: bulkCreationView(context, creation), userErrors: [] };
}

/** Of the codes named by their ids; by a search nothing here deletes. Answers a job that is done at once. */
function discountCodeRedeemCodeBulkDelete(
  { discountId, ids }: { discountId: string; ids?: string[] | null },
  context: Context,
): View {
  const discount = findDiscount(context, discountId);
  if (!discount) return failed(["job"], [missing("discountId")]);
  if (!ids || ids.length === 0)
    return failed(
      ["job"],
      [
        {
          field: null,
          message: "Missing expected argument key: 'ids', 'search' or 'saved_search_id'.",
          code: "MISSING_ARGUMENT",
        },
      ],
    );
  const { sandbox, shop } = context;
  sandbox.store.transaction(() => {
    for (const code of codesOf(sandbox, shop.domain, discount.id))
      if (ids.includes(gid("DiscountRedeemCode", code.id))) context.collection("redeemCode").delete(code.id);
  });
  return { job: { id: gid("Job", sandbox.store.nextId("other")), done: true }, userErrors: [] };
}

function missing(field: string): UserError {
  return { field: [field], message: "Code discount does not exist.", code: "INVALID" };
}

export const discountLifeMutations = {
  discountCodeActivate,
  discountCodeDeactivate,
  discountCodeDelete,
  discountRedeemCodeBulkAdd,
  discountCodeRedeemCodeBulkDelete,
} as Fields;
