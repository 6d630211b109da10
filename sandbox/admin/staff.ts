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

/** What staff may have their admin in, as each language calls itself. */
export const LANGUAGES: Readonly<Record<string, string>> = {
  en: "English",
  de: "Deutsch",
  "zh-CN": "简体中文",
};

const WHO = "sandbox_staff";
const LANGUAGE = "sandbox_language";

/** The staff member the browser is signed in as, in the language chosen there; the owner where nobody was chosen. */
export function staffOf(request: Request): Staff {
  const key = cookieOf(request, WHO);
  const [owner] = STAFF;
  if (!owner) throw new Error("The sandbox's admin has no staff.");
  const staff = STAFF.find((member) => member.key === key) ?? owner;
  const language = cookieOf(request, LANGUAGE);
  return language !== null && Object.hasOwn(LANGUAGES, language) ? { ...staff, locale: language } : staff;
}

/** Signs a member of staff in, with their own language. */
export function staffCookies(staff: Staff): string[] {
  return [cookie(WHO, staff.key), cookie(LANGUAGE, "")];
}

export function languageCookie(language: string): string {
  return cookie(LANGUAGE, language);
}

function cookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; SameSite=Lax; Max-Age=31536000`;
}

function cookieOf(request: Request, name: string): string | null {
  const cookies = request.headers.get("cookie") ?? "";
  return new RegExp(`(?:^|;\\s*)${name}=([\\w-]+)`).exec(cookies)?.[1] ?? null;
}
