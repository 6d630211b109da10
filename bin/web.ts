import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { readEnv } from "../app/env.server.ts";
import { serve } from "../app/http.server.ts";
import { startPerennial } from "../app/perennial.server.ts";

/** Serves the app, and works off what it receives unless a worker apart does. */
async function main(): Promise<void> {
  const env = readEnv();
  const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
  const perennial = await startPerennial(env);
  const server = await serve(perennial, build).catch(async (error: unknown) => {
    await perennial.stop();
    throw error;
  });
  if (env.databaseUrl === undefined) {
    perennial.services.log.info(
      { folder: env.dataFolder },
      "The database runs in this process: it survives a crash of the process, not of the machine. For a live shop set DATABASE_URL.",
    );
  }
  perennial.services.log.info({ port: server.port }, "Perennial is ready");
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.close();
    await perennial.stop();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
