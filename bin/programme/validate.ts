import { faultText } from "../../app/loyalty/programme-faults.ts";
import { oddities } from "../../app/loyalty/programme-oddities.ts";
import { parseProgrammeText } from "../../app/loyalty/programme-text.ts";
import { print, printJson, requireFile, type Command } from "./command.ts";
import { readText } from "./read-programme.ts";

/** Says `ok`, or every fault of the document with how to mend it; what is only odd goes to standard error. */
export function validate(command: Command): number {
  const check = parseProgrammeText(readText(requireFile(command)));
  const odd = check.ok ? oddities(check.programme) : [];
  if (command.json) {
    printJson({ ok: check.ok, faults: check.ok ? [] : check.faults, warnings: odd });
    return check.ok ? 0 : 1;
  }
  if (check.ok) print("ok");
  else for (const fault of check.faults) process.stderr.write(`${faultText(fault)}\n`);
  for (const fault of odd) process.stderr.write(`note: ${faultText(fault)}\n`);
  return check.ok ? 0 : 1;
}
