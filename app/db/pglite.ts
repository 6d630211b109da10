import { mkdirSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { PGlite, types } from "@electric-sql/pglite";
import { lockFolder } from "./folder-lock.ts";
import { gatherCalls } from "./gathering.ts";
import { preparedStatements } from "./prepared-statements.ts";
import type { SqlDriver } from "./sql.ts";
import { transact } from "./transaction.ts";
import type { Message, Wire } from "./wire.ts";

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
  const statements = preparedStatements(wireOf(pglite));
  // The database answers without ever waiting for the outside: work upon work would let no timer and no request in.
  const inTurn = async <T>(use: () => Promise<T>): Promise<T> => {
    await nextTurn();
    return pglite._runExclusiveTransaction(use);
  };
  const gathered = gatherCalls({ inTurn, exchange: (calls) => statements.all(calls) });
  return {
    query: (text, parameters = []) => inTurn(() => statements.once({ text, parameters })),
    again: async <Row extends object>(text: string, parameters: unknown[] = []) =>
      (await gathered({ text, parameters })).rows as Row[],
    transaction: (work) => inTurn(() => transact(statements, work)),
    async script(text) {
      await pglite.exec(text);
    },
    async close() {
      await pglite.close();
      unlock();
    },
  };
}

const WHOLE_NUMBERS: readonly number[] = [types.INT8, types.NUMERIC];

function wireOf(pglite: PGlite): Wire {
  return {
    exchange: (messages) =>
      pglite.runExclusive(async () => {
        const came = await pglite.execProtocol(messages, { syncToFs: false });
        return came.messages as unknown as Message[];
      }),
    readerOf: (type) => {
      if (WHOLE_NUMBERS.includes(type)) return BigInt;
      const parse = pglite.parsers[type];
      return parse === undefined ? (text) => text : (text): unknown => parse(text, type);
    },
  };
}
