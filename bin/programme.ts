import { readFileSync } from "node:fs";
import { faultText } from "../app/loyalty/programme-faults.ts";
import { parseProgrammeText } from "../app/loyalty/programme-text.ts";

/** `programme validate P.yaml` says `ok`, or every fault of the document with how to mend it. */
function main([verb, file, ...rest]: string[]): number {
  if (verb !== "validate" || file === undefined || rest.length > 0) {
    process.stderr.write("usage: npm run -s programme -- validate PROGRAMME.yaml\n");
    return 2;
  }
  const check = parseProgrammeText(read(file));
  if (check.ok) process.stdout.write("ok\n");
  else for (const fault of check.faults) process.stderr.write(`${faultText(fault)}\n`);
  return check.ok ? 0 : 1;
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new Error(`${file}: ${isMissing ? "there is no such file" : "cannot be read"}`, { cause: error });
  }
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
