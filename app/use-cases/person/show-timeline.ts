import { findExpiredOf, findExpiries, findUsedKeys } from "../../db/expiries.ts";
import { findNamings } from "../../db/persons.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { smaller } from "../../loyalty/points.ts";
import { reinstatementKey } from "../../loyalty/reinstatement.ts";
import type { Instant } from "../../loyalty/time.ts";
import { explainOrders } from "../explain/explain-order.ts";
import { describeTransactions } from "../ledger-entries.ts";
import type { Services } from "../services.ts";
import { effectsOfChanges } from "./change-effects.ts";
import { firstCounts } from "./first-counts.ts";
import { readTimeline, type Happened, type TimelineQuery } from "./read-timeline.ts";
import { reversalsOf } from "./reversals.ts";
import { timelineEntry, type Around, type TimelineEntry } from "./timeline-entries.ts";
import { writePlaces } from "./timeline-place.ts";

export interface TimelineView {
  entries: TimelineEntry[];
  /** What the address of the next page says; null where there is none. */
  older: string | null;
}

/** A page of everything that happened to a person, each thing with its why. */
export async function showTimeline(
  services: Services,
  shop: ShopRow,
  query: TimelineQuery & { knownSince: Instant },
): Promise<TimelineView> {
  const { happened, older } = await readTimeline(services, shop, query);
  const around = await aroundOf(services, shop, { memberId: query.memberId, happened });
  return {
    entries: happened.map((one) => timelineEntry(one, around)),
    older: older === null ? null : writePlaces(older),
  };
}

async function aroundOf(
  services: Services,
  shop: ShopRow,
  { memberId, happened }: { memberId: MemberId; happened: readonly Happened[] },
): Promise<Around> {
  const { sql } = services.db;
  const transactions = happened.flatMap((one) => (one.of === "ledger" ? [one.transaction] : []));
  const described = await describeTransactions(sql, shop.id, transactions);
  const orders = happened.flatMap((one) => (one.of === "order" ? [one.order.id] : []));
  const others = happened.flatMap((one) =>
    one.of === "word" && one.word.kind === "customers-merged" ? [one.word.deletedId] : [],
  );
  const namings = await findNamings(sql, shop.id, others);
  return {
    currency: shop.currency,
    memberId,
    now: services.clock(),
    entries: new Map(described.map((entry) => [entry.key, entry])),
    effects: await effectsOfChanges(
      sql,
      shop,
      happened.flatMap((one) => (one.of === "change" ? [one] : [])),
    ),
    firstCounts: await firstCounts(sql, shop, orders),
    whyNot: await explainOrders(services, shop, orders),
    reinstatable: await reinstatableOf(services, shop, {
      memberId,
      keys: transactions.flatMap(({ kind, key }) => (kind === "expire" ? [key] : [])),
    }),
    reversals: await reversalsOf(sql, shop.id, transactions),
    names: new Map([...namings].map(([id, { firstName, lastName }]) => [id, nameOf(firstName, lastName)])),
  };
}

/** "" for somebody without one. */
function nameOf(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" ");
}

/** Of these expiries what can still be given back, by key; 0 where they were, or a refund has found nothing left. */
async function reinstatableOf(
  { db: { sql } }: Services,
  shop: ShopRow,
  { memberId, keys }: { memberId: MemberId; keys: string[] },
): Promise<Map<string, bigint>> {
  const expiries = await findExpiries(sql, shop.id, keys);
  const used = await findUsedKeys(sql, shop.id, expiries.map(reinstatementKey));
  const orders = expiries.flatMap(({ orderId }) => orderId ?? []);
  const gone = await findExpiredOf(sql, shop.id, { memberId, orders });
  return new Map(
    expiries.map((expiry) => {
      const most =
        expiry.orderId === null ? expiry.points : smaller(expiry.points, gone.get(expiry.orderId) ?? 0n);
      return [expiry.key, used.has(reinstatementKey(expiry)) ? 0n : most];
    }),
  );
}
