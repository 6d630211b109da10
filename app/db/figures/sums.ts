import type { Cell } from "../../insight/contribution.ts";
import type { ShopTransaction } from "../database.ts";
import type { SegmentsWith } from "./figure-rows.ts";

/** What members add to the sums of a shop, gathered so that each sum is touched once. */
export interface Changes {
  add(cells: readonly Cell[], segments: readonly string[], sign: 1 | -1): void;
  save(tx: ShopTransaction): Promise<void>;
}

interface Change extends Cell {
  segment: string;
}

export function gatherChanges(segmentsWith: SegmentsWith): Changes {
  const changes = new Map<string, Change>();
  return {
    add(cells, segments, sign) {
      for (const cell of cells) {
        for (const segment of segmentsWith(segments, cell.measure)) {
          const name = `${segment}\n${cell.measure}\n${cell.day}\n${cell.key}`;
          const amount = sign === 1 ? cell.amount : -cell.amount;
          const known = changes.get(name);
          if (known === undefined) changes.set(name, { ...cell, segment, amount, count: sign * cell.count });
          else {
            known.amount += amount;
            known.count += sign * cell.count;
          }
        }
      }
    },
    async save(tx) {
      const real = [...changes.values()].filter(({ amount, count }) => amount !== 0n || count !== 0);
      if (real.length > 0) await saveChanges(tx, real);
    },
  };
}

const COLUMNS = ["segment", "measure", "day", "key"] as const;

/** A sum that has come to nothing goes: then it does not matter in which steps others came about. */
async function saveChanges(tx: ShopTransaction, changes: readonly Change[]): Promise<void> {
  const keys = COLUMNS.map((column) => changes.map((change) => change[column]));
  await tx.query(
    `INSERT INTO figure_cell AS c (shop_id, segment, measure, day, key, amount, count)
     SELECT $1, r.* FROM unnest($2::text[], $3::text[], $4::int[], $5::text[], $6::numeric[], $7::bigint[])
       AS r(segment, measure, day, key, amount, count)
     ON CONFLICT (shop_id, segment, measure, day, key)
       DO UPDATE SET amount = c.amount + excluded.amount, count = c.count + excluded.count`,
    [tx.shopId, ...keys, changes.map(({ amount }) => String(amount)), changes.map(({ count }) => count)],
  );
  const lowered = changes.filter(({ amount, count }) => amount < 0n || count < 0);
  if (lowered.length === 0) return;
  await tx.query(
    `DELETE FROM figure_cell c USING unnest($2::text[], $3::text[], $4::int[], $5::text[]) AS r(segment, measure, day, key)
     WHERE c.shop_id = $1 AND c.segment = r.segment AND c.measure = r.measure AND c.day = r.day AND c.key = r.key
       AND c.amount = 0 AND c.count = 0`,
    [tx.shopId, ...COLUMNS.map((column) => lowered.map((change) => change[column]))],
  );
}
