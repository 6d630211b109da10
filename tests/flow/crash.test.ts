import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openDatabase } from "../../app/db/database.ts";
import { createEmbedded, createTestDatabase, onPostgres, type TestDatabase } from "../support/database.ts";
import { deliveriesOf, figuresOf, programme, startPerennialInTest, verified } from "../support/perennial.ts";
import { seededRandom } from "../support/random.ts";
import { SEED } from "../support/scale.ts";

/** FAULT_SEED=n kills at the same moments again, FAULT_KILLS more often. */
const KILLS = Number(process.env.FAULT_KILLS ?? 4);
const SHOP = "crash.myshopify.com";
const CHILD = join(import.meta.dirname, "../support/crash-child.ts");

type Role = "both" | "receiver" | "worker";

interface Child {
  /** What it said was acknowledged. */
  said: string[];
  /** Resolves when something was acknowledged. */
  atWork: Promise<unknown>;
  kill(): Promise<void>;
}

/** Starts a process of its own and waits until it is at work. */
async function startChild(role: Role, first: number, { settings }: TestDatabase): Promise<Child> {
  const child = spawn(process.execPath, [CHILD, role, SHOP, String(first), JSON.stringify(settings)]);
  const said: string[] = [];
  let faults = "";
  let rest = "";
  const ready = Promise.withResolvers<void>();
  child.stderr.on("data", (data: Buffer) => (faults += data.toString()));
  child.stdout.on("data", (data: Buffer) => {
    const lines = (rest + data.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "ready") ready.resolve();
      else {
        said.push(line);
        child.emit("at work");
      }
    }
  });
  child.once("exit", () => ready.reject(new Error(`it ended by itself: ${faults}`)));
  await ready.promise;
  return {
    said,
    atWork: said.length > 0 ? Promise.resolve() : once(child, "at work"),
    async kill() {
      const closed = once(child, "close");
      child.kill("SIGKILL");
      await closed;
    },
  };
}

async function prepare(database: TestDatabase): Promise<void> {
  const app = await startPerennialInTest({ ...database, drop: async () => undefined });
  await app.install(SHOP, programme());
  await app.close();
}

/** What was acknowledged is remembered; what is remembered is settled once; the books equal a reckoning of our own. */
async function expectNothingLost(database: TestDatabase, acknowledged: string[]): Promise<void> {
  const app = await startPerennialInTest(database);
  try {
    await app.settle(SHOP);
    const rows = await deliveriesOf(app, SHOP);
    expect(rows.filter(({ state }) => state !== "done")).toEqual([]);
    const remembered = new Set(rows.map((row) => row.webhook_id));
    expect(acknowledged.filter((id) => !remembered.has(id))).toEqual([]);
    const points = new Map<number, bigint>();
    for (const id of remembered) {
      const [kind, n = 0] = [id.split("-")[0], Number(id.split("-")[1])];
      const isWithoutOrder = kind === "refund" && !remembered.has(`order-${n}`);
      if (!isWithoutOrder)
        points.set(1 + (n % 5), (points.get(1 + (n % 5)) ?? 0n) + (kind === "order" ? 10n : -4n));
    }
    for (const [customer, available] of points)
      expect(await figuresOf(app, SHOP, String(customer))).toMatchObject({ available });
    expect(await verified(app, SHOP)).toMatchObject({ ok: true, sum: 0n });
    expect(acknowledged.length).toBeGreaterThan(KILLS);
  } finally {
    await app.close();
  }
}

const numberOf = (acknowledged: string[]) =>
  acknowledged.reduce((most, id) => Math.max(most, Number(id.split("-")[1])), 0);

test.skipIf(onPostgres)(
  `a process that is killed at any moment loses nothing it acknowledged (FAULT_SEED=${SEED})`,
  { timeout: 60_000 + KILLS * 30_000 },
  async () => {
    const random = seededRandom(SEED);
    const database = await createEmbedded();
    await prepare(database);
    const acknowledged: string[] = [];
    for (let round = 0; round < KILLS; round++) {
      const child = await startChild("both", numberOf(acknowledged) + 100, database);
      // Now and then while it is still getting under way.
      if (random() < 0.8) await child.atWork;
      await sleep(random() * 300);
      await child.kill();
      acknowledged.push(...child.said);
    }
    await expectNothingLost(database, acknowledged);
  },
);

test.runIf(onPostgres)(
  `receiver and worker apart, each killed at any moment, lose nothing (FAULT_SEED=${SEED})`,
  { timeout: 60_000 + KILLS * 30_000 },
  async () => {
    const random = seededRandom(SEED);
    const database = await createTestDatabase();
    await prepare(database);
    const acknowledged: string[] = [];
    let [receiver, worker] = await Promise.all([
      startChild("receiver", 1, database),
      startChild("worker", 0, database),
    ]);
    for (let round = 0; round < KILLS; round++) {
      if (random() < 0.8) await receiver.atWork;
      await sleep(random() * 300);
      if (round % 2 === 0) {
        await worker.kill();
        worker = await startChild("worker", 0, database);
      } else {
        await receiver.kill();
        acknowledged.push(...receiver.said);
        receiver = await startChild("receiver", numberOf(acknowledged) + 100, database);
      }
    }
    await Promise.all([receiver.kill(), worker.kill()]);
    acknowledged.push(...receiver.said);
    await expectNothingLost(database, acknowledged);
  },
);

test.skipIf(onPostgres)(
  "a second process is refused in one clear sentence, and let in once the first is dead",
  async () => {
    const database = await createEmbedded();
    await prepare(database);
    const child = await startChild("worker", 0, database);
    await expect(openDatabase(database.settings)).rejects.toThrow(
      /in use by process \d+\. Stop that process first, or set DATABASE_URL/,
    );
    await expect(startChild("worker", 0, database)).rejects.toThrow(/in use by process/);
    await child.kill();
    const db = await openDatabase(database.settings);
    await expect(openDatabase(database.settings)).rejects.toThrow(/in use by process/);
    await db.close();
    await (await openDatabase(database.settings)).close();
    await database.drop();
  },
);
