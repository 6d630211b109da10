import { readReadiness } from "../../db/figures/readiness.ts";
import { countGroupMoves, listGroupMoves, sizeGroups, type GroupMoveRow } from "../../db/segments/groups.ts";
import { sizesOn } from "../../db/segments/moves.ts";
import { listSegments as readSegments, type Sync } from "../../db/segments/segments.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { GroupName } from "./conditions.ts";
import type { Instant } from "../../loyalty/time.ts";
import { DAY } from "../../loyalty/time.ts";
import { formatMoney } from "../../loyalty/money.ts";
import { todayIn } from "../analytics/today.ts";
import type { Services } from "../services.ts";
import { clustersView, type ClustersView } from "./clusters-view.ts";

const DAYS = 30;
const MOVES_SHOWN = 10;

export interface SegmentLine {
  id: string;
  name: string;
  /** null before they were first counted. */
  members: number | null;
  /** Against thirty days ago; null for a younger one. */
  change: number | null;
  sync: Sync;
}

export interface GroupLine {
  group: GroupName;
  members: number;
  /** Of the median member: days of purchase, money as a decimal string, days since the last. */
  purchases: number;
  spent: string;
  daysSince: number;
}

export interface SegmentsView {
  now: Instant;
  /** What all of it is true of; null while the shop's past is still being read. */
  asOf: Instant | null;
  segments: SegmentLine[];
  groups: GroupLine[];
  /** Within thirty days, the most frequent first; nobody who came in for the first time. */
  flows: { from: GroupName; to: GroupName; members: number }[];
  moves: GroupMoveRow[];
  clusters: ClustersView;
}

export async function listSegments(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<SegmentsView> {
  const { sql } = services.db;
  const now = services.clock();
  const today = todayIn(shop.timezone, now);
  const [{ asOf }, segments, before, groups, flows, moves, clusters] = await Promise.all([
    readReadiness(sql, { shopId: shop.id, now }),
    readSegments(sql, shop.id),
    sizesOn(sql, shop.id, today - DAYS),
    sizeGroups(sql, shop.id),
    countGroupMoves(sql, shop.id, now - DAYS * DAY),
    listGroupMoves(sql, shop.id, MOVES_SHOWN),
    clustersView(services, shop),
  ]);
  return {
    ...{ now, asOf, moves, clusters },
    segments: segments.map(({ id, name, followed, sync }) => {
      const [members, then] = [followed?.members ?? null, before.get(id) ?? null];
      return { id, name, members, change: members === null || then === null ? null : members - then, sync };
    }),
    groups: groups.map(({ group, members, purchases, spent, lastOn }) => ({
      ...{ group, members, purchases },
      spent: formatMoney(BigInt(Math.round(spent)), shop.currency),
      daysSince: Math.max(0, today - lastOn),
    })),
    flows: flows
      .flatMap(({ from, to, members }) => (from === null || to === null ? [] : [{ from, to, members }]))
      .sort((a, b) => b.members - a.members),
  };
}
