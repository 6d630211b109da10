import type { PerkSummary } from "../../../app/loyalty/summary.ts";
import { add, compare, decimal, multiply, ZERO } from "../../perennial-perks/decimal.ts";
import { giftMessage, type Told } from "./messages.ts";
import type { Candidate, Goods } from "./shapes.ts";

type Gift = Extract<PerkSummary, { kind: "gift" }>;

interface Given {
  lineId: string;
  candidate: Candidate;
}

/**
 * One unit of each gift that lies in the cart is free, where everything that is no gift is worth the minimum by its
 * prices. A function can put nothing into a cart: whoever wants the gift does that.
 */
export function giftsIn(
  goods: readonly Goods[],
  perks: readonly PerkSummary[],
  { rate, ...told }: Told & { rate: string },
): Given[] {
  const gifts = perks.filter((perk): perk is Gift => perk.kind === "gift");
  const bought = goods.filter(({ product }) => !gifts.some((gift) => gift.product === product.id));
  const worth = bought.reduce((sum, { line }) => add(sum, decimal(line.cost.subtotalAmount.amount)), ZERO);
  const given: Given[] = [];
  for (const gift of gifts) {
    const minimum = multiply(decimal(gift.minimum ?? "0"), decimal(rate));
    const found = goods.find(({ product }) => product.id === gift.product);
    if (found === undefined || compare(worth, ZERO) === 0 || compare(worth, minimum) < 0) continue;
    const { id } = found.line;
    if (given.some(({ lineId }) => lineId === id)) continue;
    given.push({
      lineId: id,
      candidate: {
        message: giftMessage(gift, told),
        targets: [{ cartLine: { id, quantity: 1 } }],
        value: { percentage: { value: "100" } },
      },
    });
  }
  return given;
}
