import { execFileSync, spawn } from "node:child_process";
import { existsSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

const READY_WITHIN_MS = 30_000;

/** Where distributions keep the programs that are not on the PATH. */
const USUAL_PLACES = [
  "/usr/lib/postgresql/*/bin",
  "/usr/pgsql-*/bin",
  "/opt/homebrew/opt/postgresql*/bin",
  "/usr/local/opt/postgresql*/bin",
];

/** Sorted by bytes, but with every language's letters known: a search for "änne" has to find "Änne". */
const LETTERS = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";

export interface PostgresServer {
  url: string;
  /** Its process; null where it is not one of our own. */
  pid: number | null;
  stop(): Promise<void>;
}

/** A server for the tests: the one that TEST_DATABASE_URL names, else one of our own; null where none can be had. */
export async function findPostgres(): Promise<PostgresServer | null> {
  const url = process.env.TEST_DATABASE_URL;
  if (url !== undefined) return { url, pid: null, stop: async () => undefined };
  const programs = findPrograms();
  return programs === null ? null : startScratchServer(programs, { fsync: false });
}

/** The folder of PostgreSQL's programs: the given one, else one on the PATH, else where distributions keep them. */
export function findPrograms(given?: string): string | null {
  const onPath = (process.env.PATH ?? "").split(delimiter);
  const usual = USUAL_PLACES.flatMap((place) => globSync(place)).sort();
  const folders = given === undefined ? [...onPath, ...usual.reverse()] : [given];
  return (
    folders.find((folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name)))) ?? null
  );
}

/** A server in a folder of its own that is thrown away afterwards. Without `fsync` it need not survive anything. */
export async function startScratchServer(
  programs: string,
  { fsync }: { fsync: boolean },
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "perennial-postgres-"));
  const asUser = ordinaryUser();
  const data = join(folder, "data");
  if (asUser !== null) execFileSync("chown", [String(asUser.uid), folder]);
  const options = { ...asUser, cwd: folder, stdio: "ignore" as const };
  execFileSync(
    join(programs, "initdb"),
    [
      "-D",
      data,
      "-U",
      "perennial",
      "-A",
      "trust",
      "-E",
      "UTF8",
      "--no-sync",
      "--lc-collate=C",
      `--lc-ctype=${LETTERS}`,
    ],
    options,
  );
  const port = await freePort();
  const settings = [
    `listen_addresses=127.0.0.1`,
    `unix_socket_directories=${folder}`,
    `fsync=${fsync ? "on" : "off"}`,
    "max_connections=200",
  ];
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    options,
  );
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const stop = async () => {
    // "Fast": sessions are ended, nothing waits for them.
    server.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgresql://perennial@127.0.0.1:${port}/postgres`;
  if (!(await answers(url))) {
    await stop();
    throw new Error(`PostgreSQL of ${dirname(programs)} did not start within ${READY_WITHIN_MS / 1000} s.`);
  }
  return { url, pid: server.pid ?? null, stop };
}

/** PostgreSQL refuses to run as root; its own user is the one that every machine with its packages has. */
function ordinaryUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    try {
      const ids = ["-u", "-g"].map((which) =>
        Number(execFileSync("id", [which, name], { stdio: ["ignore", "pipe", "ignore"] })),
      );
      const [uid = 0, gid = 0] = ids;
      return { uid, gid };
    } catch {
      continue;
    }
  }
  return null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function answers(url: string): Promise<boolean> {
  for (const began = Date.now(); Date.now() - began < READY_WITHIN_MS; await sleep(200)) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return true;
    } catch {
      continue;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}
