import pg from "pg";
import { preparedStatements, type PreparedStatements } from "./prepared-statements.ts";
import type { SqlDriver } from "./sql.ts";
import { transact } from "./transaction.ts";
import type { Message, Wire } from "./wire.ts";

const INT8 = 20;
const NUMERIC = 1700;

export function openPostgres(connectionString: string, connections: number): SqlDriver {
  const pool = new pg.Pool({ connectionString, max: connections });
  const prepared = new WeakMap<pg.PoolClient, PreparedStatements>();
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => undefined);

  async function onConnection<T>(
    use: (statements: PreparedStatements, lost: (error: unknown) => void) => Promise<T>,
  ): Promise<T> {
    const client = await pool.connect();
    let statements = prepared.get(client);
    if (statements === undefined) prepared.set(client, (statements = preparedStatements(wireOf(client))));
    let isLost = false;
    try {
      return await use(statements, () => (isLost = true));
    } finally {
      client.release(isLost);
    }
  }

  return {
    query: (text, parameters = []) => onConnection((statements) => statements.once({ text, parameters })),
    again: <Row extends object>(text: string, parameters: unknown[] = []) =>
      onConnection(async (statements) => {
        const [done] = await statements.all([{ text, parameters }]);
        return (done?.rows ?? []) as Row[];
      }),
    transaction: (work) => onConnection((statements, lost) => transact(statements, work, lost)),
    async script(text) {
      await pool.query(text);
    },
    close: () => pool.end(),
  };
}

function wireOf(client: pg.PoolClient): Wire {
  return {
    exchange: (messages) =>
      new Promise((resolve, reject) => {
        client.query(new Exchange(messages, { resolve, reject }));
      }),
    readerOf: (type) =>
      type === INT8 || type === NUMERIC
        ? BigInt
        : (pg.types.getTypeParser(type, "text") as (text: string) => unknown),
  };
}

/** What pg calls a query is here any number of messages that end with "sync": it waits for the one answer to that. */
class Exchange {
  readonly #messages: Buffer;
  readonly #came: Message[] = [];
  readonly #told: { resolve(came: Message[]): void; reject(error: Error): void };

  constructor(messages: Buffer, told: { resolve(came: Message[]): void; reject(error: Error): void }) {
    this.#messages = messages;
    this.#told = told;
  }

  submit(connection: pg.Connection): void {
    connection.stream.write(this.#messages);
  }

  handleRowDescription(message: Message): void {
    this.#came.push(message);
  }

  handleDataRow(message: Message): void {
    this.#came.push(message);
  }

  handleCommandComplete(message: Message): void {
    this.#came.push(message);
  }

  handleEmptyQuery(): void {
    this.#came.push({ name: "commandComplete", text: "" });
  }

  handleReadyForQuery(): void {
    this.#told.resolve(this.#came);
  }

  handleError(error: Error): void {
    this.#told.reject(error);
  }
}
