import { findNamings, type Naming } from "../../db/persons.ts";
import type { ShopRow } from "../../db/shops.ts";
import { listActions, type ActionFilter, type LoggedAction } from "../../db/staff-activity.ts";
import { listStaffMembers } from "../../db/staff-members.ts";
import { nextMidnight, startOfMonthDay } from "../../loyalty/calendar.ts";
import type { Instant } from "../../loyalty/time.ts";
import { pageOf, type Side } from "../paging.ts";
import { programmeLabels } from "../programme-labels.ts";
import type { Services } from "../services.ts";
import { ACTION_GROUPS, actionsOf, type ActionGroup } from "./actions.ts";

export const ACTIONS_A_PAGE = 50;

export interface ActivityQuery {
  staff: string | null;
  group: ActionGroup | null;
  /** Days of the shop, as 2026-07-01, both inclusive. */
  from: string | null;
  to: string | null;
  place: { id: string; side: Side } | null;
}

export interface ActivityView {
  now: Instant;
  query: Omit<ActivityQuery, "place">;
  rows: LoggedAction[];
  /** Members whom these lines are about, as far as they have names. */
  members: Record<string, Naming>;
  /** Everybody who has opened the app, and what they are called as far as that is known. */
  people: string[];
  names: Record<string, string>;
  next: string | null;
  previous: string | null;
}

/** What a page's address asks for; what cannot be read is left out. */
export function readActivityQuery(address: URLSearchParams): ActivityQuery {
  const group = address.get("group");
  const place = (side: Side) => {
    const id = /^\d{1,18}$/.exec(address.get(side) ?? "")?.[0];
    return id === undefined ? null : { id, side };
  };
  return {
    staff: /^[\w-]{1,64}$/.exec(address.get("staff") ?? "")?.[0] ?? null,
    group: ACTION_GROUPS.find((one) => one === group) ?? null,
    from: dateIn(address, "from"),
    to: dateIn(address, "to"),
    place: place("after") ?? place("before"),
  };
}

/** A day of the calendar; null for what is none, such as 30 February. */
function dateIn(address: URLSearchParams, name: string): string | null {
  const date = /^\d{4}-\d{2}-\d{2}$/.exec(address.get(name) ?? "")?.[0] ?? "";
  const instant = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(date) ? null : date;
}

/** Who did what, the newest first. */
export async function listActivity(
  services: Pick<Services, "db" | "clock" | "rewardTitle">,
  shop: ShopRow,
  query: ActivityQuery,
  locale: string,
): Promise<ActivityView> {
  const { db, clock } = services;
  const { sql } = db;
  const { place, ...asked } = query;
  const page = { ...filterOf(shop, query), place, limit: ACTIONS_A_PAGE + 1 };
  const found = await listActions(sql, shop.id, page);
  const { rows, hasNext, hasPrevious } = pageOf(found, ACTIONS_A_PAGE, place?.side ?? null);
  const ids = rows.flatMap(({ subject }) => (subject?.kind === "member" ? subject.id : []));
  const people = await listStaffMembers(sql, shop.id);
  const { rewards } = await programmeLabels(services, shop, locale);
  return {
    now: clock(),
    query: asked,
    rows: rows.map((row) => withRewardNamed(row, rewards)),
    members: Object.fromEntries(await findNamings(sql, shop.id, ids)),
    people: people.map(({ id }) => id),
    names: Object.fromEntries(people.flatMap(({ id, name }) => (name === "" ? [] : [[id, name]]))),
    next: hasNext ? (rows.at(-1)?.id ?? null) : null,
    previous: hasPrevious ? (rows[0]?.id ?? null) : null,
  };
}

function withRewardNamed(row: LoggedAction, rewards: Readonly<Record<string, string>>): LoggedAction {
  const { reward } = row.detail;
  if (reward === undefined || !Object.hasOwn(rewards, reward)) return row;
  return { ...row, detail: { ...row.detail, reward: rewards[reward] ?? reward } };
}

export function filterOf(shop: ShopRow, { staff, group, from, to }: ActivityQuery): ActionFilter {
  return {
    staff,
    actions: group === null ? null : actionsOf(group),
    from: from === null ? null : startOf(shop, from),
    until: to === null ? null : nextMidnight(shop.timezone, startOf(shop, to)),
  };
}

function startOf({ timezone }: ShopRow, date: string): Instant {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return startOfMonthDay(timezone, { year, month, day });
}
