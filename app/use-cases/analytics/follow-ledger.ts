import type { ShopTransaction } from "../../db/database.ts";
import { readFacts } from "../../db/figures/member-facts.ts";
import {
  listMembersAfter,
  listMembersAstray,
  listMembersInNews,
  listShopsBehind,
  lookAtLogs,
} from "../../db/figures/news.ts";
import { noteOrders } from "../../db/figures/order-facts.ts";
import { replaceShares } from "../../db/figures/shares.ts";
import {
  BASIS,
  beginFigures,
  findFigureState,
  saveBuiltTo,
  saveWatermark,
  takeFigures,
  type FigureState,
} from "../../db/figures/state.ts";
import { currentVersions } from "../../db/programmes.ts";
import { requireShop, type ShopRow } from "../../db/shops.ts";
import { segmentsWith } from "../../insight/contribution.ts";
import { raise, type Places } from "../../insight/watermark.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { HOUR } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Services } from "../services.ts";
import { followSavedSegments } from "./follow-saved-segments.ts";
import { shareOf } from "./share-of.ts";

/** Few enough that an embedded database is soon free again for others. */
const MEMBERS_AT_ONCE = 250;
/** Members are compared one by one so often, for whatever the logs might not tell. */
const SWEEP_EVERY = 6 * HOUR;
/** Far more numbers than all transactions that are under way at once draw. */
const MOST_UNDER_WAY = 2_000n;

type Following = Pick<Services, "db" | "clock">;

/**
 * Brings a shop's figures to what its ledger and orders say by now. It stands behind the hot path and writes nothing that
 * anybody there waits for. Whatever is done twice comes to the same (docs/decisions/028-figures-follow-the-ledger.md).
 */
export async function followLedger(services: Following, shopId: number): Promise<void> {
  const shop = await requireShop(services.db.sql, shopId);
  const state = await readyState(services, shop);
  const versions = await currentVersions(services.db.sql, shop);
  await buildAll(services, shop, { state, versions });
  await followNews(services, shop, { state, versions });
  await followSavedSegments(services, shopId);
}

/** Forgets the figures, so that all of them are worked out anew. */
export async function rebuildFigures(services: Following, shopId: number): Promise<void> {
  await begin(services, await requireShop(services.db.sql, shopId));
  await followLedger(services, shopId);
}

/** Shops whose figures are behind. */
export function listShopsToFollow({ db, clock }: Following): Promise<number[]> {
  return listShopsBehind(db.sql, clock() - SWEEP_EVERY);
}

async function readyState(services: Following, shop: ShopRow): Promise<FigureState> {
  const state = await findFigureState(services.db.sql, shop.id);
  const isGood = state !== null && state.timezone === shop.timezone && state.basis === BASIS;
  return isGood ? state : begin(services, shop);
}

async function begin({ db, clock }: Following, shop: ShopRow): Promise<FigureState> {
  return db.inShop(shop.id, async (tx) => {
    const look = await lookAtLogs(tx, shop.id);
    await beginFigures(tx, { timezone: shop.timezone, look, now: clock() });
    const begun = await findFigureState(tx, shop.id);
    if (begun === null) throw new Error(`the figures of shop ${shop.id} could not be begun`);
    return begun;
  });
}

interface Terms {
  state: FigureState;
  versions: readonly ProgrammeVersion[];
}

/** Member by member, and on from where it stopped. */
async function buildAll({ db }: Following, shop: ShopRow, { state, versions }: Terms): Promise<void> {
  for (let after = state.builtTo; after !== null;) {
    const from: bigint = after;
    after = await db.inShop(shop.id, async (tx) => {
      await takeFigures(tx);
      const memberIds = await listMembersAfter(tx, from, MEMBERS_AT_ONCE);
      await workOut(tx, shop, { versions, memberIds });
      const last = memberIds.at(-1);
      const next = last === undefined ? null : BigInt(last);
      await saveBuiltTo(tx, next);
      return next;
    });
  }
}

async function followNews(
  { db, clock }: Following,
  shop: ShopRow,
  { state, versions }: Terms,
): Promise<void> {
  const asOf = clock();
  const isSwept = state.asOf !== null && asOf - state.sweptAt < SWEEP_EVERY;
  const mark = raise(state, await lookAtLogs(db.sql, shop.id));
  const news = state.asOf === null ? before(state.seen) : state.taken;
  const named = new Set(await listMembersInNews(db.sql, shop.id, news));
  if (!isSwept) for (const id of await listMembersAstray(db.sql, shop.id)) named.add(id);
  const members = [...named];
  for (let from = 0; from < members.length; from += MEMBERS_AT_ONCE) {
    const memberIds = members.slice(from, from + MEMBERS_AT_ONCE);
    await db.inShop(shop.id, async (tx) => {
      await takeFigures(tx);
      await workOut(tx, shop, { versions, memberIds });
    });
  }
  const sweptAt = isSwept ? state.sweptAt : asOf;
  await db.inShop(shop.id, (tx) => saveWatermark(tx, mark, { asOf, sweptAt }));
}

/**
 * Whoever was writing while the building began had drawn numbers below the end of the logs, and may have ended after
 * their members were worked out.
 */
function before({ ledger, handled, levels }: Places): Places {
  const back = (place: bigint) => (place > MOST_UNDER_WAY ? place - MOST_UNDER_WAY : 0n);
  return { ledger: back(ledger), handled: back(handled), levels: back(levels) };
}

async function workOut(
  tx: ShopTransaction,
  { timezone }: ShopRow,
  { versions, memberIds }: { versions: readonly ProgrammeVersion[]; memberIds: readonly MemberId[] },
): Promise<void> {
  if (memberIds.length === 0) return;
  await noteOrders(tx, memberIds);
  const read = await readFacts(tx, { timezone, versions, memberIds });
  await replaceShares(tx, memberIds, { shares: read.map(shareOf), segmentsWith });
}
