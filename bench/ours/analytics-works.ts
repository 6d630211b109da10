import { askForSavedSegment, savedName } from "../../app/db/figures/saved-segments.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { followLedger } from "../../app/use-cases/analytics/follow-ledger.ts";
import { glanceAtFigures } from "../../app/use-cases/analytics/glance.ts";
import { listEntries } from "../../app/use-cases/analytics/list-entries.ts";
import { REPORTS } from "../../app/use-cases/analytics/report.ts";
import { showReport } from "../../app/use-cases/analytics/show-report.ts";
import { transactionsOf, writeLargeLedger } from "../large-ledger.ts";
import type { Shown } from "../protocol.ts";
import { PROGRAMME } from "./perennial.ts";
import type { Ground, OurWork } from "./work.ts";

/** A million entries are a hundred thousand members. */
const ORDERS_OF_EACH = 4;
const MONTHS = 18;
const DAY = 86_400_000;
const LEVELS = ["bronze", "silver", "gold"];
const LANGUAGES = ["en", "de", "fr", "zh"];

const TIERED = {
  ...PROGRAMME,
  effectiveFrom: "2024-01-01T00:00:00Z",
  points: { pendingDays: 14, expiry: { kind: "lots", months: 12 } },
  tiers: {
    basis: "spend",
    window: { kind: "lifetime" },
    levels: LEVELS.map((id, place) => ({ id, at: `${place * 100}.00` })),
  },
  rewards: [{ id: "five-off", kind: "amount", cost: 100, value: "5.00" }],
};

/** Every tenth member is in it. */
const SEGMENT = "every-tenth";

/** What is asked is never the same twice in a row: any time, compared with any, of any segment and currency. */
const ASKED = ["last-30", "last-12-months", "all", "last-month", "this-year", "last-90"].flatMap(
  (range, place) =>
    ["", "tier:silver", "language:de", savedName(SEGMENT)].map((segment) => {
      const compare = ["previous", "year-before"][place % 2] ?? "none";
      const currency = ["", PROGRAMME.currency, "EUR"][place % 3] ?? "";
      return new URLSearchParams({ range, compare, segment, currency });
    }),
);

