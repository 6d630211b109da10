import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { gatherCalls } from "./gathering.ts";
import { openPglite, type EmbeddedPostgres } from "./pglite.ts";
import type { Call, Done } from "./prepared-statements.ts";

let database: EmbeddedPostgres;

beforeAll(async () => {
  database = await openPglite("memory://");
  await database.driver.script(`CREATE TABLE thing (id bigint PRIMARY KEY)`);
}, 60_000);

beforeEach(() => database.driver.query(`DELETE FROM thing`));

afterAll(() => database.driver.close());

const INSERT = `INSERT INTO thing VALUES ($1)`;

test("what is asked at once goes together, and each gets its own answer", async () => {
  const journeys: string[][] = [];
  const ask = gatherCalls({
    inTurn: (use) => nextTurn().then(use),
    async exchange(calls: Call[]) {
      journeys.push(calls.map(({ text }) => text));
      return calls.map(({ text }): Done<object> => ({ rows: [{ of: text }], tag: "" }));
    },
  });
  const asked = ["a", "b", "c"].map((text) => ask({ text, parameters: [] }));
  expect((await Promise.all(asked)).map(({ rows }) => rows)).toEqual([
    [{ of: "a" }],
    [{ of: "b" }],
    [{ of: "c" }],
  ]);
  await ask({ text: "d", parameters: [] });
  expect(journeys).toEqual([["a", "b", "c"], ["d"]]);
});

test("one that fails takes nobody with it, and what goes with it is done once", async () => {
  const { driver } = database;
  const asked = [1, 2, 1, 3].map((id) => driver.again(INSERT, [id]));
  const wrong = driver.again(`SELECT nothing FROM thing`);
  const seen = driver.again(`SELECT id FROM thing ORDER BY id`);
  const said = await Promise.allSettled([...asked, wrong]);
  expect(said.map(({ status }) => status)).toEqual([
    ...["fulfilled", "fulfilled", "rejected", "fulfilled"],
    "rejected",
  ]);
  expect(said[2]).toMatchObject({ reason: { code: "23505" } });
  expect(await seen).toEqual([{ id: 1n }, { id: 2n }, { id: 3n }]);
});

test("more than go together are all answered, each with its own", async () => {
  const { driver } = database;
  const all = Array.from({ length: 100 }, (_, place) => place);
  const rows = await Promise.all(all.map((n) => driver.again<{ n: number }>(`SELECT $1::int AS n`, [n])));
  expect(rows.map(([row]) => row?.n)).toEqual(all);
});

test("whoever asks of a database that is closed is told so", async () => {
  const { driver } = await openPglite("memory://");
  await driver.close();
  const asked = [driver.again(`SELECT 1`), driver.again(`SELECT 2`)];
  const said = await Promise.allSettled(asked);
  expect(said.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
}, 60_000);
