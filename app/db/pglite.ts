import { mkdirSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { lockFolder } from "./folder-lock.ts";
import { preparedStatements } from "./prepared-statements.ts";
import type { Sql, SqlDriver } from "./sql.ts";

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
  const { once, again } = preparedStatements(pglite);
  return {
    query: (text, parameters = []) => pglite._runExclusiveTransaction(() => once(text, parameters)),
    again: (text, parameters = []) => pglite._runExclusiveTransaction(() => again(text, parameters)),
    transaction: (work) =>
      pglite.transaction(() => {
        const query: Sql["query"] = (text, parameters = []) => again(text, parameters);
        return work({ query, again: query });
      }),
    async script(text) {
      await pglite.exec(text);
    },
    async close() {
      await pglite.close();
      unlock();
    },
  };
}
