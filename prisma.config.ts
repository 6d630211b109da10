import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { defineConfig } from "prisma/config";

// Prisma's command line through a driver adapter: nothing is downloaded, and PGlite works like a server.
// `npm run prisma -- …` sets the variables that keep its engines off.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { adapter: true },
  engine: "js",
  adapter: async () =>
    process.env.DATABASE_URL?.startsWith("postgres") && process.env.PGLITE_DIR === undefined
      ? new PrismaPg({ connectionString: process.env.DATABASE_URL })
      : new PrismaPGlite(new PGlite(process.env.PGLITE_DIR ?? "memory://")),
});
