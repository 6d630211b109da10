import type { ShopTransaction } from "../../db/database.ts";
import { areFiguresWhole } from "../../db/figures/state.ts";
import {
  followMembers,
  insertMoves,
  noteFollowed,
  type Move,
  type Moved,
} from "../../db/segments/membership.ts";
import { judgeMembers, type Asked } from "../../db/segments/passing.ts";
import {
  listSegments,
  listShopsToSegment,
  lockSegment,
  type SegmentRow,
} from "../../db/segments/segments.ts";
import { requireShop, type ShopRow } from "../../db/shops.ts";
import { judge } from "../../insight/segments/decisive.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { HOUR, MINUTE } from "../../loyalty/time.ts";
import { todayIn } from "../analytics/today.ts";
import type { Services } from "../services.ts";
import { savedDefinition } from "./saved-definition.ts";
import { segmentTermsOf } from "./segment-terms.ts";

/** Also where nothing happens, for days go by: "no order for 90 days" comes true by itself. */
const AT_LATEST = HOUR;
/** Where something happened. */
const SOON = 5 * MINUTE;
const MOVES_AT_ONCE = 2_000;

type Following = Pick<Services, "db" | "clock" | "jobs">;

/** Shops whose segments are to be followed by now. */
export function listSegmentedShops({ db, clock }: Pick<Services, "db" | "clock">): Promise<number[]> {
  const now = clock();
  return listShopsToSegment(db.sql, { soon: now - SOON, atLatest: now - AT_LATEST });
}

/**
 * Makes whoever passes now the members of each of the shop's segments, and keeps who moved and why. While the shop's past
 * is being taken in nobody would pass who bought, so nothing is done until that is over.
 */
export async function followSegments(services: Following, shopId: number): Promise<void> {
  const shop = await requireShop(services.db.sql, shopId);
  if (!(await areFiguresWhole(services.db.sql, shopId))) return;
  for (const { id } of await listSegments(services.db.sql, shopId)) await followSegment(services, shop, id);
}

/** The same of one of them; answers how many are in it. */
export async function followSegment(services: Following, shop: ShopRow, id: string): Promise<number> {
  return services.db.inShop(shop.id, async (tx) => {
    const segment = await lockSegment(tx, id);
    if (segment === null || segment.deletedAt !== null) return 0;
    const { revision, followed } = segment;
    const definition = savedDefinition(segment);
    const terms = await segmentTermsOf(services, shop, [definition]);
    const moved = await followMembers(tx, id, { definition, terms });
    // Who is in it from its first day never came in.
    if (followed !== null) await noteMoves(tx, segment, { moved, asked: { definition, terms } });
    const counts =
      followed === null
        ? { entered: 0, departed: 0 }
        : { entered: moved.entered.length, departed: moved.departed.length };
    const day = todayIn(shop.timezone, terms.now);
    const members = await noteFollowed(tx, id, { at: terms.now, revision, day, moved: counts });
    if (segment.sync !== "off" && segment.sync !== "paused")
      await services.jobs.enqueue(tx, "sync-segments", { shopId: shop.id });
    return members;
  });
}

async function noteMoves(
  tx: ShopTransaction,
  { id: segmentId, revision, followed }: SegmentRow,
  { moved, asked }: { moved: Moved; asked: Asked },
): Promise<void> {
  const all = [
    ...moved.entered.map((memberId) => ({ memberId, entered: true })),
    ...moved.departed.map((memberId) => ({ memberId, entered: false })),
  ];
  const isRedefined = followed?.revision !== revision;
  for (let from = 0; from < all.length; from += MOVES_AT_ONCE) {
    const some = all.slice(from, from + MOVES_AT_ONCE);
    const memberIds = some.map(({ memberId }) => memberId);
    const truths = isRedefined ? null : await judgeMembers(tx, tx.shopId, { ...asked, memberIds });
    const moves = some.map((move): Move => ({ ...move, reason: reasonOf(move.memberId, asked, truths) }));
    await insertMoves(tx, { segmentId, at: asked.terms.now, moves });
  }
}

/** What it is owed to as things stand; `truths` is null where the segment came to mean something else. */
function reasonOf(
  memberId: MemberId,
  { definition }: Asked,
  truths: Map<MemberId, boolean[]> | null,
): Move["reason"] {
  if (truths === null) return { kind: "redefined" };
  const known = truths.get(memberId);
  return known === undefined
    ? { kind: "gone" }
    : { kind: "conditions", because: judge(definition, known).because };
}
