import { FIELDS, type Field, type Mapping } from "./fields.ts";
import { SOURCE_IDS, sourceOf, type SourceId } from "./sources.ts";

/** Headings that say what they are whoever writes them. */
const USUAL: Record<Field, readonly string[]> = {
  customerId: ["customer id", "shopify customer id", "shopify id", "customer shopify id", "merchant id"],
  email: ["email", "email address", "e mail", "customer email", "shopify customer email", "emails", "mail"],
  points: [
    "points balance",
    "current points balance",
    "points",
    "point balance",
    "current points",
    "available points",
    "approved points",
    "points approved",
    "remaining points",
    "loyalty points",
    "balance",
    "point",
  ],
  expiresAt: [
    "expires at",
    "points expire at",
    "points expire on",
    "points expiry",
    "points expiry date",
    "points expiration date",
    "expiry date",
    "expiration date",
  ],
  earnedAt: ["earned at", "earned on", "date earned", "points earned at"],
  tier: [
    "vip tier",
    "vip tier name",
    "tier",
    "tier name",
    "loyalty tier",
    "current tier",
    "vip level",
    "level",
  ],
  tierUntil: ["vip tier end date", "tier until", "tier end date", "tier expires at", "vip tier expires at"],
  referralCode: ["referral code", "referral link", "referral url"],
  birthday: ["birthday", "birthdate", "birth date", "date of birth"],
  historyAt: ["applied at", "transaction date"],
  historyPoints: ["points amount", "points change"],
  historyReason: ["reason", "external note"],
};

/** The part of a file's columns that must be an app's before the file is taken for its own. */
const LEAST_SHARE = 0.6;

export interface Guess {
  source: SourceId | null;
  kind: "members" | "history";
  mapping: Mapping;
}

/** What a file's heading says: whose file it is, and what its columns mean. The merchant may think otherwise. */
export function guessMapping(header: readonly string[], source: SourceId | null = recognise(header)): Guess {
  const mapping: Mapping = {};
  for (const field of FIELDS) {
    const column = columnOf(header, headingsOf(field, source));
    if (column !== null) mapping[field] = column;
  }
  const isHistory = mapping.historyPoints !== undefined && mapping.points === undefined;
  const left: Field[] = isHistory
    ? ["points", "expiresAt", "earnedAt", "tier", "tierUntil", "referralCode", "birthday"]
    : ["historyAt", "historyPoints", "historyReason"];
  for (const field of left) delete mapping[field];
  return { source, kind: isHistory ? "history" : "members", mapping };
}

/** The app whose columns these are; null where none is, or two could be. */
export function recognise(header: readonly string[]): SourceId | null {
  const headings = header.map(plain).filter((heading) => heading !== "");
  const scores = SOURCE_IDS.map((id) => ({ id, score: scoreOf(headings, id) })).sort(
    (a, b) => b.score - a.score,
  );
  const [best, second] = scores;
  if (best === undefined || best.score < LEAST_SHARE) return null;
  return second !== undefined && second.score === best.score ? null : best.id;
}

/** The share of the headings that are the app's, and one on top for each that is nobody else's. */
function scoreOf(headings: readonly string[], id: SourceId): number {
  const columns = sourceOf(id).columns.map(({ heading, sign }) => ({ heading: plain(heading), sign }));
  const own = columns.filter(({ heading }) => headings.includes(heading));
  const share = new Set(own.map(({ heading }) => heading)).size / Math.max(1, headings.length);
  return share < LEAST_SHARE ? 0 : share + own.filter(({ sign }) => sign).length;
}

function headingsOf(field: Field, source: SourceId | null): string[] {
  if (source === null) return [...USUAL[field]];
  const { columns } = sourceOf(source);
  const leftBehind = new Set(
    columns.filter((column) => column.field === null).map(({ heading }) => plain(heading)),
  );
  const own = columns.filter((column) => column.field === field).map(({ heading }) => heading);
  return [...own, ...USUAL[field].filter((heading) => !leftBehind.has(plain(heading)))];
}

function columnOf(header: readonly string[], headings: readonly string[]): number | null {
  for (const heading of headings) {
    const column = header.findIndex((candidate) => plain(candidate) === plain(heading));
    if (column !== -1) return column;
  }
  return null;
}

/** Letters and digits alone: "points_balance", "Points Balance" and "pointsBalance" are one. */
function plain(heading: string): string {
  return heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
