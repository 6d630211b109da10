import { findTold } from "../../db/feedback.ts";
import { findStandingMember, lockMembership } from "../../db/memberships.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { ProductId } from "../../loyalty/ids.ts";
import { keepFeedback } from "../feedback/keep-feedback.ts";
import type { Services } from "../services.ts";
import { isAsKept } from "../person/without-person.ts";
import { findNamedCustomer, toldKey, type NamedCustomer } from "./told.ts";

export interface ToldReview extends NamedCustomer {
  /** The app's own. */
  id: string;
  text: string;
  stars?: number | undefined;
  product?: ProductId | undefined;
  language?: string | undefined;
}

export type ReviewTold =
  | { outcome: "received" | "known-already" }
  /** Something else was told under this id before. */
  | { outcome: "conflict" }
  | { outcome: "nobody" };

/** Keeps a review as feedback, once for each id of the app. */
export async function tellReview(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { app, review }: { app: string; review: ToldReview },
): Promise<ReviewTold> {
  const { text, stars, product, language, ...named } = review;
  const key = toldKey(app, review.id);
  return db.inShop(shop.id, async (tx) => {
    const names = named.customer !== undefined || named.emailSha256 !== undefined;
    const memberId = await findNamedCustomer(tx, shop, named);
    if (names && (memberId === null || (await lockMembership(tx, memberId)) === null))
      return { outcome: "nobody" };
    const kept = await keepFeedback(tx, {
      ...{ source: "app", key, memberId, orderId: null, text, at: clock() },
      ...{ stars: stars ?? null, productId: product ?? null },
      ...(language === undefined ? {} : { language }),
    });
    if (kept !== null) return { outcome: "received" };
    const before = await findTold(tx, { source: "app", key });
    const isSame =
      before !== null &&
      before.memberId === (memberId && (await findStandingMember(tx, shop.id, memberId))) &&
      before.stars === (stars ?? null) &&
      before.productId === (product ?? null) &&
      isAsKept(text, before.text);
    return { outcome: isSame ? "known-already" : "conflict" };
  });
}
