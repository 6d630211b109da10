import { createHash } from "node:crypto";
import { z } from "zod";
import { emptyShop, isUntouched, raiseSequences, restorableColumns, restoreLines } from "../../db/dump.ts";
import type { ShopTransaction } from "../../db/database.ts";
import { findShop, insertShop, lockShop, setSalt } from "../../db/shops.ts";
import { parseInstant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { EXPORT_VERSION } from "./export-shop.ts";

const headerSchema = z.object({
  type: z.literal("perennial-export"),
  version: z.number().int(),
  shop: z.object({
    domain: z.string(),
    name: z.string(),
    currency: z.string(),
    timezone: z.string(),
    salt: z.string().min(16),
    installedAt: z.string(),
    uninstalledAt: z.string().nullable(),
  }),
});
const endSchema = z.object({ type: z.literal("end"), lines: z.number().int(), sha256: z.string() });

type Header = z.infer<typeof headerSchema>;

/** An export that cannot be put back. The message names the line and the reason. */
export class UnusableExport extends Error {
  override name = "UnusableExport";
}

const LINES_AT_ONCE = 1_000;

export interface GivenExport {
  /** The shop that it becomes, which must be new or empty. */
  domain: string;
  /** Its lines without their ends, from the first on, as often as asked. */
  open(): AsyncIterable<string>;
}

/**
 * Puts an export into an empty shop, all of it or nothing. Everything is as it was: the same chain, the same keys, so
 * that the store's next word goes on where the last one ended. Answers how many lines were put back.
 */
export async function restoreShop(
  services: Pick<Services, "db">,
  { domain, open }: GivenExport,
): Promise<number> {
  const header = await headerOf(open());
  const shop = (await findShop(services.db.sql, domain)) ?? (await makeShop(services, domain, header));
  return services.db.inShop(shop.id, async (tx) => {
    await lockShop(tx);
    if (!(await isUntouched(tx)))
      throw new UnusableExport(
        `${domain} has members already. An export is put into a shop that is new or empty.`,
      );
    if (shop.currency !== header.shop.currency)
      throw new UnusableExport(
        `The export is of a shop in ${header.shop.currency}, and ${domain} is in ${shop.currency}.`,
      );
    await emptyShop(tx);
    await setSalt(tx, header.shop.salt);
    const lines = await restoreAll(tx, open());
    await raiseSequences(tx);
    return lines;
  });
}

async function makeShop({ db }: Pick<Services, "db">, domain: string, { shop }: Header) {
  return insertShop(db.sql, {
    ...shop,
    domain,
    installedAt: parseInstant(shop.installedAt),
    uninstalledAt: shop.uninstalledAt === null ? null : parseInstant(shop.uninstalledAt),
  });
}

async function headerOf(lines: AsyncIterable<string>): Promise<Header> {
  for await (const line of lines) {
    const header = headerSchema.safeParse(parsed(line, 1));
    if (!header.success) throw new UnusableExport("Line 1: this is no export of Perennial.");
    if (header.data.version !== EXPORT_VERSION)
      throw new UnusableExport(
        `Line 1: the export is of version ${header.data.version}, and this Perennial reads version ${EXPORT_VERSION}.`,
      );
    return header.data;
  }
  throw new UnusableExport("The file is empty.");
}

async function restoreAll(tx: ShopTransaction, lines: AsyncIterable<string>): Promise<number> {
  const known = await restorableColumns(tx);
  const hash = createHash("sha256");
  let number = 0;
  const batch = { table: "", columns: [] as string[], lines: [] as string[] };
  const flush = async () => {
    if (batch.lines.length > 0) await restoreLines(tx, batch.table, batch);
    batch.lines = [];
  };
  for await (const line of lines) {
    number += 1;
    const { type, ...rest } = requireTyped(parsed(line, number), number);
    if (type === "end") {
      await flush();
      requireWhole({ type, ...rest }, { lines: number - 1, sha256: hash.digest("hex") });
      return number;
    }
    hash.update(`${line}\n`);
    if (number === 1) continue;
    const columns = Object.keys(rest);
    requireColumns(known, { type, columns, number });
    const isSame = batch.table === type && batch.columns.join() === columns.join();
    if (!isSame || batch.lines.length >= LINES_AT_ONCE) await flush();
    Object.assign(batch, { table: type, columns });
    batch.lines.push(line);
  }
  throw new UnusableExport(
    `The file ends with line ${number}, before its end: it is cut off. Export it again.`,
  );
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UnusableExport(`Line ${number}: this is not JSON.`);
  }
}

function requireTyped(value: unknown, number: number): { type: string } & Record<string, unknown> {
  if (typeof value === "object" && value !== null && "type" in value && typeof value.type === "string")
    return value as { type: string };
  throw new UnusableExport(`Line ${number}: it does not say what it is.`);
}

/** The names go into a statement, so they are those of the database or nothing. */
function requireColumns(
  known: Map<string, Set<string>>,
  { type, columns, number }: { type: string; columns: string[]; number: number },
): void {
  const own = known.get(type);
  if (own === undefined) throw new UnusableExport(`Line ${number}: nothing is known of "${type}".`);
  const strange = columns.find((column) => !own.has(column));
  if (strange !== undefined)
    throw new UnusableExport(
      `Line ${number}: "${type}" has no "${strange}" here. The export is of a newer Perennial.`,
    );
}

function requireWhole(end: unknown, found: { lines: number; sha256: string }): void {
  const said = endSchema.safeParse(end);
  if (!said.success || said.data.lines !== found.lines || said.data.sha256 !== found.sha256)
    throw new UnusableExport(
      "The last line does not agree with those before it: the file was changed. Nothing was put back.",
    );
}
