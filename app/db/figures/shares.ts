import type { MemberId } from "../../loyalty/ids.ts";
import type { ShopTransaction } from "../database.ts";
import { cellsOfText, textOfCells, type SegmentsWith, type Share } from "./figure-rows.ts";
import { noteTotals } from "./order-facts.ts";
import { leaveSaved, listSavedOf } from "./saved-segments.ts";
import { gatherChanges } from "./sums.ts";

/** Takes out of the sums what these members added before, and adds what they come to now. */
export async function replaceShares(
  tx: ShopTransaction,
  memberIds: readonly MemberId[],
  { shares, segmentsWith }: { shares: readonly Share[]; segmentsWith: SegmentsWith },
): Promise<void> {
  const changes = gatherChanges(segmentsWith);
  const saved = await listSavedOf(tx, memberIds);
  for (const { member_id, segments, cells } of await readShares(tx, memberIds))
    changes.add(cellsOfText(cells), [...segments, ...(saved.get(member_id.toString()) ?? [])], -1);
  const counted = new Set(shares.filter(({ row }) => row.counted).map(({ row }) => row.member_id));
  await leaveSaved(
    tx,
    memberIds.filter((id) => !counted.has(id)),
  );
  for (const { row, segments, cells } of shares)
    changes.add(cells, [...segments, ...(row.counted ? (saved.get(row.member_id) ?? []) : [])], 1);
  await changes.save(tx);
  await saveMembers(tx, shares);
  await tx.query(
    `INSERT INTO figure_share (shop_id, member_id, segments, cells)
     SELECT $1, r.member_id, ARRAY(SELECT jsonb_array_elements_text(r.segments::jsonb)), r.cells
     FROM unnest($2::bigint[], $3::text[], $4::text[]) AS r(member_id, segments, cells)
     ON CONFLICT (shop_id, member_id) DO UPDATE SET segments = excluded.segments, cells = excluded.cells`,
    [
      tx.shopId,
      shares.map(({ row }) => row.member_id),
      shares.map(({ segments }) => JSON.stringify(segments)),
      shares.map(({ cells }) => textOfCells(cells)),
    ],
  );
  await noteTotals(tx, memberIds);
}

function readShares(
  tx: ShopTransaction,
  memberIds: readonly MemberId[],
): Promise<{ member_id: bigint; segments: string[]; cells: string }[]> {
  return tx.query(
    `SELECT member_id, segments, cells FROM figure_share WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
    [tx.shopId, memberIds],
  );
}

async function saveMembers(tx: ShopTransaction, shares: readonly Share[]): Promise<void> {
  const rows = shares.map(({ row }) => row);
  const column = <Name extends keyof (typeof rows)[number]>(name: Name) => rows.map((row) => row[name]);
  await tx.query(
    `INSERT INTO figure_member (shop_id, member_id, seq, counted, tier, language, channel, buyer, engaged, first_order,
       second_order, joined, deeds, orders)
     SELECT $1, r.member_id, r.seq, r.counted, r.tier, r.language, r.channel, r.buyer, r.engaged, r.first_order,
       r.second_order, r.joined, r.deeds::varbit, r.orders::varbit
     FROM unnest($2::bigint[], $3::bigint[], $4::boolean[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::boolean[], $10::int[], $11::int[], $12::int[], $13::text[], $14::text[])
       AS r(member_id, seq, counted, tier, language, channel, buyer, engaged, first_order, second_order, joined,
         deeds, orders)
     ON CONFLICT (shop_id, member_id) DO UPDATE SET seq = excluded.seq, stale = false, counted = excluded.counted,
       tier = excluded.tier, language = excluded.language, channel = excluded.channel, buyer = excluded.buyer,
       engaged = excluded.engaged, first_order = excluded.first_order, second_order = excluded.second_order,
       joined = excluded.joined, deeds = excluded.deeds, orders = excluded.orders`,
    [
      tx.shopId,
      column("member_id"),
      column("seq"),
      column("counted"),
      column("tier"),
      column("language"),
      column("channel"),
      column("buyer"),
      column("engaged"),
      column("first_order"),
      column("second_order"),
      column("joined"),
      column("deeds"),
      column("orders"),
    ],
  );
}
