import type { OrderReason } from "../../loyalty/explanation.ts";
import type { ReceiptBalances } from "../../loyalty/receipt.ts";
import type { WhyNotReason } from "../../loyalty/why-not.ts";

/** What a count is called, by the plural categories of the language (`Intl.PluralRules`). */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

type LineBecause = Extract<WhyNotReason, { kind: "line" }>["because"]["kind"];

/**
 * What shoppers read about their points, in one language. Names in braces are filled in with text that is formatted
 * already; a colon stands before a count wherever a verb would have to agree with it.
 */
export interface WhyTexts {
  points: Forms;
  days: Forms;
  order: string;
  about: string;
  join: string;
  /** What a sentence ends with. */
  end: string;
  earning: Record<
    "times" | "equals" | "factor" | "bonus" | "per" | "roundedDown" | "together" | "inAll" | "nothing",
    string
  >;
  entry: Record<Exclude<OrderReason, "order"> | EntryKey, string>;
  whyNot: Record<Exclude<WhyNotReason["kind"], "line"> | WhyNotKey, string> & {
    because: Record<LineBecause, string>;
    gain: Record<"times" | "rate", string>;
  };
  receipt: Record<ReceiptKey, string> & { figures: Record<keyof ReceiptBalances, string> };
}

type EntryKey =
  | "changed"
  | "becameFirst"
  | "postedBefore"
  | "vested"
  | "vestedAtOnce"
  | "activity"
  | "signup"
  | "birthday"
  | "bonus"
  | "movedIn"
  | "adjusted"
  | "adjustedBecause"
  | "reinstated"
  | "expired"
  | "held"
  | "heldUntil"
  | "releasedCancelled"
  | "releasedUnused"
  | "releasedNotMade"
  | "taken"
  | "takenLate"
  | "granted"
  | "cameBack"
  | "mergedOut"
  | "mergedIn"
  | "paidBack"
  | "becameOwed"
  | "dropped"
  | "madeUp"
  | "hadExpired";

type WhyNotKey = "all" | "less" | "nothing" | "line" | "partly-paid" | "no-programme";

type ReceiptKey =
  | "title"
  | "intro"
  | "none"
  | "when"
  | "what"
  | "points"
  | "hash"
  | "proof"
  | "signed"
  | "unsigned"
  | "key"
  | "check"
  | "file"
  | "checker";
