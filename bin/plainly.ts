import { statfsSync } from "node:fs";
import { inspect } from "node:util";

/** How the system, SQLite, PostgreSQL and PGlite say it; 51 is the number of the last one's own little system. */
const FULL = /ENOSPC|no space left|disk is full|could not extend file|SQLITE_FULL|ErrnoError.*errno: 51/is;
const READ_ONLY = /EACCES|EROFS|EPERM|readonly database/i;

/** With less than this nothing can go on, whatever failed first. */
const LEAST_FREE_BYTES = 4 * 1024 * 1024;

/** An error as one sentence that says what to do about it; `folder` is where the program writes. */
export function plainly(error: unknown, folder?: string): string {
  const text = error instanceof Error ? error.message : inspect(error);
  if (FULL.test(text) || (folder !== undefined && isFull(folder)))
    return "The disk is full. Free some space and start again; nothing that was acknowledged is lost.";
  if (READ_ONLY.test(text)) return `A file cannot be written: ${text}`;
  return text;
}

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < LEAST_FREE_BYTES;
  } catch {
    return false;
  }
}
