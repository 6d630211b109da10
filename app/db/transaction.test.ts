import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openPglite, type EmbeddedPostgres } from "./pglite.ts";
import type { Call, PreparedStatements } from "./prepared-statements.ts";
import { transact } from "./transaction.ts";

let database: EmbeddedPostgres;

beforeAll(async () => {
  database = await openPglite("memory://");
  await database.driver.script(`CREATE TABLE thing (id bigint PRIMARY KEY)`);
}, 60_000);
afterAll(() => database.driver.close());
beforeEach(() => database.driver.query(`DELETE FROM thing`));

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
      tx.later("d");
      tx.later("e");
    });
    expect(journeys).toEqual([["BEGIN", "a", "b"], ["c"], ["d", "e", "COMMIT"]]);
  });

  test("keep their order, also where one waits for nobody", async () => {
    const { statements, journeys } = noted();
    await transact(statements, async (tx) => {
      tx.later("write");
      await tx.query("read");
    });
    expect(journeys).toEqual([["BEGIN", "write", "read"], ["COMMIT"]]);
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
      tx.later(INSERT, [1]);
      tx.later(INSERT, [1]);
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
