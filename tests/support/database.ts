import { createHash, randomBytes } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { openDatabase, type DatabaseSettings } from "../../app/db/database.ts";
import { startJobQueue } from "../../app/jobs/queue.ts";
import packages from "../../package.json" with { type: "json" };

/** A PostgreSQL server to run the flows on; without it each test file has an embedded database of its own. */
const server = process.env.TEST_DATABASE_URL;
export const onPostgres = server !== undefined;

export interface TestDatabase {
  settings: DatabaseSettings;
  /** Removes it; nobody may have it open. */
  drop(): Promise<void>;
}

/** An empty database for one test file: on the server that TEST_DATABASE_URL names, else embedded. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return server === undefined ? createEmbedded() : createOnServer(server);
}

interface ServerDatabase extends TestDatabase {
  name: string;
}

/** A copy of the one that stands ready, where one does: migrating anew takes longer than many a test. */
async function createOnServer(
  address: string,
  template = process.env.TEST_DATABASE_TEMPLATE,
): Promise<ServerDatabase> {
  const name = `perennial_${process.pid}_${randomBytes(4).toString("hex")}`;
  await onServer(address, `CREATE DATABASE ${name} TEMPLATE ${template ?? "template1"}`);
  const url = new URL(address);
  url.pathname = `/${name}`;
  return {
    name,
    settings: { url: url.href, folder: "" },
    drop: () => onServer(address, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** A database with every table in it, for others to be copied from; nobody has it open. */
export async function prepareOnServer(address: string): Promise<ServerDatabase> {
  const prepared = await createOnServer(address, "template1");
  await makeTables(prepared.settings);
  return prepared;
}

async function makeTables(settings: DatabaseSettings): Promise<void> {
  const db = await openDatabase(settings);
  const jobs = await startJobQueue(db.queueConnection, (error) => {
    throw error;
  });
  await jobs.stop();
  await db.close();
}

/** A copy of one that stands ready: making an embedded database takes seconds, copying one takes none. */
export async function createEmbedded(): Promise<TestDatabase> {
  const parent = mkdtempSync(join(tmpdir(), "perennial-"));
  const folder = join(parent, "database");
  cpSync(await preparedDatabase(), folder, { recursive: true });
  return {
    settings: { url: undefined, folder },
    drop: async () => rmSync(parent, { recursive: true, force: true }),
  };
}

const MIGRATIONS = join(import.meta.dirname, "../../prisma/migrations");
const PREPARED = join(import.meta.dirname, "../../node_modules/.cache/perennial-test-database");

async function preparedDatabase(): Promise<string> {
  const { "@electric-sql/pglite": engine, "pg-boss": queue } = packages.dependencies;
  const migrations = readdirSync(MIGRATIONS, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".sql"),
  );
  const recipe = JSON.stringify([
    engine,
    queue,
    ...migrations.map((file) => readFileSync(join(MIGRATIONS, file), "utf8")),
  ]);
  const prepared = join(PREPARED, createHash("sha256").update(recipe).digest("hex").slice(0, 16));
  if (existsSync(prepared)) return prepared;
  mkdirSync(dirname(prepared), { recursive: true });
  const draft = mkdtempSync(`${prepared}-`);
  await makeTables({ url: undefined, folder: draft });
  try {
    renameSync(draft, prepared);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // Another test file was faster.
  }
  return prepared;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
