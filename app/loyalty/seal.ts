import { hash } from "node:crypto";
import { rootOf } from "./merkle.ts";

/** How far a member's chain had grown, and the hash it ended with. */
export interface SealedHead {
  pseudonym: string;
  seq: number;
  head: string;
}

/** A link of the shop's own chain: whoever removes a member's last transactions, or a member, breaks one. */
export interface Seal {
  /** 1, 2, 3 … */
  number: number;
  /** By pseudonym. */
  heads: SealedHead[];
  previousHash: string;
  hash: string;
}

/**
 * The next link. SHA-256, as 64 small hex digits, over the UTF-8 bytes of the previous link's hash ("" for the first), a
 * line feed and the JSON array [number, root] without white space; root is that of the hash tree (`merkle.ts`) over the
 * heads by pseudonym, each as its leaf. So one member's head can be shown to be in it without showing the others.
 */
export function sealOf(previous: Pick<Seal, "number" | "hash"> | null, heads: readonly SealedHead[]): Seal {
  const number = (previous?.number ?? 0) + 1;
  const previousHash = previous?.hash ?? "";
  const ordered = heads.toSorted((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1));
  const root = rootOf(ordered.map(leafOf));
  return { number, heads: ordered, previousHash, hash: hashOfSeal({ number, previousHash, root }) };
}

/** A head as a leaf of its seal's tree: the JSON array [pseudonym, seq, head] without white space. */
export function leafOf({ pseudonym, seq, head }: SealedHead): string {
  return JSON.stringify([pseudonym, seq, head]);
}

export function hashOfSeal(seal: Pick<Seal, "number" | "previousHash"> & { root: string }): string {
  return hash("sha256", `${seal.previousHash}\n${JSON.stringify([seal.number, seal.root])}`, "hex");
}

/** What is wrong with a link that stands after the other; null where it follows from it. */
export function faultOfSeal(previous: Pick<Seal, "number" | "hash"> | null, seal: Seal): string | null {
  const expected = sealOf(previous, seal.heads);
  if (seal.number !== expected.number) return `seal ${expected.number} is missing`;
  if (seal.previousHash !== expected.previousHash) return "does not follow the seal before";
  return seal.hash === expected.hash ? null : "was changed";
}
