import { addCounts, NOTHING, type Counts } from "./counts.ts";
import { findPostgres } from "./postgres.ts";
import { runVitest } from "./vitest.ts";

export interface Runs {
  /** What vitest is given, and what of it is run once more on a server. */
  given: string[];
  onServer: string[];
  variables?: Record<string, string>;
  longestMinutes?: number;
}

/** A run with the database in the process, and another on a PostgreSQL server where one can be had; both counted. */
export async function runOnBothDatabases({
  given,
  onServer,
  variables = {},
  longestMinutes,
}: Runs): Promise<Counts> {
  const embedded = await runVitest(given, variables, longestMinutes);
  const server = await findPostgres();
  if (server === null) {
    process.stdout.write(
      "\nLeft out: the flows on PostgreSQL. Set TEST_DATABASE_URL to a server, or install PostgreSQL's programs.\n\n",
    );
    return addCounts(embedded, NOTHING);
  }
  process.stdout.write("\nThe flows once more, on PostgreSQL:\n");
  try {
    const shared = await runVitest(onServer, { ...variables, TEST_DATABASE_URL: server.url }, longestMinutes);
    return addCounts(embedded, shared);
  } finally {
    await server.stop();
  }
}
