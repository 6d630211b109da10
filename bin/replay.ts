import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { caseSchema, type Case, type CaseResult } from "./replay/case.ts";
import { playCase } from "./replay/play-case.ts";
import { openStage, type Stage } from "./replay/stage.ts";

/** `replay CASE.json` prints what came of a case; given a folder, it holds every case against its `expect`. */
async function main(paths: string[]): Promise<number> {
  const [path] = paths;
  if (path === undefined || paths.length > 1) {
    process.stderr.write("usage: npm run -s replay -- CASE.json | FOLDER\n");
    return 2;
  }
  if (statSync(path, { throwIfNoEntry: false }) === undefined)
    throw new Error(`${path}: there is no such file or folder`);
  const stage = await openStage();
  try {
    return statSync(path).isDirectory() ? await playFolder(stage, path) : await playFile(stage, path);
  } finally {
    await stage.close();
  }
}

async function playFile(stage: Stage, file: string): Promise<number> {
  const played = readCase(file);
  process.stdout.write(`${JSON.stringify(await playCase(stage, played, played.shop), null, 2)}\n`);
  return 0;
}

async function playFolder(stage: Stage, folder: string): Promise<number> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  let passed = 0;
  for (const [index, file] of files.entries()) {
    const difference = await differenceOf(stage, join(folder, file), index);
    if (difference === null) passed += 1;
    process.stdout.write(difference === null ? `ok ${file}\n` : `FAIL ${file}: ${difference}\n`);
  }
  process.stdout.write(`passed ${passed} of ${files.length}\n`);
  return passed === files.length ? 0 : 1;
}

async function differenceOf(stage: Stage, file: string, index: number): Promise<string | null> {
  try {
    const played = readCase(file);
    const result = await playCase(stage, played, `case-${index + 1}.myshopify.com`);
    return firstDifference(result, played.expect ?? {});
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function readCase(file: string): Case {
  const text = readFileSync(file, "utf8");
  let tree: unknown;
  try {
    tree = JSON.parse(text);
  } catch (error) {
    throw new Error(
      `${file}: ${lineOf(text, error)}not JSON: ${error instanceof Error ? error.message : ""}`,
      { cause: error },
    );
  }
  const parsed = caseSchema.safeParse(tree);
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
}

function lineOf(text: string, error: unknown): string {
  const place = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  return place === undefined ? "" : `line ${text.slice(0, Number(place)).split("\n").length}: `;
}

/** A case passes when customers, orders and redemptions are as expected and the ledger is whole. */
function firstDifference(result: CaseResult, expected: Record<string, unknown>): string | null {
  if (result.ledger.chain !== "ok") return `ledger.chain: ${result.ledger.chain}`;
  if (result.ledger.sum !== 0) return `ledger.sum: ${result.ledger.sum}`;
  for (const part of ["customers", "orders", "redemptions"] as const) {
    const difference = differenceAt(part, result[part], expected[part] ?? {});
    if (difference !== null) return difference;
  }
  return null;
}

function differenceAt(path: string, got: unknown, wanted: unknown): string | null {
  if (isDeepStrictEqual(got, wanted)) return null;
  if (!isRecord(got) || !isRecord(wanted))
    return `${path}: got ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`;
  for (const key of new Set([...Object.keys(wanted), ...Object.keys(got)])) {
    const difference = differenceAt(`${path}.${key}`, got[key], wanted[key]);
    if (difference !== null) return difference;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
