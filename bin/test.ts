import { bringUpToDate } from "./bootstrap/dependencies.mjs";
import { root } from "./bootstrap/environment.mjs";
import { buildIfStale } from "./build-if-stale.ts";
import { findPostgres } from "./test/postgres.ts";
import { addCounts, closingLine, NOTHING } from "./test/counts.ts";
import { runVitest } from "./test/vitest.ts";

/**
 * Every test: all of them with the database in the process, then the flows once more on a PostgreSQL server where one
 * can be had. What is given on the command line is handed to vitest (`npm test -- tests/flow`). The last line counts.
 */
async function main(given: string[]): Promise<number> {
  // Shopify's own builder checks the extensions; it weighs more than the app, so it is installed for tests alone.
  await bringUpToDate({ folder: `${root}tools` });
  await buildIfStale();
  const embedded = await runVitest(given, {});
  const shared = await runOnPostgres(given);
  const total = addCounts(embedded, shared);
  process.stdout.write(`${closingLine(total)}\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

async function runOnPostgres(given: string[]) {
  const server = await findPostgres();
  if (server === null) {
    process.stdout.write(
      "\nLeft out: the flows on PostgreSQL. Set TEST_DATABASE_URL to a server, or install PostgreSQL's programs.\n\n",
    );
    return NOTHING;
  }
  process.stdout.write("\nThe flows once more, on PostgreSQL:\n");
  try {
    return await runVitest(["--project=flow", "--passWithNoTests", ...given], {
      TEST_DATABASE_URL: server.url,
    });
  } finally {
    await server.stop();
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
