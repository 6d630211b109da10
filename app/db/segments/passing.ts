import type { Definition } from "../../insight/segments/definition.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { LISTED } from "../member-list.ts";
import type { Sql, SqlDriver } from "../sql.ts";
import { compileDefinition, type SegmentTerms } from "./compile.ts";

/** A definition, and what it is read against. */
export interface Asked {
  definition: Definition;
  terms: SegmentTerms;
}

/** How many pass, counted to the last. */
export async function countPassing(
  sql: SqlDriver,
  shopId: number,
  { definition, terms }: Asked,
): Promise<number> {
  const parameters: unknown[] = [shopId];
  const { joins, holds } = compileDefinition(definition, terms, parameters);
  return sql.transaction(async (tx) => {
    // To translate a question of half a second into the processor's own language takes longer than to answer it.
    await tx.query(`SET LOCAL jit = off`);
    const [row] = await tx.query<{ members: number }>(
      `SELECT count(*)::int AS members FROM member m ${joins} WHERE ${LISTED} AND ${holds}`,
      parameters,
    );
    return row?.members ?? 0;
  });
}

/** Everybody who passes, in the order of their numbers. */
export async function listPassing(
  sql: Pick<Sql, "query">,
  shopId: number,
  { definition, terms }: Asked,
): Promise<MemberId[]> {
  const parameters: unknown[] = [shopId];
  const { joins, holds } = compileDefinition(definition, terms, parameters);
  const rows = await sql.query<{ id: bigint }>(
    `SELECT m.id FROM member m ${joins} WHERE ${LISTED} AND ${holds} ORDER BY m.id`,
    parameters,
  );
  return rows.map(({ id }) => id.toString());
}

/** Which of the conditions hold of each of these members, in the order in which they are read; of whom is gone, nothing. */
export async function judgeMembers(
  sql: Pick<Sql, "query">,
  shopId: number,
  { definition, terms, memberIds }: Asked & { memberIds: readonly MemberId[] },
): Promise<Map<MemberId, boolean[]>> {
  const parameters: unknown[] = [shopId, memberIds];
  const { joins, each } = compileDefinition(definition, terms, parameters);
  const rows = await sql.query<{ id: bigint; truths: boolean[] }>(
    `SELECT m.id, ARRAY[${each.join(", ")}]::boolean[] AS truths FROM member m ${joins}
     WHERE ${LISTED} AND m.id = ANY($2::bigint[])`,
    parameters,
  );
  return new Map(rows.map(({ id, truths }) => [id.toString(), truths]));
}
