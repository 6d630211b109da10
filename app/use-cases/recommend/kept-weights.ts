import { promisify } from "node:util";
import { deflate, inflate } from "node:zlib";

/** Counts are small numbers in wide fields: packed they are a third. */
export const folded: (weights: Uint8Array) => Promise<Uint8Array> = promisify(deflate);
export const unfolded: (weights: Uint8Array) => Promise<Uint8Array> = promisify(inflate);
