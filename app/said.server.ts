import type { Asker } from "./reward-answers.server.ts";
import { membershipWords } from "./texts/membership/membership-words.ts";
import { rewardWords } from "./texts/rewards/reward-words.ts";

const REFUSALS: ReadonlySet<string> = new Set([
  ...["short", "blocked", "not-now", "not-this-tier", "unknown-reward", "no-fixed-cost", "no-sliding-cost"],
  ...["beyond-value", "member-limit", "none-left", "paused", "nobody", "not-made"],
]);

/**
 * What came of the form that led to a page. It stands in the address as a word of ours, as anybody could write it:
 * what is not one of them is not said.
 */
export function saidBy(asker: Asker, came: URLSearchParams): string | null {
  const said = came.get("said") ?? came.get("perennial") ?? "";
  const { texts, own } = asker.language;
  if (REFUSALS.has(said)) {
    const missing = /^\d{1,30}$/.exec(came.get("missing") ?? "")?.[0] ?? "0";
    return rewardWords(asker.language, asker.shop).refusal({ because: said, missing });
  }
  if (said === "claimed") {
    const claimed = Number(/^\d{1,4}$/.exec(came.get("claimed") ?? "")?.[0] ?? "1");
    return membershipWords(asker.language, asker.shop).counted(own.answers.claimed, claimed);
  }
  switch (said) {
    case "cancelled":
      return texts.cancelled;
    case "too-late":
      return texts.tooLate;
    case "birthday":
      return own.answers.birthdayOnly;
    case "birthday-no-day":
      return own.answers.birthdayNoDay;
    case "birthday-not-asked":
      return own.answers.birthdayNotAsked;
    case "messages-on":
      return own.answers.messagesOn;
    case "messages-off":
      return own.answers.messagesOff;
    case "picks-on":
      return own.answers.picksOn;
    case "picks-off":
      return own.answers.picksOff;
    case "feedback":
      return own.answers.feedback;
    case "feedback-empty":
      return own.answers.feedbackEmpty;
    case "refused-pick":
      return own.answers.pickRefused;
    case "unknown-pick":
      return own.answers.pickUnknown;
    case "left":
      return own.answers.left;
    case "joined":
      return own.answers.joined;
    case "shut-out":
      return own.answers.blocked;
    case "claim-none":
      return own.answers.claimNone;
    case "claim-unverified":
      return own.answers.claimUnverified;
    case "claim-out":
      return own.answers.claimOut;
    default:
      return null;
  }
}
