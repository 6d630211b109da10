import { serialize } from "pg-protocol";
import { written, type Message, type Wire } from "./wire.ts";

/** Of a statement that the database has read: how its columns are turned into values. */
interface Statement {
  name: string;
  columns: Column[];
  runs: number;
  /** After this many runs its plan is made anew. */
  plannedUntil: number;
}

interface Column {
  name: string;
  read: (text: string) => unknown;
}

/** More than the app has statements. Those that build their text anew each time must not fill the memory. */
const MOST_STATEMENTS = 500;
/**
 * A plan made while a table was nearly empty is wrong for a large one, and nothing says in time that it has grown: an
 * embedded database does not count, a server does so once a minute.
 */
const FIRST_PLAN_RUNS = 25;
const PLANS_GROW = 16;
const MOST_PLAN_RUNS = 10_000;

/**
 * A plan for whatever parameters come. Left to itself the database goes on planning anew where a list of one looks cheaper
 * than a list of any length does: that costs more than most statements of the hot path take to be done.
 */
const KEEP_PLANS = `SET plan_cache_mode = force_generic_plan`;
const PLAN_ONCE = `SELECT set_config('plan_cache_mode', 'force_custom_plan', true)`;

export interface Call {
  text: string;
  parameters: unknown[];
}

export interface Done<Row> {
  rows: Row[];
  /** What the database calls it: "INSERT 0 1", "COMMIT". */
  tag: string;
}

export interface PreparedStatements {
  /** Planned for these very parameters. */
  once<Row extends object>(call: Call): Promise<Row[]>;
  /**
   * By plans that are kept, for planning costs more than most statements of the hot path do. All go in one exchange;
   * after one that fails none is done, and it rejects with what was wrong.
   */
  all(calls: Call[]): Promise<Done<object>[]>;
}

/** Of one connection. To be called in turn: the next call only once the one before has been answered. */
export function preparedStatements(wire: Wire): PreparedStatements {
  const known = new Map<string, Statement>();
  let made = 0;
  let keepsPlans = false;

  async function prepare(text: string, before?: Statement): Promise<Statement> {
    const name = `s${(made += 1)}`;
    known.delete(text);
    const messages = await send([
      ...(before === undefined ? [] : [serialize.close({ type: "S", name: before.name })]),
      serialize.parse({ name, text }),
      serialize.describe({ type: "S", name }),
    ]);
    const plannedUntil =
      before === undefined ? FIRST_PLAN_RUNS : Math.min(before.plannedUntil * PLANS_GROW, MOST_PLAN_RUNS);
    const statement = {
      name,
      columns: columnsOf(messages),
      runs: 0,
      plannedUntil,
    };
    known.set(text, statement);
    return statement;
  }

  async function keepPlans(): Promise<void> {
    if (keepsPlans) return;
    await send([serialize.parse({ text: KEEP_PLANS }), serialize.bind({}), serialize.execute({})]);
    keepsPlans = true;
  }

  async function makeRoom(needed: number): Promise<void> {
    if (known.size + needed <= MOST_STATEMENTS) return;
    const names = [...known.values()].map(({ name }) => name);
    known.clear();
    await send(names.map((name) => serialize.close({ type: "S", name })));
  }

  async function current(text: string): Promise<Statement> {
    const statement = known.get(text);
    if (statement === undefined) return prepare(text);
    return statement.runs < statement.plannedUntil ? statement : prepare(text, statement);
  }

  function send(parts: Buffer[]): Promise<Message[]> {
    return wire.exchange(Buffer.concat([...parts, serialize.sync()]));
  }

  function columnsOf(messages: Message[]): Column[] {
    return messages.flatMap((message) =>
      message.name === "rowDescription"
        ? message.fields.map(({ name, dataTypeID }) => ({ name, read: wire.readerOf(dataTypeID) }))
        : [],
    );
  }

  return {
    async once<Row extends object>({ text, parameters }: Call) {
      const messages = await send([
        // Until the exchange is over, which is a transaction by itself.
        serialize.parse({ text: PLAN_ONCE }),
        serialize.bind({}),
        serialize.execute({}),
        serialize.parse({ text }),
        serialize.bind({ values: parameters.map(written) }),
        serialize.describe({ type: "P" }),
        serialize.execute({}),
      ]);
      const [, done] = resultsOf(messages, [[], columnsOf(messages)]);
      return (done?.rows ?? []) as Row[];
    },
    async all(calls) {
      await keepPlans();
      await makeRoom(calls.length);
      const statements: Statement[] = [];
      for (const { text } of calls) statements.push(await current(text));
      const parts = statements.flatMap((statement, place) => {
        statement.runs += 1;
        const values = (calls[place]?.parameters ?? []).map(written);
        return [serialize.bind({ statement: statement.name, values }), serialize.execute({})];
      });
      return resultsOf(
        await send(parts),
        statements.map(({ columns }) => columns),
      );
    },
  };
}

/** Rows follow each other statement by statement; each ends with its tag. */
function resultsOf(messages: Message[], columns: Column[][]): Done<object>[] {
  const results: Done<object>[] = [];
  let rows: object[] = [];
  for (const message of messages) {
    if (message.name === "dataRow") rows.push(rowOf(columns[results.length] ?? [], message.fields));
    if (message.name !== "commandComplete") continue;
    results.push({ rows, tag: message.text });
    rows = [];
  }
  return results;
}

function rowOf(columns: Column[], fields: (string | null)[]): object {
  const row: Record<string, unknown> = {};
  for (const [place, { name, read }] of columns.entries()) {
    const text = fields[place] ?? null;
    row[name] = text === null ? null : read(text);
  }
  return row;
}
