import {
  forgetStandings,
  insertGroupMoves,
  listBuyers,
  readStandings,
  saveStandings,
  type BuyerRow,
  type GroupMove,
} from "../../db/segments/groups.ts";
import type { ShopRow } from "../../db/shops.ts";
import { reasonOfMove, type Standing } from "../../insight/segments/group-moves.ts";
import { rfmScores, segmentOf } from "../../insight/segments/rfm.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { todayIn } from "../analytics/today.ts";
import type { Services } from "../services.ts";

const MEMBERS_AT_ONCE = 2_000;

/**
 * Puts everybody who has bought into one of the eleven groups anew, and keeps who moved and why. The first time nobody
 * moves.
 */
export async function regroupMembers(services: Pick<Services, "db" | "clock">, shop: ShopRow): Promise<void> {
  const { db, clock } = services;
  const at = clock();
  const today = todayIn(shop.timezone, at);
  const buyers = await listBuyers(db.sql, shop.id, shop.timezone);
  const before = await readStandings(db.sql, shop.id);
  const after = standingsOf(buyers, today);
  const isFirst = before.size === 0;
  for (let from = 0; from < buyers.length; from += MEMBERS_AT_ONCE) {
    const some = buyers.slice(from, from + MEMBERS_AT_ONCE);
    const changed = some.flatMap(({ memberId }, n) => {
      const standing = after[from + n];
      return standing === undefined || isSame(before.get(memberId), standing)
        ? []
        : [{ memberId, ...standing }];
    });
    const moves = isFirst ? [] : movesOf(some, { before, after: after.slice(from), today });
    await db.inShop(shop.id, async (tx) => {
      await saveStandings(tx, changed, at);
      await insertGroupMoves(tx, moves, at);
    });
  }
  const here = new Set(buyers.map(({ memberId }) => memberId));
  const gone = [...before].filter(([memberId]) => !here.has(memberId));
  if (gone.length === 0) return;
  await db.inShop(shop.id, async (tx) => {
    const moves = gone.map(([memberId, { group }]): GroupMove => {
      return { memberId, from: group, to: null, because: { kind: "gone" } };
    });
    await forgetStandings(tx, [...gone.map(([memberId]) => memberId)]);
    await insertGroupMoves(tx, moves, at);
  });
}

function standingsOf(buyers: readonly BuyerRow[], today: number): Standing[] {
  const scores = rfmScores(
    // A clock that ran ahead bought no later than today.
    buyers.map(({ lastOn }) => Math.max(0, today - lastOn)),
    buyers.map(({ purchases }) => purchases),
    buyers.map(({ spent }) => spent),
  );
  return buyers.map(({ purchases, spent, lastOn }, n) => {
    const score = scores[n] ?? { recency: 3, frequency: 3, money: 3 };
    return { ...score, group: segmentOf({ ...score, purchases }), purchases, spent, lastOn };
  });
}

function movesOf(
  buyers: readonly BuyerRow[],
  { before, after, today }: { before: Map<MemberId, Standing>; after: readonly Standing[]; today: number },
): GroupMove[] {
  return buyers.flatMap(({ memberId, usual, gaps }, n) => {
    const [was, is] = [before.get(memberId) ?? null, after[n]];
    if (is === undefined || was?.group === is.group) return [];
    const because = reasonOfMove(was, is, { today, usual, gaps });
    return [{ memberId, from: was?.group ?? null, to: is.group, because }];
  });
}

function isSame(before: Standing | undefined, after: Standing): boolean {
  return (
    before !== undefined &&
    (Object.keys(after) as (keyof Standing)[]).every((name) => before[name] === after[name])
  );
}