/** Reports of a large shop, from the question to everything that a page is made of. */
export function analyticsWorks({
  services,
  addShop,
}: Ground): Record<"sum-ledger" | `show-${Shown}`, OurWork> {
  let shop: ShopRow | undefined;
  let asking = 0;
  const prepare: OurWork["prepare"] = async ({ transactions }) => {
    shop ??= await layShop(
      await addShop("analytics", { isVerified: false, programme: TIERED }),
      transactions,
    );
  };
  const showing = (show: (shop: ShopRow, asked: URLSearchParams) => Promise<unknown>): OurWork => ({
    prepare,
    async once() {
      const asked = ASKED[asking++ % ASKED.length];
      if (shop === undefined || asked === undefined) throw new Error("there is no shop to report on yet");
      await show(shop, asked);
      return 1;
    },
  });

  async function layShop(empty: ShopRow, transactions: number): Promise<ShopRow> {
    const members = Math.ceil(transactions / transactionsOf(ORDERS_OF_EACH));
    const first = services.clock() - MONTHS * 30 * DAY;
    // Members join all along, and order again after longer and longer times.
    const orderAt = (member: number, n: number) =>
      first +
      ((member * 7_919) % (MONTHS * 20)) * DAY +
      (n - 1) * (10 + (member % 31)) * DAY +
      (member % 86_400) * 1_000;
    const level = (member: number) => LEVELS[member % 7 === 0 ? 2 : member % 3 === 0 ? 1 : 0] ?? "bronze";
    await writeLargeLedger(services.db, empty, { members, orders: ORDERS_OF_EACH, orderAt, level });
    await layRest(empty);
    await followLedger(services, empty.id);
    await laySegment(empty);
    return empty;
  }

  /** A saved segment that was asked of before: how long it takes to be added up first is a job's time, and no page's. */
  async function laySegment({ id }: ShopRow): Promise<void> {
    const { sql } = services.db;
    const now = new Date(services.clock());
    await sql.query(
      `INSERT INTO segment_member (shop_id, segment_id, member_id, since)
       SELECT shop_id, $2, id, $3 FROM member WHERE shop_id = $1 AND id % 10 = 0`,
      [id, SEGMENT, now],
    );
    await sql.query(
      `INSERT INTO segment (shop_id, id, handle, name, definition, revision, made_at, made_by, saved_at, saved_by,
         followed_at, followed_revision, members)
       SELECT $1, $2, $2, $2, '{"all": []}', 1, $3, '', $3, '', $3, 1, count(*)::int FROM segment_member WHERE shop_id = $1`,
      [id, SEGMENT, now],
    );
    await askForSavedSegment(sql, id, { id: SEGMENT, now: services.clock() });
    await followLedger(services, id);
  }

  /** Languages, rewards and moves between levels, as the app keeps them, and the ledger in the order of its days. */
  async function layRest({ id }: ShopRow): Promise<void> {
    const { sql } = services.db;
    await sql.query(
      `INSERT INTO person (shop_id, member_id, locale) SELECT shop_id, id, ($2::text[])[1 + id % 4] FROM member
       WHERE shop_id = $1`,
      [id, LANGUAGES],
    );
    await sql.query(
      `INSERT INTO redemption (shop_id, id, member_id, state, record)
       SELECT shop_id, substr(key, 8), member_id, 'taken', jsonb_build_object('rewardId', 'five-off', 'version', 1,
         'heldAt', (extract(epoch FROM at) * 1000)::bigint, 'cost', jsonb_build_object('$n', '100'), 'units', NULL)
       FROM ledger_transaction WHERE shop_id = $1 AND kind = 'hold'`,
      [id],
    );
    await sql.query(
      `INSERT INTO level_change (shop_id, member_id, at, from_level, to_level)
       SELECT shop_id, member_id, at, CASE WHEN seq = 1 THEN NULL ELSE 'bronze' END, CASE WHEN seq = 1 THEN 'bronze' ELSE 'silver' END
       FROM ledger_transaction WHERE shop_id = $1 AND seq IN (1, 5)`,
      [id],
    );
    // Every third order is paid in euros.
    await sql.query(
      `UPDATE "order" SET snapshot = jsonb_build_object('order', jsonb_build_object('paid',
         jsonb_build_object('currency', 'EUR', 'total', jsonb_build_object('$n', '14000'))))
       WHERE shop_id = $1 AND id % 3 = 0`,
      [id],
    );
    // Written member by member; a shop's ledger grows day by day, and lies so.
    await sql.query(`CREATE INDEX by_day ON ledger_transaction (at)`);
    await sql.query(`CLUSTER ledger_transaction USING by_day`);
    await sql.query(`DROP INDEX by_day`);
    await sql.query(`ANALYZE`);
  }

  const reports = REPORTS.map((report): [`show-${Shown}`, OurWork] => [
    `show-${report}`,
    showing((of, asked) => showReport(services, of, { report, asked })),
  ]);
  return {
    ...(Object.fromEntries(reports) as Record<`show-${(typeof REPORTS)[number]}`, OurWork>),
    "show-home": showing((of) => glanceAtFigures(services, of)),
    "show-entries": showing((of, asked) =>
      listEntries(services, of, new URLSearchParams([...asked, ["flow", "redeemed"]])),
    ),
    "sum-ledger": showing((of) =>
      services.db.sql.query(
        `SELECT (t.at AT TIME ZONE $2)::date AS day, p.debit, p.credit, sum(p.points) FROM ledger_transaction t
         JOIN posting p ON p.shop_id = t.shop_id AND p.transaction_id = t.id WHERE t.shop_id = $1 GROUP BY 1, 2, 3`,
        [of.id, of.timezone],
      ),
    ),
  };
}
