import { endCell } from "./read-date-cell.ts";
import { csvLine } from "./write-csv.ts";

/** A member as they leave; points are decimal strings, instants in milliseconds. */
export interface LeavingMember {
  id: string;
  email: string | null;
  available: string;
  pending: string;
  tier: string | null;
  tierUntil: number | null;
  birthday: { month: number; day: number } | null;
  referralCode: string | null;
  /** What is available, by its dates. */
  lots: { points: string; earnedAt: number; expiresAt: number | null }[];
}

export interface Format {
  name: string;
  /** Whether a member without an e-mail address can be told of. */
  byEmail: boolean;
  header: readonly string[];
  /** Ends are written in a time zone: that of the shop. */
  rows(member: LeavingMember, timezone: string): string[][];
}

/**
 * The columns that other apps take members in by; ours is a row for each lot, and loses nothing of what is available.
 * docs/export-format.md says what stands behind each.
 */
export const FORMATS = {
  csv: {
    name: "CSV with lots",
    byEmail: false,
    header: [
      "customer_id",
      "email",
      "points",
      "expires_at",
      "earned_at",
      "tier",
      "tier_until",
      "referral_code",
      "birthday",
    ],
    rows: (member, timezone) => {
      const own = [
        member.tier ?? "",
        end(member.tierUntil, timezone),
        member.referralCode ?? "",
        birthdayOf(member, (month, day) => `${month}-${day}`),
      ];
      const lots =
        member.lots.length === 0 ? [{ points: "0", earnedAt: null, expiresAt: null }] : member.lots;
      return lots.map(({ points, earnedAt, expiresAt }) => {
        return [
          member.id,
          member.email ?? "",
          points,
          end(expiresAt, timezone),
          earnedAt === null ? "" : new Date(earnedAt).toISOString(),
          ...own,
        ];
      });
    },
  },
  smile: {
    name: "Smile",
    byEmail: true,
    header: ["email", "points"],
    rows: ({ email, available }) => [[email ?? "", available]],
  },
  loyaltylion: {
    name: "LoyaltyLion",
    byEmail: true,
    header: ["email", "points"],
    rows: ({ email, available }) => [[email ?? "", available]],
  },
  yotpo: {
    name: "Yotpo",
    byEmail: true,
    header: ["Email", "Points Balance", "Birthday (MM/DD) or (MM/DD/YYYY)"],
    rows: (member) => [
      [member.email ?? "", member.available, birthdayOf(member, (month, day) => `${month}/${day}`)],
    ],
  },
} as const satisfies Record<string, Format>;

export type FormatId = keyof typeof FORMATS;

export const FORMAT_IDS = Object.keys(FORMATS) as FormatId[];

export function isFormat(word: string): word is FormatId {
  return Object.hasOwn(FORMATS, word);
}

export function formatOf(id: FormatId): Format {
  return FORMATS[id];
}

export function memberLines(id: FormatId, member: LeavingMember, timezone: string): string {
  return formatOf(id).rows(member, timezone).map(csvLine).join("");
}

export function headerLine(id: FormatId): string {
  return csvLine(formatOf(id).header);
}

function end(at: number | null, timezone: string): string {
  return at === null ? "" : endCell(at, timezone);
}

function birthdayOf({ birthday }: LeavingMember, write: (month: string, day: string) => string): string {
  if (birthday === null) return "";
  const [month, day] = [birthday.month, birthday.day].map((part) => String(part).padStart(2, "0"));
  return write(month ?? "", day ?? "");
}
