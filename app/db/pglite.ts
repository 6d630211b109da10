import { mkdirSync } from "node:fs";
import { PGlite, types } from "@electric-sql/pglite";
import { lockFolder } from "./folder-lock.ts";
import type { SqlDriver } from "./sql.ts";

const MEMORY = "memory://";

export interface EmbeddedPostgres {
  driver: SqlDriver;
  pglite: PGlite;
}

/**
 * PostgreSQL in this process. It survives the death of the process but does not force its writes to the disk, so
 * not the death of the machine; and only one process may have the folder (two lose acknowledged rows).
 */
export async function openPglite(folder: string): Promise<EmbeddedPostgres> {
  const unlock = folder === MEMORY ? () => undefined : lock(folder);
  try {
    const pglite = await PGlite.create({ dataDir: folder });
    return { driver: driverOf(pglite, unlock), pglite };
  } catch (error) {
    unlock();
    throw error;
  }
}

function lock(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  return lockFolder(`${folder}.lock`);
}

function driverOf(pglite: PGlite, unlock: () => void): SqlDriver {
  return {
    query: (text, parameters) => query(pglite, text, parameters),
    transaction: (work) =>
      pglite.transaction((tx) => work({ query: (text, parameters) => query(tx, text, parameters) })),
    async script(text) {
      await pglite.exec(text);
    },
    async close() {
      await pglite.close();
      unlock();
    },
  };
}

const parsers = {
  [types.INT8]: (text: string) => BigInt(text),
  [types.NUMERIC]: (text: string) => BigInt(text),
};

async function query<Row extends object>(
  on: Pick<PGlite, "query">,
  text: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const result = await on.query<Row>(text, parameters, { parsers });
  return result.rows;
}
