import { readEnv } from "../app/env.server.ts";
import { startPerennial } from "../app/perennial.server.ts";

/** Works off what the web processes receive; any number of these may run on one PostgreSQL server. */
async function main(): Promise<void> {
  if (process.env.DATABASE_URL === undefined) {
    throw new Error(
      "A worker apart needs a database that processes can share: set DATABASE_URL to a PostgreSQL server, " +
        "or let `npm start` do the work itself.",
    );
  }
  const perennial = await startPerennial({ ...readEnv(), embeddedWorker: true });
  perennial.services.log.info({}, "This worker is ready");
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
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
