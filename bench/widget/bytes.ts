import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const EXTENSION = join(import.meta.dirname, "../../extensions/perennial-theme");
/** What a page with blocks asks for at once; every other script waits until somebody needs it. */
const FIRST = /^perennial\.js$/;

export interface Weight {
  what: string;
  bytes: number;
  most: number;
}

/** What the theme extension brings into a shop: scripts and styles as they travel, Liquid as it lies there. */
export function weights(): Weight[] {
  const liquid = [...sizesIn("blocks", /\.liquid$/, plain), ...sizesIn("snippets", /\.liquid$/, plain)];
  return [
    { what: "first script, gzip", bytes: sum(sizesIn("assets", FIRST, gzipped)), most: 3_000 },
    { what: "all scripts, gzip", bytes: sum(sizesIn("assets", /\.js$/, gzipped)), most: 10_000 },
    { what: "styles, gzip", bytes: sum(sizesIn("assets", /\.css$/, gzipped)), most: 5_000 },
    { what: "Liquid", bytes: sum(liquid), most: 100_000 },
  ];
}

function sizesIn(folder: string, pattern: RegExp, size: (content: Buffer) => number): number[] {
  return readdirSync(join(EXTENSION, folder))
    .filter((file) => pattern.test(file))
    .map((file) => size(readFileSync(join(EXTENSION, folder, file))));
}

function gzipped(content: Buffer): number {
  return gzipSync(content).length;
}

function plain(content: Buffer): number {
  return content.length;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
