import { hash } from "node:crypto";

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
  heads: SealedHead[];
  previousHash: string;
  hash: string;
}

/**
 * The next link. SHA-256, as 64 small hex digits, over the UTF-8 bytes of the previous link's hash ("" for the first), a
 * line feed and the JSON array [number, [[pseudonym, seq, head], …]] without white space, heads by pseudonym.
 */
export function sealOf(previous: Pick<Seal, "number" | "hash"> | null, heads: readonly SealedHead[]): Seal {
  const number = (previous?.number ?? 0) + 1;
  const previousHash = previous?.hash ?? "";
  const ordered = heads.toSorted((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1));
  return { number, heads: ordered, previousHash, hash: hashOfSeal(number, previousHash, ordered) };
}

/** The first link that does not follow from the one before; null where all do. */
export function findBrokenSeal(seals: readonly Seal[]): { number: number; fault: string } | null {
  let previous: Seal | null = null;
  for (const seal of seals) {
    const expected: Seal = sealOf(previous, seal.heads);
    if (seal.number !== expected.number)
      return { number: seal.number, fault: `seal ${expected.number} is missing` };
    if (seal.previousHash !== expected.previousHash)
      return { number: seal.number, fault: "does not follow the seal before" };
    if (seal.hash !== expected.hash) return { number: seal.number, fault: "was changed" };
    previous = seal;
  }
  return null;
}

function hashOfSeal(number: number, previousHash: string, heads: readonly SealedHead[]): string {
  const content = JSON.stringify([number, heads.map(({ pseudonym, seq, head }) => [pseudonym, seq, head])]);
  return hash("sha256", `${previousHash}\n${content}`, "hex");
}
