import type { PlaceOrder } from "../../sandbox/commerce/actions.ts";
import { Chance } from "../../sandbox/history/chance.ts";
import { DEMO_PAST, oneMoreOrder } from "../../sandbox/history/generate.ts";
import type { Gift } from "./gifts-in-past.ts";
import { isPlain, subtotalOf, type Addresses } from "./past-wishes.ts";

const DAY = 24 * 3_600_000;
/** Who was given something comes once more for it, within so many days. */
const COMES = 0.35;
const WITHIN = [2, 12] as const;
/** In pence: below it the demo's codes take nothing off. */
const LEAST = 2_600;
/** They look for something that the code is good for. */
const LOOKS = 30;

/** What members buy beside everything else because they were given something at that time. */
export function thanksFor(
  gifts: readonly Gift[],
  { at, addresses }: { at: number; addresses: Addresses },
): PlaceOrder[] {
  const refs = new Map([...addresses].map(([ref, email]) => [email, ref]));
  return gifts.flatMap((gift) => {
    const chance = new Chance(`thanks for ${gift.key}`);
    const customer = /^ref:c-(\d+)$/.exec(refs.get(gift.email) ?? "")?.[1];
    if (customer === undefined || !chance.happens(COMES)) return [];
    const day = new Date(at + chance.int(...WITHIN) * DAY);
    for (let look = 0; look < LOOKS; look += 1) {
      const ref = `thanks-${gift.key.replace(/\W/g, "-")}-${look}`;
      const order = oneMoreOrder(DEMO_PAST.seed, Number(customer), { at: day, ref });
      if (gift.code === null && order.payment === "paid") return [order];
      if (gift.code !== null && fits(order, gift.code.below)) return [{ ...order, codes: [gift.code.text] }];
    }
    return [];
  });
}

function fits(order: PlaceOrder, below: number): boolean {
  return isPlain(order) && subtotalOf(order) >= LEAST && subtotalOf(order) < below;
}
