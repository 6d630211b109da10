import { newWishKey } from "../../../perennial-shared/wish-key.ts";
import type { Till } from "../till.ts";

/** A redemption that was sent, until its answer is there: sent again, it is the same one. */
export interface Wish {
  reward: string;
  key: string;
}

const nameOf = (customer: string) => `wish ${customer}`;

/** Notes the wish before it is sent: should the connection or the till fail, it is not made twice, nor lost. */
export async function noteWish(
  { storage }: Pick<Till, "storage">,
  customer: string,
  reward: string,
): Promise<Wish> {
  const open = await openWish({ storage }, customer);
  if (open?.reward === reward) return open;
  const wish = { reward, key: newWishKey() };
  await storage.set(nameOf(customer), wish);
  return wish;
}

export async function forgetWish({ storage }: Pick<Till, "storage">, customer: string): Promise<void> {
  await storage.delete(nameOf(customer));
}

export async function openWish({ storage }: Pick<Till, "storage">, customer: string): Promise<Wish | null> {
  const found = await storage.get(nameOf(customer));
  return isWish(found) ? found : null;
}

function isWish(value: unknown): value is Wish {
  return typeof value === "object" && value !== null && "reward" in value && "key" in value;
}
