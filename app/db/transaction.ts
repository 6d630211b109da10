import type { Call, Done, PreparedStatements } from "./prepared-statements.ts";
import type { Sql, TransactionSql } from "./sql.ts";

/** A statement on its way, and whoever waits for its answer. */
interface Waiting extends Call {
  answered?: (rows: object[]) => void;
  failed?: (error: unknown) => void;
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
  let waiting: Waiting[] = [];
  let begun = false;
  let scheduled = false;
  /** The exchange before, which rejects nobody but those who wait for its statements. */
  let underWay: Promise<void> = Promise.resolve();

  async function exchange(): Promise<void> {
    scheduled = false;
    if (waiting.length === 0) return;
    const together = begun ? waiting : [BEGIN, ...waiting];
    waiting = [];
    begun = true;
    try {
      const results = await statements.all(together);
      together.forEach(({ answered }, place) => answered?.(results[place]?.rows ?? []));
      requireCommitted(together, results);
    } catch (error) {
      for (const { failed } of together) failed?.(error);
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
    note(text: string, parameters: unknown[] = []): void {
      waiting.push({ text, parameters });
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
function requireCommitted(together: Waiting[], results: Done<object>[]): void {
  const place = together.indexOf(COMMIT);
  if (place !== -1 && results[place]?.tag !== "COMMIT")
    throw new Error("a transaction in which a statement had failed was to be kept");
}
