import type { Discounted, Deduction } from "../commerce/deductions.ts";
import { deduct } from "../commerce/deductions.ts";
import type { Scene } from "../commerce/scene.ts";
import { mayBeDiscounted } from "../commerce/discounts.ts";
import { gid } from "../state/ids.ts";
import type { AutomaticDiscount } from "../state/function-types.ts";
import type { LineItem } from "../state/order-payload.ts";
import type { Currencies } from "../state/types.ts";
import { functionRoot, type FunctionCart } from "./cart.ts";
import { callFunction, ownerFields } from "./owners.ts";
import { FunctionFailure } from "./run.ts";

const TARGET = "cart.lines.discounts.generate.run";

/** What a discount takes off one cart. */
export type Found = { discount: AutomaticDiscount; candidates: Candidate[] };

type Candidate = {
  targets: { cartLine: { id: string; quantity?: number } }[];
  value: { percentage?: { value: string }; fixedAmount?: { amount: string; appliesToEachItem?: boolean } };
  message?: string;
};

type Output = { operations: { productDiscountsAdd?: { candidates: Candidate[] } }[] };

/** What the shop's automatic discounts take off this cart; a function that fails takes off nothing, as at Shopify. */
export function automaticDiscounts(scene: Scene, cart: FunctionCart): Found[] {
  return scene
    .collection("automaticDiscount")
    .list()
    .filter(({ startsAt, endsAt }) => startsAt <= scene.at && (endsAt === null || scene.at < endsAt))
    .flatMap((discount) => {
      const candidates = candidatesOf(scene, discount, cart);
      return candidates.length === 0 ? [] : [{ discount, candidates }];
    });
}

function candidatesOf(scene: Scene, discount: AutomaticDiscount, cart: FunctionCart): Candidate[] {
  const owner = { discountClasses: discount.classes, ...ownerFields(scene, "DISCOUNT", discount) };
  const root = { ...functionRoot(scene, cart), discount: owner, enteredDiscountCodes: [] };
  try {
    const output = callFunction(scene, discount, { ownerType: "DISCOUNT", target: TARGET, root });
    if (output === null) return [];
    return (output as Output).operations.flatMap(
      ({ productDiscountsAdd }) => productDiscountsAdd?.candidates ?? [],
    );
  } catch (error) {
    if (error instanceof FunctionFailure) return [];
    throw error;
  }
}

/** Takes them off and answers the lines that have a product discount now: they get no other. */
export function deductAutomatic(order: Discounted, found: Found[], currencies: Currencies): Set<LineItem> {
  const taken = new Set<LineItem>();
  for (const { discount, candidates } of found)
    for (const candidate of candidates) {
      const units = candidate.targets.flatMap(({ cartLine: { id, quantity } }) => {
        const line = order.line_items.find((item) => gid("CartLine", item.id) === id);
        if (!line || taken.has(line) || !mayBeDiscounted(line)) return [];
        return [{ line, quantity: Math.min(quantity ?? line.quantity, line.quantity) }];
      });
      if (units.length === 0) continue;
      for (const { line } of units) taken.add(line);
      const name = { title: candidate.message ?? discount.title };
      const from = {
        shipping: false as const,
        units,
        method: "each" as const,
        selection: "entitled" as const,
      };
      deduct(order, { name, value: valueOf(candidate), from }, currencies);
    }
  return taken;
}

function valueOf({ value }: Candidate): Deduction["value"] {
  return value.percentage
    ? { percent: value.percentage.value }
    : { amount: value.fixedAmount?.amount ?? "0" };
}
