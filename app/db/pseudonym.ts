import { createHmac } from "node:crypto";

/** The name under which a member stands in the hash chain: nobody finds the id from it without the shop's salt. */
export function pseudonymOf(salt: string, memberId: string): string {
  return createHmac("sha256", salt).update(`member ${memberId}`).digest("hex").slice(0, 32);
}

/** By this an erased customer or order is recognised when the store tells of it again. */
export function erasedIdOf(salt: string, kind: "customer" | "order", id: string): string {
  return createHmac("sha256", salt).update(`erased ${kind} ${id}`).digest("hex");
}
