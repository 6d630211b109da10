import type { Database } from "../../app/db/database.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { startJobQueue } from "../../app/jobs/queue.ts";
import { faultText } from "../../app/loyalty/programme-faults.ts";
import { formatInstant } from "../../app/loyalty/time.ts";
import { applyProgramme, type Applied } from "../../app/use-cases/programme/apply-programme.ts";
import { print, printJson, requireFile, type Command } from "./command.ts";
import { inShopOf } from "./in-shop.ts";
import { readText, readTree } from "./read-programme.ts";

export async function apply(command: Command): Promise<number> {
  const file = requireFile(command);
  const document = readTree(file);
  const written = writtenIn(readText(file));
  const applied = await inShopOf(command, (db, shop) => applyIn(db, shop, { document, written, command }));
  if (isDone(applied)) {
    if (command.json) printJson(applied);
    else print(doneText(applied));
    return 0;
  }
  process.stderr.write(`${refusalText(applied, file)}\n`);
  return 1;
}

async function applyIn(
  db: Database,
  shop: ShopRow,
  { document, written, command }: { document: unknown; written: string | null; command: Command },
): Promise<Applied> {
  const jobs = await startJobQueue(db.queueConnection, (error) => process.stderr.write(`${error.message}\n`));
  try {
    const services = { db, jobs, clock: Date.now };
    return await applyProgramme(services, shop, {
      document,
      written,
      plan: command.plan ?? null,
      savedBy: command.as ?? "command line",
    });
  } finally {
    await jobs.stop();
  }
}

/** Nobody writes comments into JSON, so that its text says no more than the document. */
function writtenIn(text: string): string | null {
  return text.trimStart().startsWith("{") ? null : text;
}

type Done = Extract<Applied, { outcome: "applied" | "unchanged" }>;

function isDone(applied: Applied): applied is Done {
  return applied.outcome === "applied" || applied.outcome === "unchanged";
}

function doneText(done: Done): string {
  if (done.outcome === "unchanged") return `nothing to do: version ${done.number} says this already`;
  return `saved as version ${done.number}, in force from ${formatInstant(done.effectiveFrom)}`;
}

function refusalText(applied: Exclude<Applied, Done>, file: string): string {
  switch (applied.outcome) {
    case "refused":
      return applied.faults.map(faultText).join("\n");
    case "no-plan":
      return `nothing was saved: look at the plan first (programme -- plan ${file}), then apply with the hash it prints: --plan HASH`;
    case "another-plan":
      return `nothing was saved: the plan was of something else than what ${file} says now, or of another shop; plan it again, and apply with the new hash`;
    case "overtaken":
      return `nothing was saved: the plan was made on top of version ${applied.basedOn}, and version ${applied.number} was saved since; look at what it changed (programme -- diff ${file}), plan again, and apply with the new hash`;
  }
}
