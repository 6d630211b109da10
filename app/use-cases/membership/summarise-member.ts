import { findMemberToSummarise } from "../../db/summaries.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { LoyaltySummary } from "../../loyalty/summary.ts";
import { summariesOf } from "../publish-summaries.ts";
import type { Services } from "../services.ts";

/** What the storefront would read of the member if it were written this moment; null for one the shop does not know. */
export async function summariseMember(
  services: Services,
  shop: ShopRow,
  memberId: MemberId,
): Promise<LoyaltySummary | null> {
  const member = await findMemberToSummarise(services.db.sql, shop.id, memberId);
  if (member === null) return null;
  const [told] = await summariesOf(services, shop, [member]);
  return told?.summary ?? null;
}
