import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

export class FolderInUse extends Error {
  override name = "FolderInUse";
}

const BUSY = 5;

/**
 * Takes a lock file for this process; returns how to give it back. The lock is the operating system's, on a file beside
 * it that SQLite opens: it ends with the process, however that ends, and nobody can be mistaken for its owner. The lock
 * file itself only tells people who that is.
 */
export function lockFolder(file: string): () => void {
  const lock = new DatabaseSync(`${file}.sqlite`);
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== BUSY) throw error;
    throw new FolderInUse(
      `The embedded database is in use by ${ownerNamedIn(file)}. Stop that process first, or set DATABASE_URL to a ` +
        `PostgreSQL server, which any number of processes may share. (Lock: ${file})`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => {
    rmSync(file, { force: true });
    lock.close();
  };
}

function ownerNamedIn(file: string): string {
  try {
    return `process ${readFileSync(file, "utf8")}`;
  } catch {
    return "another process";
  }
}
