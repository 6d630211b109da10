import { changeFeedback, deleteFeedback, findFeedback, type FeedbackState } from "../../db/feedback.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { Services } from "../services.ts";
import type { By, StaffActionName } from "../staff/actions.ts";

/** What can be done to a message. */
export type FeedbackDeed =
  | { do: "answer" | "close" | "reopen"; revision: number }
  | { do: "note"; note: string; revision: number }
  | { do: "delete" };

export type FeedbackActed =
  | { outcome: "answered" | "closed" | "reopened" | "noted" | "deleted" }
  /** Somebody else did something to it meanwhile: the page is shown anew. */
  | { outcome: "overtaken" }
  | { outcome: "gone" };

const LONGEST_NOTE = 2_000;
const STATE_AFTER = { answer: "answered", close: "closed", reopen: "open" } as const;
const ACTION = {
  answer: "feedback.answered",
  close: "feedback.closed",
  reopen: "feedback.reopened",
  note: "feedback.noted",
  delete: "feedback.deleted",
} as const satisfies Record<FeedbackDeed["do"], StaffActionName>;
const OUTCOME = {
  answer: "answered",
  close: "closed",
  reopen: "reopened",
  note: "noted",
  delete: "deleted",
} as const;

/** What a form asks for; null where it cannot be meant. */
export function readFeedbackDeed(form: FormData): FeedbackDeed | null {
  const deed = form.get("do");
  if (deed === "delete") return { do: deed };
  const given = form.get("revision");
  if (typeof given !== "string" || !/^\d{1,9}$/.test(given)) return null;
  const revision = Number(given);
  if (deed === "answer" || deed === "close" || deed === "reopen") return { do: deed, revision };
  const note = form.get("note");
  if (deed !== "note" || typeof note !== "string" || note.length > LONGEST_NOTE) return null;
  return { do: deed, note: note.trim(), revision };
}

/** Does it once, however often the form is sent, with a line in the log. */
export async function actOnFeedback(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { id, deed, by }: { id: string; deed: FeedbackDeed; by: By },
): Promise<FeedbackActed> {
  const at = clock();
  return db.inShop(shop.id, async (tx) => {
    const found = await findFeedback(tx, shop.id, id);
    if (found === null) return { outcome: "gone" };
    if (isDone(found, deed)) return { outcome: OUTCOME[deed.do] };
    if (deed.do === "delete") await deleteFeedback(tx, id);
    else {
      const { revision } = deed;
      const change = deed.do === "note" ? { note: deed.note } : { state: STATE_AFTER[deed.do] };
      if (!(await changeFeedback(tx, id, { revision, at, by: by.staff, ...change })))
        return { outcome: "overtaken" };
    }
    await noteAction(tx, shop.id, { at, ...by, action: ACTION[deed.do], subject: { kind: "feedback", id } });
    return { outcome: OUTCOME[deed.do] };
  });
}

function isDone({ state, note }: { state: FeedbackState; note: string }, deed: FeedbackDeed): boolean {
  if (deed.do === "delete") return false;
  return deed.do === "note" ? note === deed.note : state === STATE_AFTER[deed.do];
}
