import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SqlDriver } from "./sql.ts";

const FOLDER = join(import.meta.dirname, "../../prisma/migrations");

/** Prisma's own table of applied migrations, so that `prisma migrate status` and `deploy` agree with us. */
const BOOK = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/**
 * Applies what is missing, each migration in a transaction of its own. The command line of Prisma would do the same
 * but must open the database itself, and an embedded one can be open only once.
 */
export async function migrate(driver: SqlDriver): Promise<string[]> {
  await driver.script(BOOK);
  const rows = await driver.query<{ migration_name: string }>(
    `SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL`,
  );
  const applied = new Set(rows.map((row) => row.migration_name));
  const missing = listMigrations().filter((name) => !applied.has(name));
  for (const name of missing) await applyMigration(driver, name);
  return missing;
}

function listMigrations(): string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function applyMigration(driver: SqlDriver, name: string): Promise<void> {
  const text = readFileSync(join(FOLDER, name, "migration.sql"), "utf8");
  const checksum = createHash("sha256").update(text).digest("hex");
  // Two processes may start at once: the second waits for the lock, finds the row and does nothing.
  await driver.script(`BEGIN;
    SELECT pg_advisory_xact_lock(5310281);
    DO $migration$ BEGIN
      IF NOT EXISTS (SELECT 1 FROM "_prisma_migrations" WHERE migration_name = '${name}') THEN
        EXECUTE ${quote(text)};
        INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count)
        VALUES ('${randomUUID()}', '${checksum}', now(), '${name}', 1);
      END IF;
    END $migration$;
    COMMIT;`);
}

function quote(text: string): string {
  return `$statements$${text}$statements$`;
}
