import type { StaffProfile } from "./protocol.ts";

/** A person of the store's staff, as the admin and the tokens of an app tell of them. */
export interface Person extends StaffProfile {
  key: string;
  /** What they are called in the list of who may be signed in. */
  role: string;
  accountOwner: boolean;
  /** Of their admin; null for the shop's. */
  locale: string | null;
}

/** Who may be signed in to the sandbox's admin: several people, so that what an app allows to whom can be seen. */
export const STAFF: readonly Person[] = [
  {
    key: "owner",
    id: 87_012_000_001,
    name: "Olive Garland",
    email: "olive@perennial-demo.example",
    role: "Owner",
    accountAccess: "Full access",
    accountOwner: true,
    locale: null,
  },
  {
    key: "support",
    id: 87_012_000_002,
    name: "Sam Porter",
    email: "sam@perennial-demo.example",
    role: "Support",
    accountAccess: "Limited access",
    accountOwner: false,
    locale: null,
  },
  {
    key: "manager",
    id: 87_012_000_003,
    name: "Marta Vogel",
    email: "marta@perennial-demo.example",
    role: "Marketing, in German",
    accountAccess: "Limited access",
    accountOwner: false,
    locale: "de",
  },
  {
    key: "accounts",
    id: 87_012_000_004,
    name: "Li Wei",
    email: "li@perennial-demo.example",
    role: "Accounts, in Chinese",
    accountAccess: "Limited access",
    accountOwner: false,
    locale: "zh-CN",
  },
];

export type Staff = (typeof STAFF)[number];

const COOKIE = "sandbox_staff";

/** The staff member the browser is signed in as; the owner where nobody was chosen. */
export function staffOf(request: Request): Staff {
  const cookies = request.headers.get("cookie") ?? "";
  const key = new RegExp(`(?:^|;\\s*)${COOKIE}=(\\w+)`).exec(cookies)?.[1];
  const owner = STAFF[0];
  if (!owner) throw new Error("The sandbox's admin has no staff.");
  return STAFF.find((staff) => staff.key === key) ?? owner;
}

export function staffCookie(staff: Staff): string {
  return `${COOKIE}=${staff.key}; Path=/; SameSite=Lax; Max-Age=31536000`;
}
