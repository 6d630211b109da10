import { findFeedback, findOrderName, findProductTitle, type Feedback } from "../../db/feedback.ts";
import { findNamings, NAMELESS, type Naming } from "../../db/persons.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { staffNames } from "../staff/staff-names.ts";

export interface FeedbackShown {
  now: Instant;
  feedback: Feedback;
  /** null where nobody knows who wrote. */
  member: Naming | null;
  orderName: string | null;
  /** Of what a review is about: its title, or its number where the catalogue has none. */
  productName: string | null;
  names: Record<string, string>;
}

/** One message with everything about it; null where there is none, or no longer. */
export async function showFeedback(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  id: string,
): Promise<FeedbackShown | null> {
  const feedback = await findFeedback(db.sql, shop.id, id);
  if (feedback === null) return null;
  const { memberId, orderId, productId, stateBy } = feedback;
  const namings = memberId === null ? null : await findNamings(db.sql, shop.id, [memberId]);
  return {
    now: clock(),
    feedback,
    member: memberId === null ? null : (namings?.get(memberId) ?? NAMELESS),
    orderName: orderId === null ? null : await findOrderName(db.sql, shop.id, orderId),
    productName:
      productId === null ? null : ((await findProductTitle(db.sql, shop.id, productId)) ?? productId),
    names: await staffNames({ db }, shop, stateBy === null ? [] : [stateBy]),
  };
}
