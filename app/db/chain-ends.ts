import type { MemberId } from "../loyalty/ids.ts";
import type { ChainEnd } from "../loyalty/verify-chain.ts";
import type { Sql } from "./sql.ts";

/** `sealedSeq`: how much of the chain the shop's seals cover, as the member's record says. */
export type StoredChainEnd = ChainEnd & { pseudonym: string; sealedSeq: number };

interface EndRow {
  id: bigint;
  pseudonym: string;
  pending: bigint;
  available: bigint;
  held: bigint;
  owed: bigint;
  earned: bigint;
  redeemed: bigint;
  expired: bigint;
  seq: bigint;
  head: string;
  sealed_seq: bigint;
  lots: { id: string; remaining: string; held: string }[] | null;
}

/** What every member's record says, against which the chain is read; by id. */
export async function listChainEnds(
  sql: Sql,
  shopId: number,
  page: { after: MemberId | null; limit: number },
): Promise<StoredChainEnd[]> {
  const rows = await sql.query<EndRow>(
    `SELECT m.id, m.pseudonym, m.pending, m.available, m.held, m.owed, m.earned, m.redeemed, m.expired, m.seq, m.head, m.sealed_seq,
       (SELECT jsonb_agg(jsonb_build_object('id', l.id, 'remaining', l.remaining::text, 'held', l.held::text))
        FROM lot l WHERE l.shop_id = m.shop_id AND l.member_id = m.id AND (l.remaining > 0 OR l.held > 0)) AS lots
     FROM member m WHERE m.shop_id = $1 AND ($2::bigint IS NULL OR m.id > $2) ORDER BY m.id LIMIT $3`,
    [shopId, page.after, page.limit],
  );
  return rows.map((row) => ({
    ...row,
    id: row.id.toString(),
    seq: Number(row.seq),
    sealedSeq: Number(row.sealed_seq),
    lots: (row.lots ?? []).map((lot) => ({
      id: lot.id,
      remaining: BigInt(lot.remaining),
      held: BigInt(lot.held),
    })),
  }));
}

/**
 * The sum of all accounts of the shop, which is 0: the members' figures as they stand, against what the postings say
 * went through the shop's own accounts.
 */
export async function sumOfBooks(sql: Sql, shopId: number): Promise<bigint> {
  const [row] = await sql.query<{ sum: bigint | null }>(
    `SELECT coalesce((SELECT sum(pending + available + held - owed) FROM member WHERE shop_id = $1), 0)
       + coalesce((SELECT sum(CASE WHEN p.credit NOT IN ('pending', 'available', 'held', 'owed') THEN p.points ELSE 0 END
                            - CASE WHEN p.debit NOT IN ('pending', 'available', 'held', 'owed') THEN p.points ELSE 0 END)
           FROM posting p WHERE p.shop_id = $1), 0) AS sum`,
    [shopId],
  );
  return row?.sum ?? 0n;
}
