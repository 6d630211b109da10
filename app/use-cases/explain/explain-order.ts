import { findMembership, type Membership } from "../../db/memberships.ts";
import { findFirstOrder, findKnownOrders, type KnownOrder } from "../../db/orders-explained.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { absenceAt } from "../../loyalty/absence.ts";
import { versionAt, type ProgrammeVersion } from "../../loyalty/versions.ts";
import { whyNot, type WhyNot } from "../../loyalty/why-not.ts";
import type { Services } from "../services.ts";

type Absent = Pick<Membership, "absences">;

const NEVER_OUT: Absent = { absences: [] };

/**
 * Why each of these orders earned nothing, or less than one might expect, by its id. An order is missing that is not
 * known, or of which nothing but its sums is kept.
 */
export async function explainOrders(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  ids: string[],
): Promise<Map<string, WhyNot>> {
  const known = await findKnownOrders(db.sql, shop.id, ids);
  if (known.length === 0) return new Map();
  const versions = await listVersions(db.sql, shop.id);
  const members = new Set(known.flatMap(({ record }) => record.memberId ?? []));
  const firsts = new Set<string | null>();
  const absences = new Map<string | null, Absent>();
  for (const memberId of members) {
    firsts.add(await findFirstOrder(db.sql, shop.id, memberId));
    absences.set(memberId, await findMembership(db.sql, shop.id, memberId));
  }
  return new Map(
    known.flatMap((order) => {
      const absent = absences.get(order.record.memberId) ?? NEVER_OUT;
      const found = whyNotOf(order, { versions, isFirst: firsts.has(order.record.id), absent });
      return found === null ? [] : [[order.record.id, found]];
    }),
  );
}

/** The same of one order, for the member whom it belongs to; null also where it is somebody else's. */
export async function explainOrder(
  services: Pick<Services, "db">,
  shop: ShopRow,
  { orderId, memberId }: { orderId: string; memberId: string },
): Promise<WhyNot | null> {
  const [known] = await findKnownOrders(services.db.sql, shop.id, [orderId]);
  if (known?.record.memberId !== memberId) return null;
  return (await explainOrders(services, shop, [orderId])).get(orderId) ?? null;
}

function whyNotOf(
  { record, snapshot }: KnownOrder,
  { versions, isFirst, absent }: { versions: ProgrammeVersion[]; isFirst: boolean; absent: Absent },
): WhyNot | null {
  const order = snapshot?.order ?? null;
  if (snapshot === null || order === null) return null;
  const starts = versions.map(({ effectiveFrom }) => effectiveFrom);
  return whyNot(order, {
    version: versionAt(versions, order.processedAt),
    startsAt: starts.length === 0 ? null : Math.min(...starts),
    product: (id) => snapshot.products[id] ?? null,
    deleted: record.deleted,
    away: record.away ? (absenceAt(absent, order.processedAt) ?? "left") : null,
    countedBefore: record.fixed !== null,
    level: record.fixed?.level ?? null,
    isFirst,
    posted: record.shares.find(({ memberId }) => memberId === record.memberId)?.posted ?? 0n,
  });
}
