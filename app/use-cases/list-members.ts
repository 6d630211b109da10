import {
  listMembers as readMembers,
  type ListedMember,
  type MemberPlace,
  type MemberSort,
} from "../db/member-list.ts";
import type { ShopRow } from "../db/shops.ts";
import type { Instant } from "../loyalty/time.ts";
import { pageOf, type Side } from "./paging.ts";
import type { Services } from "./services.ts";

export const MEMBERS_A_PAGE = 25;
const LONGEST_SEARCH = 100;

export interface MemberQuery {
  search: string;
  sort: MemberSort;
  descending: boolean;
  from: { place: MemberPlace; side: Side } | null;
}

/** Points are decimal strings. */
export interface MemberRow {
  id: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  available: string;
  pending: string;
  owed: string;
  level: string | null;
  changedAt: Instant;
}

export interface MembersView {
  now: Instant;
  query: Omit<MemberQuery, "from">;
  members: MemberRow[];
  /** Queries of the neighbouring pages; null where there is none. */
  next: string | null;
  previous: string | null;
}

/** What a page's address asks for. Whatever cannot be read is left out: an address can be mistyped, never wrong. */
export function readMemberQuery(address: URLSearchParams): MemberQuery {
  const [sort, direction] = (address.get("sort") ?? "").split(" ");
  return {
    search: (address.get("query") ?? "").trim().slice(0, LONGEST_SEARCH),
    sort: sort === "balance" ? "balance" : "change",
    descending: direction !== "asc",
    from: placeIn(address, "after") ?? placeIn(address, "before"),
  };
}

function placeIn(address: URLSearchParams, side: Side): MemberQuery["from"] {
  const [, value, id] = /^(\d{1,18})_(\d{1,18})$/.exec(address.get(side) ?? "") ?? [];
  return value === undefined || id === undefined ? null : { place: { value, id }, side };
}

export async function listMembers(
  { db, clock }: Services,
  shop: ShopRow,
  query: MemberQuery,
): Promise<MembersView> {
  const { from, ...shown } = query;
  const search = query.search === "" ? null : query.search;
  const found = await readMembers(db.sql, shop.id, { ...query, search, limit: MEMBERS_A_PAGE + 1 });
  const { rows, hasNext, hasPrevious } = pageOf(found, MEMBERS_A_PAGE, from?.side ?? null);
  const placeOf = (member: ListedMember | undefined) =>
    member === undefined ? "" : placeText(member, query.sort);
  return {
    now: clock(),
    query: shown,
    members: rows.map(rowOf),
    next: hasNext && rows.length > 0 ? placeOf(rows.at(-1)) : null,
    previous: hasPrevious && rows.length > 0 ? placeOf(rows[0]) : null,
  };
}

function placeText(member: ListedMember, sort: MemberSort): string {
  return `${sort === "balance" ? member.available : member.changedAt}_${member.id}`;
}

function rowOf(member: ListedMember): MemberRow {
  return {
    ...member,
    available: member.available.toString(),
    pending: member.pending.toString(),
    owed: member.owed.toString(),
  };
}
