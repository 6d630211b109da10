import { gid } from "../../../state/ids.ts";
import type { CodeBulkCreation } from "../../../state/discount-types.ts";
import { settleBulkCreations } from "../../../commerce/codes/bulk-creations.ts";
import { connect, type ListArgs } from "../../engine/connection.ts";
import type { Context } from "../../engine/context.ts";
import type { Fields, View } from "../../engine/resolve.ts";
import { userErrorView } from "../../mutations/user-errors.ts";
import { dateTime } from "../common.ts";
import { numberOf } from "../ids.ts";
import { redeemCodeView } from "./codes.ts";
import { discountNodeView } from "./discount.ts";

export function findBulkCreation(context: Context, id: string): CodeBulkCreation | null {
  settleBulkCreations(context.sandbox, context.shop.domain);
  return context.collection("codeBulkCreation").find(id);
}

export function bulkCreationView(context: Context, creation: CodeBulkCreation): View {
  const imported = creation.codes.filter(({ redeemCodeId }) => redeemCodeId !== null).length;
  return {
    __typename: "DiscountRedeemCodeBulkCreation",
    id: gid("DiscountRedeemCodeBulkCreation", creation.id),
    createdAt: dateTime(creation.createdAt),
    done: creation.done,
    codesCount: creation.codes.length,
    importedCount: imported,
    failedCount: creation.done ? creation.codes.length - imported : 0,
    discountCode: () => {
      const discount = context.collection("discount").find(creation.discountId);
      return discount && discountNodeView(context, discount);
    },
    codes: (args: ListArgs) =>
      connect(args, {
        resource: "codes",
        docs: creation.codes,
        idOf: ({ id }) => id,
        view: ({ code, redeemCodeId, errors }) => ({
          code,
          errors: errors.map((error) => userErrorView({ field: ["code"], ...error })),
          discountRedeemCode: () => {
            const added = redeemCodeId === null ? null : context.collection("redeemCode").find(redeemCodeId);
            return added && redeemCodeView(context, added);
          },
        }),
      }),
  };
}

export const bulkCreationQueries = {
  discountRedeemCodeBulkCreation: ({ id }: { id: string }, context) => {
    const creation = findBulkCreation(context, numberOf(id, "DiscountRedeemCodeBulkCreation"));
    return creation && bulkCreationView(context, creation);
  },
} satisfies Fields;
