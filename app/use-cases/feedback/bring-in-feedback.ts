import type { ShopRow } from "../../db/shops.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { fieldsOf } from "../read-form.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { LONGEST_FEEDBACK, receiveFeedback, type FeedbackReceived } from "./receive-feedback.ts";

/** What staff type in of a letter, a call or a review elsewhere. */
export interface BroughtIn {
  text: string;
  memberId: MemberId | null;
  /** Made with the form: a form that is sent twice brings in one message. */
  key: string;
}

export type BroughtInField = "text" | "member";

export function readBroughtIn(form: FormData): BroughtIn | { faults: BroughtInField[] } {
  const value = fieldsOf(form);
  const [text, member, key] = [value("text"), value("member"), value("key")];
  const faults: BroughtInField[] = [
    ...(text === "" || text.length > LONGEST_FEEDBACK ? (["text"] as const) : []),
    ...(member === "" || /^[1-9]\d{0,17}$/.test(member) ? [] : (["member"] as const)),
  ];
  if (faults.length > 0 || key === "") return { faults: faults.length > 0 ? faults : ["text"] };
  return { text, memberId: member === "" ? null : member, key };
}

/** Keeps it like what came by itself. */
export function bringInFeedback(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { text, memberId, key, by }: BroughtIn & { by: By },
): Promise<FeedbackReceived> {
  return receiveFeedback(services, shop, { source: "staff", key, memberId, orderId: null, text, by });
}
