import { formatInstant } from "../../app/loyalty/time.ts";
import { exportProgramme } from "../../app/use-cases/programme/export-programme.ts";
import { printJson, UsageError, type Command } from "./command.ts";
import { inShopOf } from "./in-shop.ts";

export async function exportVersion(command: Command): Promise<number> {
  if (command.argument !== undefined)
    throw new UsageError("export prints to standard output and takes no file");
  const number = command.number === undefined ? null : Number(command.number);
  if (number !== null && !(Number.isSafeInteger(number) && number > 0))
    throw new UsageError(`--number: ${command.number} is no version`);
  const exported = await inShopOf(command, (db, shop) =>
    exportProgramme({ db, clock: Date.now }, shop, number),
  );
  if (exported === null)
    throw new Error(number === null ? "the shop has no programme yet" : `there is no version ${number}`);
  const { version, yaml } = exported;
  if (command.json)
    printJson({
      version: version.number,
      effectiveFrom: formatInstant(version.effectiveFrom),
      document: version.programme.document,
    });
  else process.stdout.write(yaml);
  return 0;
}
