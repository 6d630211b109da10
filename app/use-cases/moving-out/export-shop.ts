import { createHash } from "node:crypto";
import { dumpLines } from "../../db/dump.ts";
import { requireShop, type ShopRow } from "../../db/shops.ts";
import { formatInstant } from "../../loyalty/time.ts";
import { sealLedger } from "../seal-ledger.ts";
import type { Services } from "../services.ts";

export const EXPORT_VERSION = 1;

/** The first line of an export. */
export interface ExportHeader {
  type: "perennial-export";
  version: number;
  exportedAt: string;
  withoutPersons: boolean;
  shop: {
    domain: string;
    name: string;
    currency: string;
    timezone: string;
    /** The names of members in the hash chain are made with it, and the ids of the erased are known by it. */
    salt: string;
    installedAt: string;
    uninstalledAt: string | null;
  };
}

/** The last line: how many stand before it, and the SHA-256 of them all, ends of lines included. */
export interface ExportEnd {
  type: "end";
  lines: number;
  sha256: string;
}

export interface ExportTerms {
  withoutPersons: boolean;
  /** Is given every line with its end, one after the other. */
  write(line: string): Promise<void>;
}

/**
 * Writes out everything of a shop as of one instant; seals first, so that nothing leaves that its seals do not prove.
 * Answers how many lines there are.
 */
export async function exportShop(
  services: Pick<Services, "db" | "clock">,
  { id }: ShopRow,
  { withoutPersons, write }: ExportTerms,
): Promise<number> {
  await sealLedger(services, id);
  return services.db.inShop(id, async (tx) => {
    await tx.query(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`);
    const hash = createHash("sha256");
    let lines = 0;
    const put = async (text: string) => {
      const line = `${text}\n`;
      hash.update(line);
      lines += 1;
      await write(line);
    };
    await put(JSON.stringify(headerOf(await requireShop(tx, id), services.clock(), withoutPersons)));
    for await (const line of dumpLines(tx, { withoutPersons })) await put(line);
    const end: ExportEnd = { type: "end", lines, sha256: hash.digest("hex") };
    await write(`${JSON.stringify(end)}\n`);
    return lines + 1;
  });
}

function headerOf(shop: ShopRow, now: number, withoutPersons: boolean): ExportHeader {
  return {
    type: "perennial-export",
    version: EXPORT_VERSION,
    exportedAt: formatInstant(now),
    withoutPersons,
    shop: {
      domain: shop.domain,
      name: shop.name,
      currency: shop.currency,
      timezone: shop.timezone,
      salt: shop.salt,
      installedAt: formatInstant(shop.installedAt),
      uninstalledAt: shop.uninstalledAt === null ? null : formatInstant(shop.uninstalledAt),
    },
  };
}
