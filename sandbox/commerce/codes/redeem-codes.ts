import type { Sandbox } from "../../sandbox.ts";
import type { Discount, RedeemCode } from "../../state/discount-types.ts";
import type { Id, Instant } from "../../state/types.ts";
import { settleBulkCreations } from "./bulk-creations.ts";

/** Longer ones Shopify refuses. */
export const LONGEST_CODE = 255;

/** The code as it was made, whatever case the shopper types it in; and the discount it is of. */
export function findRedeemCode(
  sandbox: Sandbox,
  shop: string,
  code: string,
): { code: RedeemCode; discount: Discount } | null {
  settleBulkCreations(sandbox, shop);
  const found = sandbox.store.collection(shop, "redeemCode").firstBy("code", code.trim().toLowerCase());
  if (!found) return null;
  return { code: found, discount: sandbox.store.collection(shop, "discount").require(found.discountId) };
}

export function codesOf(sandbox: Sandbox, shop: string, discountId: Id): RedeemCode[] {
  return sandbox.store.collection(shop, "redeemCode").findBy("discount", discountId);
}

/** Null where a code of that spelling is there already. */
export function addRedeemCode(
  sandbox: Sandbox,
  shop: string,
  discountId: Id,
  code: string,
): RedeemCode | null {
  const codes = sandbox.store.collection(shop, "redeemCode");
  if (codes.firstBy("code", code.toLowerCase())) return null;
  const added: RedeemCode = { id: sandbox.store.nextId("redeemCode"), discountId, code, uses: [] };
  codes.put(added);
  return added;
}

export type DiscountStatus = "ACTIVE" | "SCHEDULED" | "EXPIRED";

export function statusOf(
  { startsAt, endsAt }: Pick<Discount, "startsAt" | "endsAt">,
  now: Instant,
): DiscountStatus {
  if (endsAt !== null && endsAt <= now) return "EXPIRED";
  return startsAt > now ? "SCHEDULED" : "ACTIVE";
}

export type DiscountClass = "ORDER" | "PRODUCT" | "SHIPPING";

/** What the discount is taken off decides beside which others it may stand. */
export function classOf({ rule }: Discount): DiscountClass {
  if (rule.kind === "free-shipping") return "SHIPPING";
  return rule.kind === "basic" && rule.items.all ? "ORDER" : "PRODUCT";
}
