import {
  countFeedback,
  countTopics,
  listFeedback as readFeedback,
  type Feedback,
  type FeedbackFilter,
  type TopicWeek,
} from "../../db/feedback.ts";
import { findNamings, type Naming } from "../../db/persons.ts";
import type { ShopRow } from "../../db/shops.ts";
import { dateOf } from "../../insight/days.ts";
import { TOPICS } from "../../insight/sentiment/topics/topics.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import { todayIn } from "../analytics/today.ts";
import type { PartState } from "../insight/part-states.ts";
import type { Services } from "../services.ts";
import { findSettings } from "../settings/shop-settings.ts";

const A_PAGE = 25;
/** Further back nobody pages by hand. */
const LAST_PAGE = 400;
const WEEKS_SHOWN = 12;

export interface FeedbackQuery {
  filter: FeedbackFilter;
  /** From 1. */
  page: number;
}

export interface FeedbackView {
  now: Instant;
  query: FeedbackQuery;
  counts: Awaited<ReturnType<typeof countFeedback>>;
  rows: Feedback[];
  hasNext: boolean;
  members: Record<MemberId, Naming>;
  /** The last weeks by their Mondays, and what was spoken of in them. */
  weeks: string[];
  topics: TopicWeek[];
  /** Whether notes of orders are read, and of which revision of the settings that is. */
  orderNotes: { areRead: boolean; revision: number };
}

const STATES = ["open", "answered", "closed"] as const;
const LABELS = ["positive", "neutral", "negative"] as const;

/** What a page's address asks for; what cannot be read is left out. It begins with what is open. */
export function readFeedbackQuery(address: URLSearchParams): FeedbackQuery {
  const one = <Value extends string>(name: string, values: readonly Value[]): Value | null =>
    values.find((value) => value === address.get(name)) ?? null;
  const page = Number(/^\d{1,3}$/.exec(address.get("page") ?? "")?.[0] ?? "1");
  const state = address.get("state") === "all" ? null : (one("state", STATES) ?? "open");
  return {
    filter: {
      ...{ state, label: one("label", LABELS), topic: one("topic", TOPICS) },
      overdue: state === "open" && address.get("overdue") === "yes",
    },
    page: Math.min(LAST_PAGE, Math.max(1, page)),
  };
}

export async function listFeedback(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  query: FeedbackQuery,
): Promise<FeedbackView> {
  const { sql } = db;
  const now = clock();
  const offset = (query.page - 1) * A_PAGE;
  const [found, counts, spoken, { settings, revision }] = await Promise.all([
    readFeedback(sql, shop.id, { filter: query.filter, now, offset, limit: A_PAGE + 1 }),
    countFeedback(sql, shop.id, now),
    listTopics({ db, clock }, shop),
    findSettings(sql, shop.id),
  ]);
  const rows = found.slice(0, A_PAGE);
  const ids = rows.flatMap(({ memberId }) => memberId ?? []);
  return {
    ...{ now, query, counts, rows, hasNext: found.length > A_PAGE },
    ...spoken,
    orderNotes: { areRead: settings.orderNotes, revision },
    members: Object.fromEntries(await findNamings(sql, shop.id, ids)),
  };
}

/** What was spoken of in the last weeks. */
export async function listTopics(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<Pick<FeedbackView, "weeks" | "topics">> {
  const now = clock();
  const weeks = weeksUntil(todayIn(shop.timezone, now));
  const since = now - (WEEKS_SHOWN + 1) * 7 * DAY;
  const counted = await countTopics(db.sql, shop.id, { since, timezone: shop.timezone });
  return { weeks, topics: counted.filter(({ week }) => weeks.includes(week)) };
}

/** How the inbox stands, for its card. */
export async function lookAtFeedback(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<PartState> {
  const { all } = await countFeedback(db.sql, shop.id, clock());
  return all === 0 ? { is: "nothing" } : { is: "some", count: all };
}

/** 1970-01-05 was the first of them. */
const MONDAY = 4;

function weeksUntil(today: number): string[] {
  const monday = today - ((today - MONDAY) % 7);
  return Array.from({ length: WEEKS_SHOWN }, (_, place) => dateOf(monday - 7 * (WEEKS_SHOWN - 1 - place)));
}
