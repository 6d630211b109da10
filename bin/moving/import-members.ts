import { createReadStream, createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ShopRow } from "../../app/db/shops.ts";
import { findShop } from "../../app/db/shops.ts";
import { readEnv } from "../../app/env.server.ts";
import { startPerennial } from "../../app/perennial.server.ts";
import { applyImport, checkImport } from "../../app/use-cases/moving-in/change-import.ts";
import { faultyRowsCsv } from "../../app/use-cases/moving-in/faulty-rows.ts";
import { receiptText } from "../../app/use-cases/moving-in/import-receipt.ts";
import { readImport } from "../../app/use-cases/moving-in/read-import.ts";
import { runImport } from "../../app/use-cases/moving-in/run-import.ts";
import { importReceipt, showImport, type ImportView } from "../../app/use-cases/moving-in/show-import.ts";
import { undoImport } from "../../app/use-cases/moving-in/undo-import.ts";
import { headSigner, type HeadSigner } from "../../app/use-cases/proof/head-signer.ts";
import type { Services } from "../../app/use-cases/services.ts";
import { readImportWish, settingsFor, type ImportWish } from "./import-wish.ts";
import { previewText } from "./preview-text.ts";
import { requireFile } from "./require-file.ts";

interface At {
  services: Services;
  signer: HeadSigner;
  shop: ShopRow;
}

/** Looks at a file of another app and moves it in; null where the command is not understood. */
export async function importMembers(args: string[]): Promise<number | null> {
  const wish = readImportWish(args);
  if (wish === null) return null;
  await requireFile(wish.file);
  const env = readEnv({ LOG_LEVEL: "error", ...process.env });
  const perennial = await startPerennial({ ...env, embeddedWorker: false });
  try {
    const { services } = perennial;
    const shop = await findShop(services.db.sql, wish.shop);
    if (shop === null) throw new Error(`no shop ${wish.shop} is known here`);
    return await moveIn({ services, shop, signer: headSigner(env.proofSecret) }, wish);
  } finally {
    await perennial.stop();
  }
}

async function moveIn(at: At, wish: ImportWish): Promise<number> {
  const id = await readFile(at, wish);
  if (wish.undo) return undo(at, id);
  const read = await requireView(at, id);
  if (read.state === "read" || read.state === "checked") await look(at, wish, read);
  const checked = await goOn(at, id, "checking");
  if (checked.state === "checked") {
    process.stdout.write(previewText(checked, at.shop.currency));
    await writeRefused(at, wish, id);
    if (wish.preview) return 0;
    const applied = await applyImport(at.services, at.shop, id);
    if (applied.outcome === "busy")
      throw new Error(`${wish.file}: another file is being moved in; begin again when that one is done`);
    if (applied.outcome !== "applying") throw new Error(`${wish.file}: there is no row that can be moved in`);
  }
  const done = await goOn(at, id, "applying");
  return finish(at, wish, done);
}

async function readFile({ services, shop }: At, wish: ImportWish): Promise<string> {
  const file = await readImport(services, shop, {
    name: basename(wish.file),
    open: () => createReadStream(wish.file),
    startedBy: "command",
    ...(wish.from === null ? {} : { source: wish.from }),
  });
  if (file.outcome === "refused") throw new Error(`${wish.file}: ${file.why}`);
  return file.id;
}

async function look(at: At, wish: ImportWish, read: ImportView): Promise<void> {
  const settings = settingsFor(wish, read);
  const checked = await checkImport(at.services, at.shop, { id: read.id, settings });
  if (checked.outcome !== "refused") return;
  const faults = checked.faults.map((fault) => Object.values(fault).join(": ")).join("; ");
  throw new Error(
    `${wish.file}: the columns cannot be understood (${faults}). The file has: ${read.header.join(", ")}. Say which is which with --column FIELD=HEADING.`,
  );
}

/** Works until the import has left the state, and tells how far it is. */
async function goOn(at: At, id: string, state: ImportView["state"]): Promise<ImportView> {
  for (;;) {
    const view = await requireView(at, id);
    if (view.state !== state) return view;
    await runImport(at.services, at.signer, { shopId: at.shop.id, importId: id });
    const { progress } = await requireView(at, id);
    process.stderr.write(`${state}: ${progress.done} of ${progress.of} rows\n`);
  }
}

async function requireView({ services, shop }: At, id: string): Promise<ImportView> {
  const view = await showImport(services, shop, id);
  if (view === null) throw new Error(`there is no import ${id}`);
  return view;
}

async function writeRefused({ services, shop }: At, { refused }: ImportWish, id: string): Promise<void> {
  const lines = refused === null ? null : await faultyRowsCsv(services, shop, id);
  if (refused === null || lines === null) return;
  await pipeline(Readable.from(lines), createWriteStream(refused, { mode: 0o600 }));
}

async function finish(at: At, wish: ImportWish, { id, state, reason }: ImportView): Promise<number> {
  const receipt = await importReceipt(at.services, at.shop, id);
  if (receipt === null) throw new Error(`${wish.file}: the import stands at "${state}"`);
  process.stdout.write(receiptText(receipt));
  if (wish.receipt !== null) await writeFile(wish.receipt, `${JSON.stringify(receipt, null, 2)}\n`);
  if (state === "applied") return 0;
  process.stderr.write(`The import is flagged: ${reason ?? "its sums differ"}\n`);
  return 1;
}

async function undo(at: At, id: string): Promise<number> {
  const begun = await undoImport(at.services, at.shop, id);
  if (begun.outcome === "used")
    throw new Error(`${begun.members} members have used something of it, so all of it stays`);
  if (begun.outcome === "not-there") throw new Error("this file has not been moved in");
  const done = await goOn(at, id, "undoing");
  process.stdout.write(done.state === "undone" ? "ok: taken back\n" : `${done.reason ?? ""}\n`);
  return done.state === "undone" ? 0 : 1;
}
