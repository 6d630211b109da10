import type { Field, Notation } from "./fields.ts";

/** A column that an app writes, or takes in. */
interface SourceColumn {
  heading: string;
  /** What it means to us; null for what is left behind. */
  field: Field | null;
  /** Whether the app's own pages name the heading, or we expect it by what they say of its data. */
  known: "documented" | "guess";
  /** No other app heads a column so: enough to tell whose file it is. */
  sign?: true;
}

export interface Source {
  name: string;
  columns: readonly SourceColumn[];
  dateOrder?: Notation["dateOrder"];
}

const said = (heading: string, field: Field | null, sign?: true): SourceColumn =>
  sign === undefined
    ? { heading, field, known: "documented" }
    : { heading, field, known: "documented", sign };
const guessed = (heading: string, field: Field | null, sign?: true): SourceColumn =>
  sign === undefined ? { heading, field, known: "guess" } : { heading, field, known: "guess", sign };

/** Where members come from, with the columns of their files. docs/moving-in.md says what stands behind each. */
export const SOURCES = {
  smile: {
    name: "Smile",
    dateOrder: "mdy",
    columns: [
      said("email", "email"),
      said("points", "points"),
      said("Points Balance", "points"),
      said("VIP Tier Name", "tier"),
      said("Customer Status", null, true),
      said("Customer Name", null),
      said("Birth Date", "birthday"),
      said("date_of_birth", "birthday"),
      said("points_balance", "points"),
      said("referral_url", "referralCode"),
      said("state", null),
      guessed("vip_tier", "tier"),
      guessed("Referral URL", "referralCode"),
      guessed("Date Joined", null, true),
      guessed("VIP Tier Expires At", "tierUntil", true),
    ],
  },
  loyaltylion: {
    name: "LoyaltyLion",
    columns: [
      said("merchant_id", "customerId", true),
      said("email", "email"),
      said("points", "points"),
      said("points_approved", "points", true),
      said("points_pending", null, true),
      said("points_spent", null),
      said("rewards_claimed", null, true),
      said("birthday", "birthday"),
      said("referral_id", null, true),
      said("referral_url", "referralCode"),
      said("enrolled", null),
      guessed("Approved points", "points", true),
      guessed("Pending points", null),
      guessed("Lifetime points", null),
      guessed("Loyalty tier", "tier"),
      guessed("loyalty_tier_name", "tier", true),
      guessed("tier_expires_at", "tierUntil"),
      guessed("Customer ID", "customerId"),
    ],
  },
  yotpo: {
    name: "Yotpo",
    dateOrder: "mdy",
    columns: [
      said("Full Name", null),
      said("First Name", null),
      said("Last Name", null),
      said("Email", "email"),
      said("Emails", "email", true),
      said("Points", "points"),
      said("Points Balance", "points"),
      said("Points Spent", null),
      said("Birthday", "birthday"),
      said("Birthday (MM/DD) or (MM/DD/YYYY)", "birthday", true),
      said("Current Points Balance", "points", true),
      said("Referral Link", "referralCode"),
      guessed("Anniversary", null, true),
      guessed("Opted In", null, true),
      guessed("VIP Tier", "tier"),
      guessed("Points Expiration Date", "expiresAt", true),
    ],
  },
  rivo: {
    name: "Rivo",
    columns: [
      said("Email", "email"),
      said("Points Balance", "points"),
      said("Birthdate", "birthday"),
      said("VIP Tier", "tier"),
      said("Activation Date", null, true),
      said("Credits Balance", null, true),
      said("customer_id", "customerId"),
      said("points_amount", "historyPoints", true),
      said("credits_amount", null, true),
      said("source", null),
      said("internal_note", null),
      said("external_note", "historyReason", true),
      said("applied_at", "historyAt", true),
      said("approved_at", null),
      said("revoked_at", null),
      said("expires_at", null),
      said("order_id", null),
      said("custom_action_name", null),
      said("earning_rule_id", null, true),
      said("points_purchases_id", null, true),
    ],
  },
  stamped: {
    name: "Stamped",
    columns: [
      said("first_name", null),
      said("last_name", null),
      said("email", "email"),
      said("points", "points"),
      said("add_points", null, true),
      said("birthday", "birthday"),
      said("vip_tier", "tier"),
      said("vip_tier_end_date", "tierUntil", true),
      guessed("totalPoints", "points", true),
    ],
  },
  growave: {
    name: "Growave",
    columns: [
      said("Customer ID", "customerId"),
      said("email", "email"),
      said("points", "points"),
      said("first_name", null),
      said("last_name", null),
      said("birthdate", "birthday"),
      guessed("Tier", "tier"),
      guessed("Spent points", null),
      guessed("Points spent", null),
    ],
  },
  joy: {
    name: "Joy",
    columns: [
      said("Customer Name", null),
      said("VIP Tier Name", "tier"),
      said("Birth Date", "birthday"),
      said("Points Balance", "points"),
      said("Email", "email"),
      guessed("Shopify Customer ID", "customerId"),
      guessed("Point", "points", true),
      guessed("Lifetime points", null),
      guessed("Tier", "tier"),
      guessed("Date of birth", "birthday"),
      guessed("Joy customer ID", null, true),
    ],
  },
  bon: {
    name: "BON",
    columns: [
      guessed("Shopify Customer ID", "customerId"),
      guessed("Customer Email", "email"),
      guessed("Email", "email"),
      guessed("Points", "points"),
      guessed("Total earned points", null, true),
      guessed("Total redeemed points", null, true),
      guessed("VIP tier", "tier"),
      guessed("Birthday", "birthday"),
      guessed("Referral link", "referralCode"),
    ],
  },
  appstle: {
    name: "Appstle",
    columns: [
      guessed("Customer Id", "customerId"),
      guessed("Customer Email", "email"),
      guessed("Customer Name", null),
      guessed("Available Points", "points", true),
      guessed("Credited Points", null, true),
      guessed("Spent Points", null),
      guessed("VIP Tier", "tier"),
      guessed("Date Of Birth", "birthday"),
      guessed("Referral Link", "referralCode"),
    ],
  },
  perennial: {
    name: "Perennial",
    columns: [
      said("customer_id", "customerId"),
      said("email", "email"),
      said("points", "points"),
      said("expires_at", "expiresAt"),
      said("earned_at", "earnedAt", true),
      said("tier", "tier"),
      said("tier_until", "tierUntil", true),
      said("referral_code", "referralCode"),
      said("birthday", "birthday"),
      said("date", "historyAt"),
      said("points_change", "historyPoints", true),
      said("reason", "historyReason"),
    ],
  },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;

export const SOURCE_IDS = Object.keys(SOURCES) as SourceId[];

export function isSource(word: string): word is SourceId {
  return Object.hasOwn(SOURCES, word);
}

export function sourceOf(id: SourceId): Source {
  return SOURCES[id];
}
