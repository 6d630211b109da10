import type { FeedbackShown } from "../../use-cases/feedback/show-feedback.ts";

const SUBJECT_LENGTH = 60;

/** Opens a letter to whoever wrote, whose subject begins as the message does; null where no address is known, or no longer. */
export function answerAddress({
  feedback,
  member,
}: Pick<FeedbackShown, "feedback" | "member">): string | null {
  const email = member?.email ?? null;
  if (email === null) return null;
  const text = feedback.text.replaceAll(/\s+/g, " ").trim();
  const letters = [...text];
  const beginning =
    letters.length > SUBJECT_LENGTH ? `${letters.slice(0, SUBJECT_LENGTH).join("").trimEnd()}…` : text;
  // Whatever the address holds, it cannot add a recipient or a header of its own.
  return `mailto:${encodeURIComponent(email).replaceAll("%40", "@")}?subject=${encodeURIComponent(`Re: ${beginning}`)}`;
}
