import type { StaffProfile } from "./protocol.ts";

/** Who may be signed in to the sandbox's admin: two people, so that what an app allows to whom can be seen. */
export const STAFF: readonly (StaffProfile & { key: string; role: string })[] = [
  {
    key: "owner",
    id: 87_012_000_001,
    name: "Olive Garland",
    email: "olive@perennial-demo.example",
    role: "Owner",
    accountAccess: "Full access",
  },
  {
    key: "support",
    id: 87_012_000_002,
    name: "Sam Porter",
    email: "sam@perennial-demo.example",
    role: "Support",
    accountAccess: "Limited access",
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
