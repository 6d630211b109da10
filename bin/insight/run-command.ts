import { plainly } from "../plainly.ts";
import { BadInput, UsageError } from "./bad-input.ts";

/** Runs a command and ends the process as the commands' rules have it: 2 for wrong words, 1 for anything else that fails. */
export function runCommand(usage: string, main: (words: string[]) => void): void {
  const words = process.argv.slice(2);
  if (words.includes("--help")) {
    process.stdout.write(usage);
    return;
  }
  try {
    main(words);
  } catch (error) {
    const isUsage = error instanceof UsageError || isOfArguments(error);
    const text = error instanceof BadInput || isUsage ? messageOf(error) : plainly(error);
    process.stderr.write(`${text}\n${isUsage ? usage : ""}`);
    process.exitCode = isUsage ? 2 : 1;
  }
}

function isOfArguments(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
