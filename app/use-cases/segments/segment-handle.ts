import type { ShopTransaction } from "../../db/database.ts";
import { listHandles } from "../../db/segments/segments.ts";

/** A store's tag of a customer is 40 characters at most, and two digits may come behind. */
const LONGEST = 26;

/** Also the merchant's own themes, flows and discounts may go by it. */
export function tagOf(handle: string): string {
  return `perennial:${handle}`;
}

/** Of a name, one that no other segment of the shop has or had. */
export async function freeHandle(tx: ShopTransaction, name: string): Promise<string> {
  const plain = handleOf(name);
  const taken = await listHandles(tx, plain);
  for (let n = 1; ; n++) {
    const handle = n === 1 ? plain : `${plain}-${n}`;
    if (!taken.has(handle)) return handle;
  }
}

/** Small letters and digits with hyphens between them; "segment" where a name has none of these. */
export function handleOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  return plain === "" ? "segment" : plain;
}
