/** What the address of the list of members says: pure, so that the page and the server read it alike. */

export interface WholeRange {
  /** Decimal strings; null for an open end. */
  from: string | null;
  to: string | null;
}

export interface DayRange {
  /** "2026-03-01", days of the shop's zone, both ends in it; null for an open end. */
  from: string | null;
  to: string | null;
}

export const FIGURES = ["pending", "held", "owed"] as const;
export type Figure = (typeof FIGURES)[number];
export const STANDINGS = ["in", "left", "blocked"] as const;
export type Standing = (typeof STANDINGS)[number];
export const SORTS = ["change", "balance", "earned", "since"] as const;
export type Sort = (typeof SORTS)[number];
/** Days that a page offers; an address may name any number up to the longest. */
export const DAYS_OFFERED = [7, 30, 60, 90, 180, 365] as const;
const MOST_DAYS = 3_650;

export interface MemberQuery {
  search: string;
  /** Customer ids that were chosen by hand; empty for everybody. */
  ids: string[];
  tiers: string[];
  balance: WholeRange | null;
  earned: WholeRange | null;
  has: Figure[];
  /** Something happened within so many days. */
  active: number | null;
  /** Nothing happened for so many days. */
  quiet: number | null;
  since: DayRange | null;
  /** Points end within so many days. */
  ending: number | null;
  standing: Standing | null;
  birthday: number | null;
  languages: string[];
  unusedReward: boolean;
  neverRedeemed: boolean;
  /** Its id. */
  segment: string | null;
  sort: Sort;
  descending: boolean;
}

const LONGEST_SEARCH = 100;
const MOST_NAMES = 50;
const MOST_IDS = 500;
const ID = /^[1-9]\d{0,17}$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const SEGMENT = /^[0-9a-f-]{36}$/;
const WHOLE = /^-?\d{1,15}$/;

/** Whatever cannot be read is left out: an address can be mistyped, never wrong. */
export function readMemberQuery(address: URLSearchParams): MemberQuery {
  const text = (name: string) => (address.get(name) ?? "").trim();
  const [sort, direction] = text("sort").split(" ");
  return {
    search: text("query").slice(0, LONGEST_SEARCH),
    ids: namesIn(text("ids"), MOST_IDS).filter((id) => ID.test(id)),
    tiers: namesIn(text("tier")),
    balance: rangeIn(text("balance"), WHOLE),
    earned: rangeIn(text("earned"), WHOLE),
    has: FIGURES.filter((figure) => namesIn(text("has")).includes(figure)),
    active: numberIn(text("active"), MOST_DAYS),
    quiet: numberIn(text("quiet"), MOST_DAYS),
    since: rangeIn(text("since"), DAY),
    ending: numberIn(text("ending"), MOST_DAYS),
    standing: STANDINGS.find((standing) => standing === text("standing")) ?? null,
    birthday: numberIn(text("birthday"), 12),
    languages: namesIn(text("language").toLowerCase()).filter((language) => /^[a-z]{2,3}$/.test(language)),
    unusedReward: text("reward") === "unused",
    neverRedeemed: text("redeemed") === "never",
    segment: SEGMENT.test(text("segment")) ? text("segment") : null,
    sort: SORTS.find((known) => known === sort) ?? "change",
    descending: direction !== "asc",
  };
}

/** What the address says beside the search: kept of a view, and the same for the same query. */
export function filterAddress(query: MemberQuery): URLSearchParams {
  const address = new URLSearchParams();
  const put = (name: string, value: string) => value !== "" && address.set(name, value);
  put("ids", query.ids.join(","));
  put("tier", query.tiers.join(","));
  put("balance", rangeText(query.balance));
  put("earned", rangeText(query.earned));
  put("has", query.has.join(","));
  put("active", query.active?.toString() ?? "");
  put("quiet", query.quiet?.toString() ?? "");
  put("since", rangeText(query.since));
  put("ending", query.ending?.toString() ?? "");
  put("standing", query.standing ?? "");
  put("birthday", query.birthday?.toString() ?? "");
  put("language", query.languages.join(","));
  put("reward", query.unusedReward ? "unused" : "");
  put("redeemed", query.neverRedeemed ? "never" : "");
  put("segment", query.segment ?? "");
  if (query.sort !== "change" || !query.descending)
    address.set("sort", `${query.sort} ${query.descending ? "desc" : "asc"}`);
  return address;
}

/** All of it, in one order. */
export function memberAddress(query: MemberQuery): URLSearchParams {
  const address = filterAddress(query);
  if (query.search !== "") address.set("query", query.search);
  return address;
}

/** Asked for nothing: everybody, whatever the order. */
export function asksForEverybody(query: MemberQuery): boolean {
  const { sort: _, descending: __, ...asked } = query;
  return memberAddress({ ...asked, sort: "change", descending: true }).size === 0;
}

function namesIn(text: string, most = MOST_NAMES): string[] {
  return [...new Set(text.split(",").map((name) => name.trim()))]
    .filter((name) => name !== "")
    .slice(0, most);
}

function numberIn(text: string, most: number): number | null {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}

/** "100..500", "100..", "..500". */
function rangeIn(text: string, end: RegExp): { from: string | null; to: string | null } | null {
  const [from = "", to, rest] = text.split("..");
  if (to === undefined || rest !== undefined || (from === "" && to === "")) return null;
  if ([from, to].some((part) => part !== "" && !end.test(part))) return null;
  return { from: from === "" ? null : from, to: to === "" ? null : to };
}

function rangeText(range: { from: string | null; to: string | null } | null): string {
  return range === null ? "" : `${range.from ?? ""}..${range.to ?? ""}`;
}
