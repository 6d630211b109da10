import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openPglite, type EmbeddedPostgres } from "./pglite.ts";
import { together, type ColumnType, type Write } from "./writes.ts";

let database: EmbeddedPostgres;

beforeAll(async () => {
  database = await openPglite("memory://");
  await database.driver.script(
    `CREATE TABLE thing (id bigint PRIMARY KEY, at timestamptz, names text[], numbers bigint[], facts jsonb, seen boolean);
     CREATE TABLE other (id bigint PRIMARY KEY)`,
  );
}, 60_000);
afterAll(() => database.driver.close());
beforeEach(() => database.driver.script(`DELETE FROM thing; DELETE FROM other`));

const COLUMNS: Record<string, ColumnType> = {
  id: "bigint",
  at: "timestamptz",
  names: "text[]",
  numbers: "bigint[]",
  facts: "jsonb",
  seen: "boolean",
};

function things(rows: Record<string, unknown>[]): Write {
  return {
    table: "thing",
    isOne: rows.length === 1,
    text: (words) =>
      `thing AS (INSERT INTO thing (id, at, names, numbers, facts, seen)
        SELECT r.id, r.at, r.names::text[], r.numbers::bigint[], r.facts, r.seen FROM ${words.rows(COLUMNS, rows)})`,
  };
}

function others(ids: number[]): Write {
  return {
    table: "other",
    isOne: ids.length === 1,
    text: (words) => {
      const rows = words.rows(
        { id: "bigint" },
        ids.map((id) => ({ id })),
      );
      return `other AS (INSERT INTO other (id) SELECT r.id FROM ${rows})`;
    },
  };
}

const HARD = `a "quoted", {braced} \\ one\nof two lines, 'NULL' and 𝄞`;
const at = new Date("2026-07-01T09:00:00.123Z");
const full = {
  at,
  names: [HARD, "NULL", ""],
  numbers: ["9007199254740993"],
  facts: JSON.stringify({ text: HARD }),
  seen: true,
};
const empty = { at: null, names: [], numbers: [], facts: null, seen: null };

async function write(...writes: Write[]): Promise<void> {
  const { text, parameters } = together(writes);
  await database.driver.query(text, parameters);
}

const read = () => database.driver.query(`SELECT * FROM thing ORDER BY id`);
const came = { at, names: full.names, numbers: [9_007_199_254_740_993n], facts: { text: HARD }, seen: true };

test("a row comes as it was given, whatever stands in it", async () => {
  await write(things([{ id: 1, ...full }]));
  await write(things([{ id: 2, ...empty }]));
  expect(await read()).toMatchObject([
    { id: 1n, ...came },
    { id: 2n, ...empty },
  ]);
});

test("rows come as they were given, each with its own lists", async () => {
  await write(
    things([
      { id: 1, ...full },
      { id: 2, ...empty },
      { id: 3, ...full, names: ["alone"] },
    ]),
  );
  expect(await read()).toMatchObject([
    { id: 1n, ...came },
    { id: 2n, ...empty },
    { id: 3n, names: ["alone"] },
  ]);
});

test("writes to several tables are one statement, and none of it is kept where one fails", async () => {
  await write(things([{ id: 1, ...empty }]), others([1, 2]));
  await expect(write(things([{ id: 2, ...empty }]), others([2]))).rejects.toMatchObject({ code: "23505" });
  expect(await read()).toHaveLength(1);
  expect(await database.driver.query(`SELECT id FROM other ORDER BY id`)).toEqual([{ id: 1n }, { id: 2n }]);
});

test("units of the same sort are the same text, whatever their number of rows", () => {
  const textOf = (ids: number[]) => together([others(ids)]).text;
  expect(textOf([1])).toBe(textOf([2]));
  expect(textOf([1, 2])).toBe(textOf([1, 2, 3]));
});
