import { faultText } from "../../app/loyalty/programme-faults.ts";
import type { ProgrammeDifference } from "../../app/loyalty/programme-difference.ts";
import { diffProgramme } from "../../app/use-cases/programme/diff-programme.ts";
import { print, printJson, requireFile, type Command } from "./command.ts";
import { inShopOf } from "./in-shop.ts";
import { readTree } from "./read-programme.ts";

export async function diff(command: Command): Promise<number> {
  const tree = readTree(requireFile(command));
  const found = await inShopOf(command, (db, shop) => diffProgramme({ db, clock: Date.now }, shop, tree));
  switch (found.outcome) {
    case "refused":
      throw new Error(found.faults.map(faultText).join("\n"));
    case "no-programme":
      throw new Error("the shop has no programme yet: everything in the document would be new");
    case "compared":
      if (command.json) printJson({ version: found.version, differences: found.differences });
      else if (found.differences.length === 0) print(`nothing differs from version ${found.version}`);
      else for (const difference of found.differences) print(differenceText(difference));
      return 0;
  }
}

/** "earning.rules[summer].multiply: 2 → 3" */
export function differenceText({ path, kind, before, after }: ProgrammeDifference): string {
  if (kind === "added") return `${path}: added: ${after}`;
  if (kind === "removed") return `${path}: removed: ${before}`;
  return `${path}: ${kind === "moved" ? "in another order: " : ""}${before} → ${after}`;
}
