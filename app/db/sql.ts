import type { Write } from "./writes.ts";

/**
 * The few statements of the hot path go straight to the driver: inside a transaction Prisma costs several times
 * as much, and the ledger's writes are bulk statements that it has no words for. Everything else uses Prisma.
 */
export interface Sql {
  /** Whole numbers come back as bigint, instants as Date, json parsed. */
  query<Row extends object>(text: string, parameters?: unknown[]): Promise<Row[]>;
  /**
   * As `query`, for what runs again and again by an index, whatever its parameters: its plan is kept. Within a
   * transaction that is so for every statement.
   */
  again<Row extends object>(text: string, parameters?: unknown[]): Promise<Row[]>;
}

/**
 * Statements that are asked for at once (`Promise.all`) travel together, in the order in which they were asked for: a
 * way to the database and back costs as much as several of them.
 */
export interface TransactionSql extends Sql {
  /**
   * For a write whose answer nobody reads: it goes with the next statement or with the end of the transaction, and as one
   * statement with all others that wait.
   */
  later(write: Write): void;
}

export interface SqlDriver extends Sql {
  transaction<T>(work: (sql: TransactionSql) => Promise<T>): Promise<T>;
  /** Several statements without parameters, as migrations are. */
  script(text: string): Promise<void>;
  close(): Promise<void>;
}
