import { PrismaPg } from "@prisma/adapter-pg";
import prismaClient from "@prisma/client";
import type { PrismaClient } from "@prisma/client";
import { PrismaPGlite } from "pglite-prisma-adapter";
import type { QueueConnection } from "../jobs/queue.ts";
import { isCollision } from "./faults.ts";
import { migrate } from "./migrate.ts";
import { openPglite } from "./pglite.ts";
import { openPostgres } from "./postgres.ts";
import type { SqlDriver, TransactionSql } from "./sql.ts";

export interface Database {
  kind: "postgres" | "pglite";
  prisma: PrismaClient;
  sql: SqlDriver;
  /**
   * What a shop's work may touch: the transaction carries the shop, so a query cannot forget it. Where two get into each
   * other's way the work is done again from its beginning, so it may change nothing but the database.
   */
  inShop<T>(shopId: number, work: (tx: ShopTransaction) => Promise<T>): Promise<T>;
  /** How the job queue reaches the same database. */
  queueConnection: QueueConnection;
  close(): Promise<void>;
}

export interface ShopTransaction extends TransactionSql {
  shopId: number;
}

export interface DatabaseSettings {
  /** A PostgreSQL server; without it the database lives in this process. */
  url: string | undefined;
  /** Folder of the embedded database, or "memory://". */
  folder: string;
  connections?: number;
}

/** Opens the database and brings its tables up to date. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const { url, folder, connections = 10 } = settings;
  if (url !== undefined) {
    const prisma = new prismaClient.PrismaClient({
      adapter: new PrismaPg({ connectionString: url, max: connections }),
    });
    return ready("postgres", openPostgres(url, connections), prisma, { connectionString: url });
  }
  const { driver, pglite } = await openPglite(folder);
  const prisma = new prismaClient.PrismaClient({ adapter: new PrismaPGlite(pglite) });
  return ready("pglite", driver, prisma, { pglite });
}

async function ready(
  kind: Database["kind"],
  sql: SqlDriver,
  prisma: PrismaClient,
  queueConnection: QueueConnection,
): Promise<Database> {
  await migrate(sql);
  return {
    kind,
    prisma,
    sql,
    queueConnection,
    inShop: (shopId, work) => inShop(sql, shopId, work),
    async close() {
      await prisma.$disconnect();
      await sql.close();
    },
  };
}

const TRIES = 4;

async function inShop<T>(
  sql: SqlDriver,
  shopId: number,
  work: (tx: ShopTransaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await sql.transaction((tx) => {
        return work({ shopId, ...tx });
      });
    } catch (error) {
      if (!isCollision(error) || attempt === TRIES) throw error;
    }
  }
}
