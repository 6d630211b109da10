import { findIssueOfCode } from "../../db/issue-list.ts";
import { listCodes as readCodes, type CodePlace, type ListedCode } from "../../db/redemption-list.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Instant } from "../../loyalty/time.ts";
import { daysOf } from "../members/member-terms.ts";
import { memberIdIn } from "../membership/member-code.ts";
import { pageOf, type Side } from "../paging.ts";
import { programmeLabels } from "../programme-labels.ts";
import type { Services } from "../services.ts";
import { codeAddress, readCodeQuery, type CodeQuery, type CodeState } from "./code-query.ts";

export const CODES_A_PAGE = 25;

export interface CodeListQuery {
  query: CodeQuery;
  from: { place: CodePlace; side: Side } | null;
}

export interface CodeLine {
  id: string;
  /** As the merchant calls it. */
  reward: string;
  state: CodeState;
  code: string | null;
  points: string;
  heldAt: Instant;
  endsAt: Instant | null;
  member: { id: string; firstName: string | null; lastName: string | null; email: string | null };
  /** Of the order that took it. */
  order: string | null;
  reason: string | null;
}

export interface CodesView {
  now: Instant;
  query: CodeQuery;
  codes: CodeLine[];
  rewards: { id: string; name: string }[];
  /** The gift to many that the searched code belongs to; null for none. */
  issue: string | null;
  /** Nobody has redeemed anything yet. */
  isEmpty: boolean;
  next: string | null;
  previous: string | null;
}

export function readCodeListQuery(address: URLSearchParams): CodeListQuery {
  return {
    query: readCodeQuery(address),
    from: placeIn(address, "after") ?? placeIn(address, "before"),
  };
}

function placeIn(address: URLSearchParams, side: Side): CodeListQuery["from"] {
  const [, heldAt, id] = /^(\d{1,16})_(.{1,100})$/.exec(address.get(side) ?? "") ?? [];
  return heldAt === undefined || id === undefined ? null : { place: { heldAt: Number(heldAt), id }, side };
}

/** Every redemption of the shop, the newest first. */
export async function listCodes(
  services: Services,
  shop: ShopRow,
  { query, from }: CodeListQuery,
  locale = "en",
): Promise<CodesView> {
  const { sql } = services.db;
  const { search, states, rewards } = query;
  const days = query.days === null ? { from: null, to: null } : daysOf(shop.timezone, query.days);
  const memberId = search === "" ? null : (/^[1-9]\d{0,17}$/.exec(search)?.[0] ?? memberIdIn(shop, search));
  const code = search === "" ? null : search.toLowerCase();
  const filter = { states, rewards, ...days, code, memberId };
  const found = await readCodes(sql, shop.id, { filter, from, limit: CODES_A_PAGE + 1 });
  const { rows, hasNext, hasPrevious } = pageOf(found, CODES_A_PAGE, from?.side ?? null);
  const labels = await programmeLabels(services, shop, locale);
  const placeText = (listed: ListedCode | undefined) =>
    listed === undefined ? null : `${listed.record.heldAt}_${listed.record.id}`;
  return {
    now: services.clock(),
    query,
    codes: rows.map((listed) => codeLine(listed, labels.rewards)),
    rewards: Object.entries(labels.rewards).map(([id, name]) => ({ id, name })),
    issue: rows.length > 0 || search === "" ? null : await findIssueOfCode(sql, shop.id, search),
    isEmpty: rows.length === 0 && from === null && codeAddress(query).size === 0,
    next: hasNext ? placeText(rows.at(-1)) : null,
    previous: hasPrevious ? placeText(rows[0]) : null,
  };
}

export function codeLine(
  { record, state, reason, orderName, firstName, lastName, email }: ListedCode,
  rewards: Record<string, string>,
): CodeLine {
  return {
    ...{ id: record.id, state, code: record.code, heldAt: record.heldAt, endsAt: record.endsAt },
    reward: rewards[record.rewardId] ?? record.rewardId,
    points: record.cost.toString(),
    member: { id: record.memberId, firstName, lastName, email },
    order: orderName,
    reason: state === "making" || state === "not-made" ? reason : null,
  };
}
