import { countWrittenSince, isOrderOf, type FeedbackSource } from "../../db/feedback.ts";
import { storableText } from "../../db/json.ts";
import { lockMembership } from "../../db/memberships.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { MemberId, OrderId } from "../../loyalty/ids.ts";
import { DAY } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { keepFeedback } from "./keep-feedback.ts";

/** Whoever has more to say than this would fill the inbox for everybody. */
const MOST_A_DAY = 10;
export const LONGEST_FEEDBACK = 5_000;

export interface Written {
  source: FeedbackSource;
  /** Of what tells of it; told of twice, it is kept once. */
  key: string;
  memberId: MemberId | null;
  orderId: OrderId | null;
  text: string;
  /** As BCP 47 has it; it is guessed otherwise. */
  language?: string;
  /** Staff who brought it in. */
  by?: By;
}

export type FeedbackReceived =
  | { outcome: "received"; id: string }
  | { outcome: "known-already" }
  | { outcome: "empty" }
  | { outcome: "too-often" }
  | { outcome: "nobody" };

/** Keeps what somebody wrote, with what it says: sentiment, topics, and until when it is to be answered. */
export async function receiveFeedback(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  written: Written,
): Promise<FeedbackReceived> {
  const text = storableText(written.text).trim().slice(0, LONGEST_FEEDBACK);
  if (text === "") return { outcome: "empty" };
  const { source, key, memberId, by } = written;
  const at = services.clock();
  return services.db.inShop(shop.id, async (tx) => {
    // Nobody who was erased comes back by what reaches us late.
    if (memberId !== null && (await lockMembership(tx, memberId)) === null) return { outcome: "nobody" };
    if (source === "form" && memberId !== null) {
      const written = await countWrittenSince(tx, { memberId, source, since: at - DAY, except: key });
      if (written >= MOST_A_DAY) return { outcome: "too-often" };
    }
    const { orderId } = written;
    const isTheirs = memberId !== null && orderId !== null && (await isOrderOf(tx, { memberId, orderId }));
    const id = await keepFeedback(tx, {
      ...written,
      ...{ text, at, orderId: isTheirs ? orderId : null, stateBy: by?.staff ?? null },
    });
    if (id === null) return { outcome: "known-already" };
    if (by !== undefined)
      await noteAction(tx, shop.id, {
        at,
        ...by,
        action: "feedback.added",
        subject: { kind: "feedback", id },
      });
    return { outcome: "received", id };
  });
}
