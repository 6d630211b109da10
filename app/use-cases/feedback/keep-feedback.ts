import { randomUUID } from "node:crypto";
import type { ShopTransaction } from "../../db/database.ts";
import { addFeedback, type FeedbackSource, type FeedbackState } from "../../db/feedback.ts";
import { sentimentOf, type Label } from "../../insight/sentiment/analyse.ts";
import { topicsOf } from "../../insight/sentiment/topics/topics.ts";
import type { MemberId, OrderId, ProductId } from "../../loyalty/ids.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";

/** Whoever writes is answered within a day. */
const TO_ANSWER = DAY;

export interface Keeping {
  source: FeedbackSource;
  /** Of what tells of it; told of twice, it is kept once. */
  key: string;
  memberId: MemberId | null;
  orderId: OrderId | null;
  text: string;
  at: Instant;
  /** As BCP 47 has it; it is guessed otherwise. */
  language?: string;
  /** What a review gave, one to five: whoever gives stars says themselves how happy they are. */
  stars?: number | null;
  productId?: ProductId | null;
  /** Staff who brought it in. */
  stateBy?: string | null;
  /** Whether it waits for an answer; left out: it does. */
  stateOf?(label: Label): FeedbackState;
}

/** Keeps a text with what it says and until when it is to be answered; answers its id, or null for what is kept already. */
export async function keepFeedback(tx: ShopTransaction, keeping: Keeping): Promise<string | null> {
  const { source, key, memberId, orderId, text, at, stars = null, productId = null } = keeping;
  const id = randomUUID();
  const { language, isKnown, label: said, score } = sentimentOf(text, keeping.language);
  const label = stars === null ? said : labelOfStars(stars);
  const feedback = {
    ...{ id, source, memberId, orderId, receivedAt: at, text, stars, productId },
    ...{ language, isKnown, label, score, topics: topicsOf(text, language), answerBy: at + TO_ANSWER },
    ...{ state: keeping.stateOf?.(label) ?? "open", stateAt: at, stateBy: keeping.stateBy ?? null },
    ...{ note: "", revision: 0 },
  };
  return (await addFeedback(tx, { feedback, sourceKey: key })) ? id : null;
}

function labelOfStars(stars: number): Label {
  return stars <= 2 ? "negative" : stars >= 4 ? "positive" : "neutral";
}
