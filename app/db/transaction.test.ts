import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openPglite, type EmbeddedPostgres } from "./pglite.ts";
import type { Call, PreparedStatements } from "./prepared-statements.ts";
import { transact } from "./transaction.ts";
import type { Write } from "./writes.ts";

let database: EmbeddedPostgres;

beforeAll(async () => {
  database = await openPglite("memory://");
  await database.driver.script(`CREATE TABLE thing (id bigint PRIMARY KEY)`);
}, 60_000);
afterAll(() => database.driver.close());
beforeEach(() => database.driver.query(`DELETE FROM thing`));

/** A write to a table, as what it is called. */
function writing(table: string): Write {
  return { table, isOne: true, text: () => `${table} AS (write)` };
}

function inserting(id: number): Write {
  const text: Write["text"] = (words) =>
    `new_thing AS (INSERT INTO thing (id) SELECT r.id FROM ${words.rows({ id: "bigint" }, [{ id }])})`;
  return { table: "thing", isOne: true, text };
}

const INSERT = `INSERT INTO thing (id) VALUES ($1)`;
const ALL = `SELECT id FROM thing ORDER BY id`;

/** Statements that go nowhere, and how they travelled. */
function noted(): { statements: PreparedStatements; journeys: string[][] } {
  const journeys: string[][] = [];
  const statements: PreparedStatements = {
    once: async () => [],
    all: async (calls: Call[]) => {
      journeys.push(calls.map(({ text }) => text));
      return calls.map(({ text }) => ({ rows: [], tag: text }));
    },
  };
  return { statements, journeys };
}

describe("statements of a transaction", () => {
  test("that are asked for at once travel together, the beginning with the first and the writes with the end", async () => {
    const { statements, journeys } = noted();
    await transact(statements, async (tx) => {
      await Promise.all([tx.query("a"), tx.query("b")]);
      await tx.query("c");
      tx.later(writing("d"));
    });
    expect(journeys).toEqual([["BEGIN", "a", "b"], ["c"], ["WITH d AS (write) SELECT", "COMMIT"]]);
  });

  test("keep their order, also where one waits for nobody", async () => {
    const { statements, journeys } = noted();
    await transact(statements, async (tx) => {
      tx.later(writing("thing"));
      await tx.query("read");
    });
    expect(journeys).toEqual([["BEGIN", "WITH thing AS (write) SELECT", "read"], ["COMMIT"]]);
  });

  test("are one where they write to different tables, and two where the second may change what the first wrote", async () => {
    const { statements, journeys } = noted();
    await transact(statements, async (tx) => {
      tx.later(writing("lot"));
      tx.later(writing("member"));
      tx.later(writing("lot"));
    });
    expect(journeys).toEqual([
      ["BEGIN", "WITH lot AS (write),\nmember AS (write) SELECT", "WITH lot AS (write) SELECT", "COMMIT"],
    ]);
  });

  test("need not be: then nothing travels", async () => {
    const { statements, journeys } = noted();
    expect(await transact(statements, async () => 7)).toBe(7);
    expect(journeys).toEqual([]);
  });
});

describe("a transaction on a database", () => {
  test("gives each statement its own answer", async () => {
    const { driver } = database;
    const answers = await driver.transaction((tx) =>
      Promise.all([tx.query(INSERT, [1]), tx.query(ALL), tx.query(INSERT, [2]), tx.query(ALL)]),
    );
    expect(answers).toEqual([[], [{ id: 1n }], [], [{ id: 1n }, { id: 2n }]]);
  });

  test("fails with the write that failed at its end, and leaves nothing", async () => {
    const { driver } = database;
    const failing = driver.transaction(async (tx) => {
      tx.later(inserting(1));
      tx.later(inserting(1));
    });
    await expect(failing).rejects.toMatchObject({ code: "23505" });
    expect(await driver.query(ALL)).toEqual([]);
  });

  test("tells everybody who waited of the one that failed, and of nothing after it is any done", async () => {
    const { driver } = database;
    const told: unknown[] = [];
    const failing = driver.transaction(async (tx) => {
      const asked = [tx.query(INSERT, [1]), tx.query(INSERT, [1]), tx.query(INSERT, [2])];
      told.push(...(await Promise.allSettled(asked)).map(({ status }) => status));
    });
    await expect(failing).rejects.toThrow("was to be kept");
    expect(told).toEqual(["rejected", "rejected", "rejected"]);
    expect(await driver.query(ALL)).toEqual([]);
  });
});
