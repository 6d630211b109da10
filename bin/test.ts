import { bringUpToDate } from "./bootstrap/dependencies.mjs";
import { root } from "./bootstrap/environment.mjs";
import { buildIfStale } from "./build-if-stale.ts";
import { runOnBothDatabases } from "./test/both-databases.ts";
import { closing } from "./test/counts.ts";

/**
 * Every test: all of them with the database in the process, then the flows once more on a PostgreSQL server where one
 * can be had. What is given on the command line is handed to vitest (`npm test -- tests/flow`). The last line counts.
 */
async function main(given: string[]): Promise<number> {
  // Shopify's own builder checks the extensions; it weighs more than the app, so it is installed for tests alone, and
  // the app is built meanwhile.
  await Promise.all([bringUpToDate({ folder: `${root}tools` }), buildIfStale()]);
  const total = await runOnBothDatabases({
    given,
    onServer: ["--project=flow", "--passWithNoTests", ...given],
  });
  process.stdout.write(`${closing(total)}\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
