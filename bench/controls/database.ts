import { PGlite } from "@electric-sql/pglite";
import pg from "pg";

/** The database without anything of ours in between. */
export interface BareDatabase {
  query(text: string, parameters?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

const CONNECTIONS = 10;

export async function openBare(url: string | undefined, folder: string): Promise<BareDatabase> {
  if (url === undefined) {
    const pglite = await PGlite.create({ dataDir: folder });
    return {
      query: async (text, parameters) =>
        parameters === undefined
          ? ((await pglite.exec(text)).at(-1)?.rows as Record<string, unknown>[])
          : (await pglite.query<Record<string, unknown>>(text, parameters)).rows,
      close: () => pglite.close(),
    };
  }
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  return {
    query: async (text, parameters) => (await pool.query<Record<string, unknown>>(text, parameters)).rows,
    close: () => pool.end(),
  };
}
