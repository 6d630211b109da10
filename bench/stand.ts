import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { PostgresServer } from "../bin/test/postgres.ts";
import { startChild } from "./child.ts";
import type { Stand } from "./measure.ts";
import type { Options } from "./options.ts";
import type { DatabaseKind, LoadRequests, Requests, Side } from "./protocol.ts";

const SECRET = "shpss_bench";

export interface RunningStand extends Stand {
  close(): Promise<void>;
}

/** Ours and the controls, each in a process and on a database of its own, and the process that makes the load. */
export async function openStand(
  kind: DatabaseKind,
  server: PostgresServer | null,
  { seed, scale }: Options,
): Promise<RunningStand> {
  const folder = mkdtempSync(join(tmpdir(), "perennial-bench-"));
  const common = { seed, members: scale.members, secret: SECRET };
  const sideOf = async (name: "ours" | "controls"): Promise<Side> => ({
    ...common,
    url: kind === "pg" && server !== null ? await createDatabase(server.url, name) : undefined,
    folder: join(folder, name),
  });
  const ours = startChild<Requests>("./ours/side.ts", await sideOf("ours"));
  const control = startChild<Requests>("./controls/side.ts", await sideOf("controls"));
  const load = startChild<LoadRequests>("./load.ts", null);
  return {
    ...common,
    ours,
    control,
    load,
    serverPid: server?.pid ?? null,
    async close() {
      await Promise.all([ours("close", null), control("close", null), load("close", null)]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function createDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
