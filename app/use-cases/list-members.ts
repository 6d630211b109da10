import {
  hasMembers,
  listMembers as readMembers,
  placeOf,
  type ListedMember,
  type MemberPlace,
} from "../db/member-list.ts";
import { listLanguages } from "../db/person-locale.ts";
import { listSegmentNames } from "../db/segments/segments.ts";
import type { ShopRow } from "../db/shops.ts";
import type { Instant } from "../loyalty/time.ts";
import { asksForEverybody, readMemberQuery, type MemberQuery } from "./members/member-query.ts";
import { memberFilterOf } from "./members/member-terms.ts";
import { pageOf, type Side } from "./paging.ts";
import { programmeLabels } from "./programme-labels.ts";
import type { Services } from "./services.ts";

export const MEMBERS_A_PAGE = 25;

export interface MemberListQuery {
  query: MemberQuery;
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
  held: string;
  owed: string;
  earned: string;
  /** As the merchant calls it. */
  level: string | null;
  standing: "in" | "left" | "blocked";
  knownSince: Instant;
  changedAt: Instant;
}

export interface MembersView {
  now: Instant;
  query: MemberQuery;
  members: MemberRow[];
  /** null where there are more than are counted on the way: the page asks for the number by itself. */
  matching: number | null;
  /** Nobody is a member yet. */
  isEmpty: boolean;
  tiers: { id: string; name: string }[];
  /** Languages that members speak, "de". */
  languages: string[];
  segments: { id: string; name: string }[];
  /** Queries of the neighbouring pages; null where there is none. */
  next: string | null;
  previous: string | null;
}

/** What a page's address asks for. Whatever cannot be read is left out: an address can be mistyped, never wrong. */
export function readMemberListQuery(address: URLSearchParams): MemberListQuery {
  return {
    query: readMemberQuery(address),
    from: placeIn(address, "after") ?? placeIn(address, "before"),
  };
}

function placeIn(address: URLSearchParams, side: Side): MemberListQuery["from"] {
  const [, value, id] = /^(-?\d{1,18})_(\d{1,18})$/.exec(address.get(side) ?? "") ?? [];
  return value === undefined || id === undefined ? null : { place: { value, id }, side };
}

export async function listMembers(
  services: Services,
  shop: ShopRow,
  { query, from }: MemberListQuery,
  locale = "en",
): Promise<MembersView> {
  const { sql } = services.db;
  const filter = await memberFilterOf(services, shop, query);
  const { sort, descending } = query;
  const page = { filter, sort, descending, from, limit: MEMBERS_A_PAGE + 1 };
  const found = await readMembers(sql, shop.id, page);
  const { rows, hasNext, hasPrevious } = pageOf(found.members, MEMBERS_A_PAGE, from?.side ?? null);
  const labels = await programmeLabels(services, shop, locale);
  const nameOf = new Map(labels.tiers.map(({ id, name }) => [id, name]));
  const placeText = (member: ListedMember | undefined) => {
    if (member === undefined) return null;
    const { value, id } = placeOf(member, sort);
    return `${value}_${id}`;
  };
  const isEmpty = rows.length === 0 && from === null && asksForEverybody(query);
  return {
    now: services.clock(),
    query,
    members: rows.map((member) => rowOf(member, nameOf)),
    matching: found.matching,
    isEmpty: isEmpty && !(await hasMembers(sql, shop.id)),
    tiers: labels.tiers,
    languages: await listLanguages(sql, shop.id),
    segments: await listSegmentNames(sql, shop.id),
    next: hasNext ? placeText(rows.at(-1)) : null,
    previous: hasPrevious ? placeText(rows[0]) : null,
  };
}

function rowOf(member: ListedMember, nameOf: ReadonlyMap<string, string>): MemberRow {
  const { id, firstName, lastName, email, level, knownSince, changedAt } = member;
  return {
    ...{ id, firstName, lastName, email, knownSince, changedAt },
    available: member.available.toString(),
    pending: member.pending.toString(),
    held: member.held.toString(),
    owed: member.owed.toString(),
    earned: member.earned.toString(),
    level: level === null ? null : (nameOf.get(level) ?? level),
    standing: member.isBlocked ? "blocked" : member.isOut ? "left" : "in",
  };
}
