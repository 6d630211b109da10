import { createPublicKey, hash, verify } from "node:crypto";
import { canonicalJson } from "./hash.ts";
import { rootOf } from "./merkle.ts";
import type { Instant } from "./time.ts";

/** What is said, and signed, of a shop's chain: enough to hold it to every seal made since the head before. */
export interface HeadStatement {
  format: "perennial-signed-head/1";
  /** Domain. */
  shop: string;
  /** 1, 2, 3 … of the shop. */
  number: number;
  /** ISO 8601. */
  at: string;
  firstSeal: number;
  lastSeal: number;
  /** Root of the hash tree (`merkle.ts`) over the hashes of these seals. */
  root: string;
  /** Hash of the last of them: with it, of the whole chain. */
  head: string;
  /** SHA-256 of the statement before; "" for the first. */
  previous: string;
}

/** A statement as it is published; only the text counts, not how a reader would write it. */
export interface SignedHead {
  number: number;
  firstSeal: number;
  lastSeal: number;
  /** The statement as JSON without white space, keys sorted: the very text that is signed. */
  statement: string;
  publicKey: string;
  signature: string;
}

/** The statement over the seals that follow those of the head before. `hashes` are theirs, in order, at least one. */
export function stateHead(
  about: { shop: string; at: Instant; hashes: readonly string[] },
  previous: Pick<SignedHead, "number" | "lastSeal" | "statement"> | null,
): Pick<SignedHead, "number" | "firstSeal" | "lastSeal" | "statement"> {
  const firstSeal = (previous?.lastSeal ?? 0) + 1;
  const statement: HeadStatement = {
    format: "perennial-signed-head/1",
    shop: about.shop,
    number: (previous?.number ?? 0) + 1,
    at: new Date(about.at).toISOString(),
    firstSeal,
    lastSeal: firstSeal + about.hashes.length - 1,
    root: rootOf(about.hashes),
    head: about.hashes.at(-1) ?? "",
    previous: previous === null ? "" : hash("sha256", previous.statement, "hex"),
  };
  const { number, lastSeal } = statement;
  return { number, firstSeal, lastSeal, statement: canonicalJson(statement) };
}

/**
 * What is wrong with a head that stands after the other; null where it follows from it and says of the seals what they
 * are. `sealHashes` are those of all seals of the shop, from the first on.
 */
export function faultOfHead(
  previous: SignedHead | null,
  head: SignedHead,
  { shop, sealHashes }: { shop: string; sealHashes: readonly string[] },
): string | null {
  if (!isSigned(head)) return "its signature is not of its statement";
  const said = JSON.parse(head.statement) as HeadStatement;
  const expected = stateHead(
    { shop, at: Date.parse(said.at), hashes: sealHashes.slice(head.firstSeal - 1, head.lastSeal) },
    previous,
  );
  if (head.number !== expected.number) return `signed head ${expected.number} is missing`;
  return head.statement === expected.statement ? null : "does not agree with the seals";
}

function isSigned({ statement, publicKey, signature }: SignedHead): boolean {
  try {
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
    return verify(null, Buffer.from(statement), key, Buffer.from(signature, "base64url"));
  } catch {
    return false; // What is no key has signed nothing.
  }
}
