import { protocol, types, type PGlite } from "@electric-sql/pglite";

/** Of a statement that the database has read: what its parameters are, and how its columns are turned into values. */
interface Statement {
  name: string;
  parameters: number[];
  columns: { name: string; read: (text: string) => unknown }[];
  runs: number;
  /** After this many runs its plan is made anew. */
  plannedUntil: number;
}

/** More than the app has statements. Those that build their text anew each time must not fill the memory. */
const MOST_STATEMENTS = 500;
/** A plan made while a table was nearly empty is wrong for a large one, and nothing here says that it has grown. */
const FIRST_PLAN_RUNS = 25;
const MOST_PLAN_RUNS = 10_000;

const READERS: Record<number, (text: string) => unknown> = {
  [types.INT8]: BigInt,
  [types.NUMERIC]: BigInt,
};

export interface PreparedStatements {
  /** Planned for these very parameters. */
  once<Row extends object>(text: string, parameters: unknown[]): Promise<Row[]>;
  /** By a plan that is kept: planning costs more than most statements of the hot path do. */
  again<Row extends object>(text: string, parameters: unknown[]): Promise<Row[]>;
}

/**
 * Runs statements in one exchange with the database each; PGlite's own `query` takes five, and has the text read anew
 * every time. Must be called in turn with other users of the database, or within a transaction.
 */
export function preparedStatements(pglite: PGlite): PreparedStatements {
  const { serialize } = protocol;
  const known = new Map<string, Statement>();
  let made = 0;

  function send(parts: Uint8Array[]): Promise<Message[]> {
    const exchange = Buffer.concat([...parts, serialize.sync()]);
    return pglite.runExclusive(
      async () => (await pglite.execProtocol(exchange, { syncToFs: false })).messages,
    );
  }

  async function prepare(text: string, before?: Statement): Promise<Statement> {
    if (known.size >= MOST_STATEMENTS) await forgetAll();
    const name = `s${(made += 1)}`;
    const messages = await send([
      ...(before === undefined ? [] : [serialize.close({ type: "S", name: before.name })]),
      serialize.parse({ name, text }),
      serialize.describe({ type: "S", name }),
    ]);
    const plannedUntil = Math.min((before?.plannedUntil ?? FIRST_PLAN_RUNS / 4) * 4, MOST_PLAN_RUNS);
    const statement: Statement = { name, parameters: [], columns: [], runs: 0, plannedUntil };
    for (const message of messages) {
      if (message.name === "parameterDescription") statement.parameters = typesOf(message);
      if (message.name === "rowDescription") statement.columns = columnsOf(pglite, message);
    }
    known.set(text, statement);
    return statement;
  }

  async function forgetAll(): Promise<void> {
    const names = [...known.values()].map(({ name }) => name);
    known.clear();
    await send(names.map((name) => serialize.close({ type: "S", name })));
  }

  async function current(text: string): Promise<Statement> {
    const statement = known.get(text) ?? (await prepare(text));
    return statement.runs < statement.plannedUntil ? statement : prepare(text, statement);
  }

  async function run<Row>(
    name: string,
    statement: Statement,
    parameters: unknown[],
    text?: string,
  ): Promise<Row[]> {
    statement.runs += 1;
    const values = parameters.map((value, place) => written(pglite, value, statement.parameters[place]));
    const messages = await send([
      ...(text === undefined ? [] : [serialize.parse({ text })]),
      serialize.bind({ statement: name, values }),
      serialize.execute({}),
    ]);
    return messages.flatMap((message) => (message.name === "dataRow" ? rowOf<Row>(statement, message) : []));
  }

  return {
    once: async (text, parameters) => run("", known.get(text) ?? (await prepare(text)), parameters, text),
    again: async (text, parameters) => {
      const statement = await current(text);
      return run(statement.name, statement, parameters);
    },
  };
}

type Message = Awaited<ReturnType<PGlite["execProtocol"]>>["messages"][number];

function typesOf(message: Message): number[] {
  return (message as unknown as { dataTypeIDs: number[] }).dataTypeIDs;
}

function columnsOf(pglite: PGlite, message: Message): Statement["columns"] {
  const { fields } = message as unknown as { fields: { name: string; dataTypeID: number }[] };
  return fields.map(({ name, dataTypeID }) => ({
    name,
    read: READERS[dataTypeID] ?? ((text): unknown => pglite.parsers[dataTypeID]?.(text, dataTypeID) ?? text),
  }));
}

function rowOf<Row>({ columns }: Statement, message: Message): Row {
  const { fields } = message as unknown as { fields: (string | null)[] };
  const row: Record<string, unknown> = {};
  columns.forEach(({ name, read }, place) => {
    const text = fields[place] ?? null;
    row[name] = text === null ? null : read(text);
  });
  return row as Row;
}

function written(pglite: PGlite, value: unknown, type: number | undefined): string | null {
  if (value === null || value === undefined) return null;
  const serialize = pglite.serializers[type ?? 0];
  if (serialize !== undefined) return serialize(value);
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return value.toString();
  throw new TypeError(`the database's type ${type} takes no ${typeof value}`);
}
