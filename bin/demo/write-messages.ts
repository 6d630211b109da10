import type { ShopRow } from "../../app/db/shops.ts";
import { DAY, HOUR } from "../../app/loyalty/time.ts";
import { actOnFeedback } from "../../app/use-cases/feedback/act-on-feedback.ts";
import { receiveFeedback } from "../../app/use-cases/feedback/receive-feedback.ts";
import type { Services } from "../../app/use-cases/services.ts";
import { STAFF } from "../../sandbox/admin/staff.ts";
import { MESSAGES } from "./messages.ts";

/** Whoever answers in the demo. */
const SUPPORT = STAFF.find(({ key }) => key === "support");
/** What is older was answered in time; of what is newer some still waits. */
const ANSWERED_AFTER_DAYS = 2;

/** Has customers say how it was, in the weeks behind us. Called again, it writes nothing anew. */
export async function writeMessages(services: Services, shop: ShopRow): Promise<void> {
  const members = await services.db.sql.query<{ id: bigint }>(
    `SELECT id FROM member WHERE shop_id = $1 AND id > 0 AND merged_into IS NULL ORDER BY id LIMIT $2`,
    [shop.id, MESSAGES.length],
  );
  const now = services.clock();
  const by = { staff: String(SUPPORT?.id ?? ""), role: "support" } as const;
  // The oldest first: what staff did is listed in the order in which it was noted.
  const inOrder = [...MESSAGES.entries()].sort(([, one], [, other]) => other.daysAgo - one.daysAgo);
  for (const [place, { daysAgo, text }] of inOrder) {
    const at = now - daysAgo * DAY - (place % 9) * HOUR;
    const member = members[place]?.id.toString() ?? null;
    const received = await receiveFeedback({ db: services.db, clock: () => at }, shop, {
      source: "form",
      key: `demo-${place}`,
      memberId: member,
      orderId: null,
      text,
    });
    if (received.outcome !== "received" || daysAgo < ANSWERED_AFTER_DAYS) continue;
    await actOnFeedback({ db: services.db, clock: () => at + 5 * HOUR }, shop, {
      ...{ id: received.id, deed: { do: "answer", revision: 0 }, by },
    });
  }
}
