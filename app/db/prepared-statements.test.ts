import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPglite, type EmbeddedPostgres } from "./pglite.ts";

let database: EmbeddedPostgres;

beforeAll(async () => {
  database = await openPglite("memory://");
  await database.driver.script(
    `CREATE TABLE thing (id bigint PRIMARY KEY, at timestamptz, names text[], facts jsonb)`,
  );
}, 60_000);

afterAll(async () => {
  await database.driver.close();
});

describe.each(["query", "again"] as const)("a statement by `%s`", (how) => {
  test("takes and gives whole numbers, instants, lists, documents and nothing", async () => {
    const { driver } = database;
    await driver.query(`DELETE FROM thing`);
    const at = new Date("2026-07-01T09:00:00.123Z");
    await driver[how](`INSERT INTO thing VALUES ($1, $2, $3, $4::text::jsonb)`, [
      "9007199254740993",
      at,
      ['a "quoted", one', "b"],
      `{"n": 1}`,
    ]);
    await driver[how](`INSERT INTO thing VALUES ($1, $2, $3, $4::text::jsonb)`, [2n, null, null, null]);
    expect(await driver[how](`SELECT * FROM thing ORDER BY id DESC`)).toEqual([
      { id: 9_007_199_254_740_993n, at, names: ['a "quoted", one', "b"], facts: { n: 1 } },
      { id: 2n, at: null, names: null, facts: null },
    ]);
  });

  test("says what is wrong, and the next one works", async () => {
    const { driver } = database;
    const insert = `INSERT INTO thing (id) VALUES ($1)`;
    await driver.query(`DELETE FROM thing`);
    await driver[how](insert, [1]);
    await expect(driver[how](insert, [1])).rejects.toMatchObject({ code: "23505" });
    await expect(driver[how](`SELECT nothing FROM thing`)).rejects.toThrow(/nothing/);
    expect(await driver[how](`SELECT id FROM thing`)).toEqual([{ id: 1n }]);
  });
});

describe("a transaction", () => {
  test("leaves nothing of what failed, and what was prepared in it still works", async () => {
    const { driver } = database;
    await driver.query(`DELETE FROM thing`);
    const insert = `INSERT INTO thing (id, names) VALUES ($1, '{}')`;
    const failing = driver.transaction(async (tx) => {
      await tx.query(insert, [1]);
      await tx.query(insert, [1]);
    });
    await expect(failing).rejects.toMatchObject({ code: "23505" });
    await driver.transaction((tx) => tx.query(insert, [2]));
    expect(await driver.query(`SELECT id FROM thing`)).toEqual([{ id: 2n }]);
  });

  test("is not seen by a statement that was asked for meanwhile until it has ended", async () => {
    const { driver } = database;
    await driver.query(`DELETE FROM thing`);
    let seen: Promise<unknown[]> | undefined;
    const failing = driver.transaction(async (tx) => {
      await tx.query(`INSERT INTO thing (id) VALUES (7)`);
      seen = driver.again(`SELECT id FROM thing`);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await seen).toEqual([]);
  });
});

test("a kept plan follows a table that grew, and more statements than are kept do not disturb it", async () => {
  const { driver } = database;
  await driver.query(`DELETE FROM thing`);
  const find = `SELECT count(*) AS n FROM thing WHERE id = $1`;
  for (let id = 1; id <= 150; id++) {
    await driver.again(`INSERT INTO thing (id) VALUES ($1)`, [id]);
    expect(await driver.again(find, [id])).toEqual([{ n: 1n }]);
  }
  for (let other = 0; other < 600; other++) await driver.again(`SELECT ${other} AS n`);
  expect(await driver.again(find, [150])).toEqual([{ n: 1n }]);
});
