import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";

export class FolderInUse extends Error {
  override name = "FolderInUse";
}

/** Takes a lock file that names this process; takes over one whose process is dead. Returns how to give it back. */
export function lockFolder(file: string): () => void {
  if (!take(file)) {
    const owner = Number(readFileSync(file, "utf8"));
    if (isAlive(owner)) {
      throw new FolderInUse(
        `The embedded database is in use by process ${owner}. Stop that process first, or set DATABASE_URL to a ` +
          `PostgreSQL server, which any number of processes may share. (Lock: ${file})`,
      );
    }
    rmSync(file, { force: true });
    if (!take(file))
      throw new FolderInUse(`Another process took the embedded database just now. (Lock: ${file})`);
  }
  return () => rmSync(file, { force: true });
}

function take(file: string): boolean {
  try {
    const descriptor = openSync(file, "wx");
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
