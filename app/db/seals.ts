import type { Seal, SealedHead } from "../loyalty/seal.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

interface SealRow {
  number: number;
  heads: [string, number, string][];
  previous_hash: string;
  hash: string;
}

export interface UnsealedMember extends SealedHead {
  memberId: string;
}

/** Members whose chains grew since they were last sealed; locked, so that two sealers follow each other. */
export async function listUnsealed(tx: ShopTransaction, limit: number): Promise<UnsealedMember[]> {
  const rows = await tx.query<{ id: bigint; pseudonym: string; seq: bigint; head: string }>(
    `SELECT id, pseudonym, seq, head FROM member WHERE shop_id = $1 AND seq > sealed_seq ORDER BY id LIMIT $2 FOR UPDATE`,
    [tx.shopId, limit],
  );
  return rows.map((row) => ({
    memberId: row.id.toString(),
    pseudonym: row.pseudonym,
    seq: Number(row.seq),
    head: row.head,
  }));
}

export async function lastSeal(tx: ShopTransaction): Promise<Seal | null> {
  const [row] = await tx.query<SealRow>(
    `SELECT number, heads, previous_hash, hash FROM seal WHERE shop_id = $1 ORDER BY number DESC LIMIT 1`,
    [tx.shopId],
  );
  return row === undefined ? null : sealOfRow(row);
}

/** In their order, from the one after `after` on. */
export async function listSeals(
  sql: Sql,
  shopId: number,
  { after, limit }: { after: number; limit: number },
): Promise<Seal[]> {
  const rows = await sql.query<SealRow>(
    `SELECT number, heads, previous_hash, hash FROM seal WHERE shop_id = $1 AND number > $2 ORDER BY number LIMIT $3`,
    [shopId, after, limit],
  );
  return rows.map(sealOfRow);
}

/** What the records of the members say was sealed of their chains, and the hash that stands at that place. */
export interface SealedEnd extends SealedHead {
  memberId: string;
}

export async function listSealedEnds(
  sql: Sql,
  shopId: number,
  { after, limit }: { after: string | null; limit: number },
): Promise<SealedEnd[]> {
  const rows = await sql.query<{ id: bigint; pseudonym: string; sealed_seq: bigint; hash: string | null }>(
    `SELECT m.id, m.pseudonym, m.sealed_seq, t.hash FROM member m
     LEFT JOIN ledger_transaction t ON t.shop_id = m.shop_id AND t.member_id = m.id AND t.seq = m.sealed_seq
     WHERE m.shop_id = $1 AND ($2::bigint IS NULL OR m.id > $2) ORDER BY m.id LIMIT $3`,
    [shopId, after, limit],
  );
  return rows.map(({ id, pseudonym, sealed_seq, hash }) => {
    return { memberId: id.toString(), pseudonym, seq: Number(sealed_seq), head: hash ?? "" };
  });
}

export async function findSeal(sql: Sql, shopId: number, number: number): Promise<Seal | null> {
  const [row] = await sql.query<SealRow>(
    `SELECT number, heads, previous_hash, hash FROM seal WHERE shop_id = $1 AND number = $2`,
    [shopId, number],
  );
  return row === undefined ? null : sealOfRow(row);
}

/** Hashes of the seals from one number up to and with another, in their order. */
export async function listSealHashes(
  sql: Sql,
  shopId: number,
  seals: { first: number; last: number },
): Promise<string[]> {
  const rows = await sql.query<{ hash: string }>(
    `SELECT hash FROM seal WHERE shop_id = $1 AND number BETWEEN $2 AND $3 ORDER BY number`,
    [shopId, seals.first, seals.last],
  );
  return rows.map(({ hash }) => hash);
}

export async function appendSeal(
  tx: ShopTransaction,
  seal: Seal,
  { members, at }: { members: UnsealedMember[]; at: Instant },
): Promise<void> {
  const heads = seal.heads.map(({ pseudonym, seq, head }) => [pseudonym, seq, head]);
  await tx.query(
    `INSERT INTO seal (shop_id, number, at, heads, previous_hash, hash) VALUES ($1, $2, $3, $4::text::jsonb, $5, $6)`,
    [tx.shopId, seal.number, new Date(at), JSON.stringify(heads), seal.previousHash, seal.hash],
  );
  await tx.query(
    `UPDATE member m SET sealed_seq = s.seq, sealed_in = $4 FROM unnest($2::bigint[], $3::bigint[]) AS s(id, seq)
     WHERE m.shop_id = $1 AND m.id = s.id`,
    [tx.shopId, members.map(({ memberId }) => memberId), members.map(({ seq }) => seq), seal.number],
  );
}

function sealOfRow(row: SealRow): Seal {
  return {
    number: row.number,
    heads: row.heads.map(([pseudonym, seq, head]) => ({ pseudonym, seq, head })),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** How much of a member's chain is sealed, and in which seal; whoever was merged into another has none of their own. */
export async function findSealedMember(
  tx: ShopTransaction,
  memberId: string,
): Promise<{ pseudonym: string; sealedSeq: number; sealedIn: number | null } | null> {
  const [row] = await tx.query<{ pseudonym: string; sealed_seq: bigint; sealed_in: number | null }>(
    `SELECT pseudonym, sealed_seq, sealed_in FROM member WHERE shop_id = $1 AND id = $2 AND merged_into IS NULL`,
    [tx.shopId, memberId],
  );
  if (row === undefined) return null;
  return { pseudonym: row.pseudonym, sealedSeq: Number(row.sealed_seq), sealedIn: row.sealed_in };
}
