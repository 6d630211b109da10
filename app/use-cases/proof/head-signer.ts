import { createPrivateKey, createPublicKey, hkdfSync, sign } from "node:crypto";

export interface HeadSigner {
  /** Ed25519: 32 bytes as base64url. */
  publicKey: string;
  /** Over the UTF-8 bytes of the text; 64 bytes as base64url. */
  sign(text: string): string;
}

/** PKCS #8 of an Ed25519 key up to its 32 secret bytes (RFC 8410). */
const BEFORE_THE_SEED = Buffer.from("302e020100300506032b657004220420", "hex");

/**
 * The installation's key, made of a secret that is not in the database: whoever has only the database can write a
 * ledger anew, but not sign it. The same secret gives the same key in every process; another secret is a new key, under
 * which everything is signed from then on, and what was signed before stays valid under the old one.
 */
export function headSigner(secret: string): HeadSigner {
  const seed = Buffer.from(hkdfSync("sha256", secret, "", "perennial signed heads 1", 32));
  const key = createPrivateKey({ key: Buffer.concat([BEFORE_THE_SEED, seed]), format: "der", type: "pkcs8" });
  const { x } = createPublicKey(key).export({ format: "jwk" });
  return {
    publicKey: x ?? "",
    sign: (text) => sign(null, Buffer.from(text), key).toString("base64url"),
  };
}
