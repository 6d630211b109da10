import { hash } from "node:crypto";
import pg from "pg";
import type { Sql, SqlDriver } from "./sql.ts";

const INT8 = 20;
const NUMERIC = 1700;

/** Per connection pool, so that Prisma's own reading of types is left alone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === INT8 || oid === NUMERIC
      ? (text: string) => BigInt(text)
      : (pg.types.getTypeParser(oid, format) as (
          text: string,
        ) => unknown)) as pg.CustomTypesConfig["getTypeParser"],
};

export function openPostgres(connectionString: string, connections: number): SqlDriver {
  const pool = new pg.Pool({ connectionString, max: connections, types });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  return {
    query: (text, parameters) => query(pool, text, parameters),
    again: (text, parameters) => again(pool, text, parameters),
    transaction: (work) => transaction(pool, work),
    async script(text) {
      await pool.query(text);
    },
    close: () => pool.end(),
  };
}

async function query<Row extends object>(
  on: pg.Pool | pg.PoolClient,
  text: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const result = await on.query(text, parameters);
  return result.rows as Row[];
}

/** Prepared once a connection: the server reads and plans it no more after the first times. */
async function again<Row extends object>(
  on: pg.Pool | pg.PoolClient,
  text: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const result = await on.query({ name: nameOf(text), text, values: parameters });
  return result.rows as Row[];
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) names.set(text, (name = hash("sha1", text)));
  return name;
}

async function transaction<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const query: Sql["query"] = (text, parameters) => again(client, text, parameters);
    const result = await work({ query, again: query });
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
