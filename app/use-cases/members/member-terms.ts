import { listCodeOwners } from "../../db/code-owners.ts";
import type { MemberFilter, Range } from "../../db/member-filter.ts";
import { listVersions } from "../../db/programmes.ts";
import { searchWords } from "../../db/search-words.ts";
import type { ShopRow } from "../../db/shops.ts";
import { endOfDayAfterDays, startOfMonthDay } from "../../loyalty/calendar.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import { memberIdIn } from "../membership/member-code.ts";
import type { Services } from "../services.ts";
import { endingLots } from "./ending-lots.ts";
import type { DayRange, MemberQuery, WholeRange } from "./member-query.ts";

const ID = /^#?([1-9]\d{0,17})$/;

/** What an address asks for, in the words of the database, as of this instant. */
export async function memberFilterOf(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  query: MemberQuery,
): Promise<MemberFilter> {
  const now = clock();
  const { ending, search } = query;
  const until = ending === null ? now : endOfDayAfterDays(shop.timezone, now, ending);
  return {
    search: search === "" ? null : { words: searchWords(search), named: await namedBy({ db }, shop, search) },
    ids: query.ids.length === 0 ? null : query.ids,
    tiers: query.tiers,
    balance: pointsIn(query.balance),
    earned: pointsIn(query.earned),
    has: query.has,
    active: activityIn(query, now),
    since: query.since === null ? null : daysOf(shop.timezone, query.since),
    ending:
      ending === null
        ? null
        : { now, until, lots: endingLots(await listVersions(db.sql, shop.id), { now, until }) },
    standing: query.standing,
    birthdayMonth: query.birthday,
    languages: query.languages,
    unusedReward: query.unusedReward ? now : null,
    neverRedeemed: query.neverRedeemed,
    segment: query.segment,
  };
}

/** Whom a search names without a word of theirs: by number, by the code of their card or of a reward. */
async function namedBy({ db }: Pick<Services, "db">, shop: ShopRow, search: string): Promise<MemberId[]> {
  const ids = [ID.exec(search)?.[1], memberIdIn(shop, search)];
  const owners = /\s/.test(search) ? [] : await listCodeOwners(db.sql, shop.id, search);
  return [...ids.filter((id) => typeof id === "string"), ...owners];
}

function pointsIn(range: WholeRange | null): Range<bigint> | null {
  const pointsOf = (text: string | null) => (text === null ? null : BigInt(text));
  return range === null ? null : { from: pointsOf(range.from), to: pointsOf(range.to) };
}

function activityIn({ active, quiet }: MemberQuery, now: Instant): Range<Instant> | null {
  if (active === null && quiet === null) return null;
  return {
    from: active === null ? null : now - active * DAY,
    to: quiet === null ? null : now - quiet * DAY,
  };
}

/** From the beginning of the first day to the end of the last, as days are in the shop's zone. */
export function daysOf(timezone: string, { from, to }: DayRange): Range<Instant> {
  return {
    from: from === null ? null : startOf(timezone, from),
    to: to === null ? null : endOfDayAfterDays(timezone, startOf(timezone, to), 0) - 1,
  };
}

function startOf(timezone: string, day: string): Instant {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  // A day that its month lacks is its last day.
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return startOfMonthDay(timezone, { year, month, day: Math.min(date, last) });
}
