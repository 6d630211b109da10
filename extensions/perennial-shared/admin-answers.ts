import type { IsoInstant } from "../../app/loyalty/summary.ts";

/** What the app answers to extensions in the admin, by path of `/api`. Points are decimal strings. */
export interface AdminAnswers {
  "admin/member": { member: MemberAtAGlance | null; may: { adjust: boolean } };
  "admin/order": { order: OrderExplained | null };
  "admin/adjust": Adjusted;
}

export interface MemberAtAGlance {
  available: string;
  pending: string;
  held: string;
  owed: string;
  /** What the merchant calls it; null where the programme has none. */
  tier: string | null;
  next: { name: string; missing: string; basis: "spend" | "points" | "orders" } | null;
  blocked: boolean;
  out: boolean;
  latest: Told[];
}

interface Told {
  key: string;
  at: IsoInstant;
  text: string;
}

export interface OrderExplained {
  name: string;
  points: string;
  pending: string;
  vestsAt: IsoInstant | null;
  because: { key: string; text: string }[];
  whyNot: string | null;
}

export type Adjusted =
  | { outcome: "adjusted" | "repeated" | "unknown-member" }
  | { outcome: "faults"; faults: string[] }
  | { outcome: "beyond-limit"; each: string | null; left: string | null };
