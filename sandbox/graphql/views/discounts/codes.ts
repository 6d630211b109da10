import { gid } from "../../../state/ids.ts";
import type { RedeemCode } from "../../../state/discount-types.ts";
import type { Listing } from "../../engine/connection.ts";
import type { Context } from "../../engine/context.ts";
import type { View } from "../../engine/resolve.ts";
import { appView } from "../app.ts";

export function redeemCodeView(context: Context, { id, code, uses }: RedeemCode): View {
  return {
    id: gid("DiscountRedeemCode", id),
    code,
    asyncUsageCount: uses.length,
    createdBy: () => appView(context),
  };
}

export function redeemCodeListing(context: Context, codes: RedeemCode[]): Listing<RedeemCode> {
  return {
    resource: "codes",
    docs: codes,
    idOf: ({ id }) => id,
    view: (code) => redeemCodeView(context, code),
    search: { code: ({ code }) => [code], times_used: ({ uses }) => [uses.length] },
    sortKeys: { CODE: ({ code }) => code.toLowerCase(), CREATED_AT: () => 0 },
  };
}
