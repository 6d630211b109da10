import type { Forms } from "../why/why-texts.ts";

/**
 * What a member reads on the shop's own pages and is answered there, besides rewards. Names in braces are filled in
 * with text that is formatted already; what is counted has a form for each plural category of the language.
 */
export interface MembershipTexts {
  /** What came of an action. */
  answers: Record<AnswerKey, string> & { claimed: Forms };
  /** What one order brought. */
  order: Record<OrderKey, string>;
  card: Record<CardKey, string>;
  /** Where a member says how it was. */
  feedback: Record<FeedbackKey, string>;
  page: Record<PageKey, string> & { claim: Forms; orders: Forms };
  earn: Record<EarnKey, string> & { days: Forms; times: Record<LimitPeriod, string> };
  /** What the file is called that a member may save: letters a to z and dashes, whatever the language. */
  files: { data: string };
}

type AnswerKey =
  /** {points} */
  | "have"
  /** {date}: the first day that it brings something. */
  | "birthday"
  | "birthdayOnly"
  | "birthdayNoDay"
  | "birthdayNotAsked"
  | "messagesOn"
  | "messagesOff"
  | "picksOn"
  | "picksOff"
  | "pickRefused"
  | "pickUnknown"
  | "tooOften"
  | "left"
  | "joined"
  /** {claimed} of {found}. */
  | "claimedSome"
  | "claimNone"
  | "claimUnverified"
  | "claimOut"
  | "blocked"
  | "unavailable"
  | "ownOnly"
  /** To staff, by their role. */
  | "notAllowed"
  | "nobody"
  | "unknownCode"
  | "feedback"
  | "feedbackEmpty"
  | "feedbackTooOften";

type FeedbackKey = "title" | "why" | "link" | "text" | "send";

type OrderKey =
  /** {points} */
  | "earned"
  /** {points}, {date} */
  | "earnedLater"
  | "nothing"
  | "unknown"
  /** {points}, {reward} */
  | "next";

/** Texts for reading aloud name the {code}. */
type CardKey = "title" | "intro" | "code" | "qr" | "barcode" | "keep";

type PageKey =
  | "title"
  | "guestTitle"
  | "guest"
  | "signIn"
  | "register"
  | "noProgramme"
  | "paused"
  | "back"
  | "toSpend"
  | "pending"
  | "pendingNext"
  | "held"
  | "owed"
  | "expiring"
  | "outTitle"
  | "outText"
  | "blockedTitle"
  | "blockedText"
  | "join"
  | "levels"
  | "yourLevel"
  | "progress"
  | "nextSpend"
  | "nextPoints"
  | "nextOrders"
  | "keepSpend"
  | "keepPoints"
  | "keepOrders"
  | "keepUntil"
  | "topLevel"
  | "levelFrom"
  | "levelFirst"
  | "levelTimes"
  | "underWay"
  | "shop"
  | "shopEmpty"
  | "cost"
  | "costPer"
  | "reachable"
  | "missing"
  | "waysToEarn"
  | "history"
  | "historyEmpty"
  | "older"
  | "receipt"
  | "card"
  | "cardText"
  | "birthday"
  | "birthdayWhy"
  | "month"
  | "day"
  | "save"
  | "messages"
  | "messagesWhy"
  | "messagesChoice"
  | "picks"
  | "picksWhy"
  | "picksChoice"
  | "refuseConfirm"
  | "refuseButton"
  | "claimTitle"
  | "claimButton"
  | "data"
  | "dataText"
  | "dataButton"
  | "leave"
  | "leaveText"
  | "leaveLink"
  | "leaveConfirm"
  | "leaveButton"
  | "preferences";

type EarnKey =
  /** {points}, {money} */
  | "rate"
  | "rateSome"
  /** {times} */
  | "multiplier"
  /** {points} */
  | "order"
  /** {points}, {money} */
  | "orderFrom"
  | "firstOrder"
  | "signup"
  | "birthday"
  /** {activity}, {points} */
  | "activity"
  /** {limit}: one of `times`. */
  | "limited"
  | "giftCards"
  /** {days} */
  | "pending"
  | "atOnce"
  | "until";

type LimitPeriod = "day" | "month" | "year" | "lifetime";
