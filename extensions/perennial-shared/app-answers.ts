import type { AdminAnswers } from "./admin-answers.ts";
import type {
  IsoInstant,
  LoyaltySummary,
  ProgrammeSummary,
  RedemptionSummary,
  RewardSummary,
  RewardState,
  Whole,
} from "../../app/loyalty/summary.ts";

/** What the app answers, by path of `/api`. Texts are sentences in the language that was asked for. */
export interface Answers extends AdminAnswers {
  member: { member: LoyaltySummary | null; customer?: string };
  programme: { programme: ProgrammeSummary | null };
  /** `redemptions` where they were asked for, by `with`. */
  rewards: { member: { available: Whole } | null; rewards: RewardOffer[]; redemptions?: RedemptionTold[] };
  redemptions: { redemptions: RedemptionTold[] };
  account: Account;
  order: OrderPoints;
  card: MemberCard;
  redeem: Redeemed;
  cancel: Done;
  birthday: Done;
  preferences: Done;
  leave: Done;
  join: Done;
  claim: Done;
}

export interface RewardOffer extends RewardSummary {
  title: string;
  reachable: boolean;
  /** Points that are missing; null where points are not what is missing. */
  missing: Whole | null;
  why: string | null;
  /** Why it cannot be had now. */
  text: string | null;
}

export interface RedemptionTold extends Omit<RedemptionSummary, "state"> {
  title: string;
  minimum: string | null;
  state: RewardState | "used" | "returned" | "not-made";
  canCancel: boolean;
  text: string;
}

export interface Account {
  birthday: { month: number; day: number } | null;
  /** Whether the shop gives anything for one. */
  birthdayAsked: boolean;
  /** Whether the member wants to hear of their points. */
  messages: boolean;
  /** Whether they are shown products that were chosen for them. */
  recommendations: boolean;
  out: boolean;
  /** Orders placed as a guest that could be taken over. */
  claimable: number;
}

export interface OrderPoints {
  /** `unknown`: nobody told the app of the order yet; `nothing`: it earns nothing, `text` says why. */
  state: "known" | "unknown" | "nothing";
  points: Whole | null;
  /** null where the points are available already. */
  availableAt: IsoInstant | null;
  text: string;
  /** The reward that takes the fewest points more. */
  next: { title: string; missing: Whole; text: string } | null;
}

export interface MemberCard {
  code: string;
  /** SVG. */
  qr: string;
  barcode: string;
}

export interface Done {
  outcome: string;
  text: string;
  member?: LoyaltySummary | null;
}

export interface Redeemed extends Done {
  /** With its code, where the store made it in time. */
  redemption?: RedemptionTold;
}
