import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { once } from "node:events";
import { parseArgs } from "node:util";
import { openDatabase } from "../app/db/database.ts";
import { findShop, type ShopRow } from "../app/db/shops.ts";
import { readStoreSettings } from "../app/env.server.ts";
import { FORMAT_IDS, isFormat, type FormatId } from "../app/moving/formats.ts";
import { exportMembersCsv } from "../app/use-cases/moving-out/export-members.ts";
import { exportShop } from "../app/use-cases/moving-out/export-shop.ts";
import { plainly } from "./plainly.ts";

const USAGE = `usage: npm run -s export -- --shop DOMAIN --out FILE [--without-persons] [--as ${FORMAT_IDS.join("|")}]\n`;

interface Wish {
  shop: string;
  out: string;
  withoutPersons: boolean;
  /** A CSV of members in the columns of an app, instead of everything. */
  as: FormatId | null;
}

/** Writes everything of a shop to a file, or its members as another app takes them in. */
async function main(): Promise<number> {
  const wish = readWish();
  if (wish === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const db = await openDatabase(readStoreSettings());
  try {
    const shop = await findShop(db.sql, wish.shop);
    if (shop === null) throw new Error(`no shop ${wish.shop} is known here`);
    process.stdout.write(`${await writeWhole(wish.out, (write) => exportTo({ db, shop }, wish, write))}\n`);
    return 0;
  } finally {
    await db.close();
  }
}

type Write = (text: string) => Promise<void>;

async function exportTo(
  { db, shop }: { db: Awaited<ReturnType<typeof openDatabase>>; shop: ShopRow },
  { withoutPersons, as }: Wish,
  write: Write,
): Promise<string> {
  const services = { db, clock: Date.now };
  if (as === null) return `ok: ${await exportShop(services, shop, { withoutPersons, write })} lines`;
  const { members, left } = await exportMembersCsv(services, shop, { format: as, write });
  const without = left === 0 ? "" : `, ${left} left out because no e-mail address of theirs is known`;
  return `ok: ${members} members${without}`;
}

/** What is there under the name is whole: it is written beside it first. */
async function writeWhole<Result>(out: string, write: (write: Write) => Promise<Result>): Promise<Result> {
  const draft = `${out}.part`;
  const file = createWriteStream(draft, { mode: 0o600 });
  try {
    await once(file, "open");
    const result = await write(async (text) => {
      if (!file.write(text)) await once(file, "drain");
    });
    file.end();
    await once(file, "finish");
    await rename(draft, out);
    return result;
  } catch (error) {
    file.destroy();
    await rm(draft, { force: true });
    throw error;
  }
}

function readWish(): Wish | null {
  try {
    const { values } = parseArgs({
      options: {
        shop: { type: "string" },
        out: { type: "string" },
        "without-persons": { type: "boolean", default: false },
        as: { type: "string" },
      },
    });
    const { shop, out, as } = values;
    if (shop === undefined || out === undefined || (as !== undefined && !isFormat(as))) return null;
    return { shop, out, withoutPersons: values["without-persons"], as: as ?? null };
  } catch {
    return null;
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${plainly(error)}\n`);
  return 1;
});
