import type { ShopTransaction } from "../../db/database.ts";
import { unpublishPicksOf } from "../../db/pick-events.ts";
import type { LoyaltyEvent } from "../../loyalty/events.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Services } from "../services.ts";

/**
 * Has what the store shows these members written anew where they came, went or became one: whoever is out is shown nothing
 * of their own, and what either of two refused holds for both. The rows themselves say so, as all that is to be published.
 */
export async function restatePicksAfter(
  { jobs }: Pick<Services, "jobs">,
  tx: ShopTransaction,
  events: readonly LoyaltyEvent[],
): Promise<void> {
  const memberIds = events.flatMap(concerned);
  if (memberIds.length === 0) return;
  await unpublishPicksOf(tx, memberIds);
  jobs.soon("publish-picks", { shopId: tx.shopId });
}

function concerned(event: LoyaltyEvent): MemberId[] {
  switch (event.kind) {
    case "leave":
    case "join":
    case "block":
    case "unblock":
      return [event.customerId];
    case "customers-merged":
      return [event.keptId, event.deletedId];
    default:
      return [];
  }
}
