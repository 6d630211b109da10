import type { Call, Done, PreparedStatements } from "./prepared-statements.ts";
import type { Sql, TransactionSql } from "./sql.ts";
import { together, type Write } from "./writes.ts";

/** A statement on its way, and whoever waits for its answer. */
interface Waiting extends Call {
  answered?: (rows: object[]) => void;
  failed?: (error: unknown) => void;
}

/** Writes that become one statement when they depart. */
interface Gathered {
  writes: Write[];
}

const BEGIN: Waiting = { text: "BEGIN", parameters: [] };
const COMMIT: Waiting = { text: "COMMIT", parameters: [] };
const ROLLBACK: Waiting = { text: "ROLLBACK", parameters: [] };

/**
 * Does the work in a transaction of this connection and commits it, or undoes it where the work fails; `lost` is told
 * of a connection on which not even that was possible. Nothing travels alone that can go with something else: the
 * beginning goes with the first statement, and the end with the last writes.
 */
export async function transact<T>(
  statements: PreparedStatements,
  work: (sql: TransactionSql) => Promise<T>,
  lost: (error: unknown) => void = () => undefined,
): Promise<T> {
  const journey = journeyOn(statements);
  const query: Sql["query"] = (text, parameters) => journey.ask(text, parameters);
  try {
    const result = await work({ query, again: query, later: journey.note });
    await journey.commit();
    return result;
  } catch (error) {
    await journey.undo().catch(lost);
    throw error;
  }
}

function journeyOn(statements: PreparedStatements) {
  let waiting: (Waiting | Gathered)[] = [];
  let begun = false;
  let scheduled = false;
  /** The exchange before, which rejects nobody but those who wait for its statements. */
  let underWay: Promise<void> = Promise.resolve();

  async function exchange(): Promise<void> {
    scheduled = false;
    if (waiting.length === 0) return;
    const departing = waiting.map((one) => ("writes" in one ? together(one.writes) : one));
    const travelling: Waiting[] = begun ? departing : [BEGIN, ...departing];
    waiting = [];
    begun = true;
    try {
      const results = await statements.all(travelling);
      travelling.forEach(({ answered }, place) => answered?.(results[place]?.rows ?? []));
      requireCommitted(travelling, results);
    } catch (error) {
      for (const { failed } of travelling) failed?.(error);
      throw error;
    }
  }

  function depart(): Promise<void> {
    const arrival = underWay.then(exchange);
    underWay = arrival.catch(() => undefined);
    return arrival;
  }

  return {
    ask<Row extends object>(text: string, parameters: unknown[] = []): Promise<Row[]> {
      return new Promise((resolve, reject) => {
        waiting.push({ text, parameters, answered: (rows) => resolve(rows as Row[]), failed: reject });
        if (scheduled) return;
        scheduled = true;
        // Whoever waits for a statement of it is told; nobody else need know.
        queueMicrotask(() => void depart().catch(() => undefined));
      });
    },
    note(write: Write): void {
      const last = waiting.at(-1);
      // Two writes to one table may concern the same row, and in one statement neither would see the other.
      if (last !== undefined && "writes" in last && last.writes.every(({ table }) => table !== write.table))
        last.writes.push(write);
      else waiting.push({ writes: [write] });
    },
    async commit(): Promise<void> {
      await underWay;
      if (!begun && waiting.length === 0) return;
      waiting.push(COMMIT);
      await depart();
    },
    async undo(): Promise<void> {
      await underWay;
      waiting = [];
      if (begun) await statements.all([ROLLBACK]);
    },
  };
}

/** Where a statement before it failed, and the work went on all the same, the database undoes what it should keep. */
function requireCommitted(travelling: Waiting[], results: Done<object>[]): void {
  const place = travelling.indexOf(COMMIT);
  if (place !== -1 && results[place]?.tag !== "COMMIT")
    throw new Error("a transaction in which a statement had failed was to be kept");
}
