import type { Pick } from "./pick.ts";
import type { RecommendRules } from "./rules.ts";
import { boostOf, mayBeShown, type Shelved } from "./shown.ts";

/** A product of the shelf, with what ranking it takes. */
export interface OnShelf extends Shelved {
  /** Part of the price that stays with the merchant, up to 1; null where its cost is not known. */
  margin: number | null;
  /** How far it is lowered for what became of it where it was shown, up to 1 (feedback.ts). */
  lowered: number;
}

export interface Scored {
  pick: Pick;
  /** Above 0; only the relation of two says something. */
  score: number;
}

/** What may be shown, by product: its type, and what the merchant's rules make of how much it is wanted. */
export type Shelf = ReadonlyMap<string, { productType: string | null; weight: number }>;

export interface Arranging {
  shelf: Shelf;
  rules: RecommendRules;
  most: number;
  /** Never shown here: the product whose page it is, and what the member does not want. */
  without: ReadonlySet<string>;
}

/** How much a margin moves at its largest weight: one 25 points above the mean about doubles. */
const MARGIN_PULL = 2.8;

/** What of the products can be bought and is not left out, weighed once for all that is asked. */
export function shelve(products: readonly OnShelf[], rules: RecommendRules): Shelf {
  const margins = products.flatMap(({ margin }) => (margin === null ? [] : [margin]));
  const usual = margins.reduce((sum, each) => sum + each, 0) / Math.max(1, margins.length);
  return new Map(
    products
      .filter((product) => mayBeShown(product, rules))
      .map((product) => {
        const { id, productType, margin, lowered } = product;
        const pull = Math.exp(MARGIN_PULL * rules.margin * ((margin ?? usual) - usual));
        return [id, { productType, weight: boostOf(product, rules) * pull * lowered }];
      }),
  );
}

/**
 * What is shown of what was found, by the merchant's rules: only what stands on the shelf, the pinned first,
 * the others by how much they are wanted times what the merchant weighs. Of a product type at most so many, while there
 * is anything else.
 */
export function arrange(found: readonly Scored[], arranging: Arranging): Pick[] {
  const { shelf, rules, most, without } = arranging;
  const chosen: Pick[] = [];
  const taken = new Set(without);
  const types = new Map<string, number>();
  const take = (pick: Pick, productType: string | null) => {
    taken.add(pick.productId);
    chosen.push(pick);
    if (productType !== null) types.set(productType, (types.get(productType) ?? 0) + 1);
  };
  for (const productId of rules.pinned) {
    const product = shelf.get(productId);
    if (chosen.length === most || product === undefined || taken.has(productId)) continue;
    const own = found.find(({ pick }) => pick.productId === productId)?.pick;
    take(own ?? { productId, evidence: { kind: "pinned" } }, product.productType);
  }
  const passedOver: Pick[] = [];
  for (const { pick, productType } of sorted(found, shelf)) {
    if (chosen.length === most) break;
    if (taken.has(pick.productId)) continue;
    const isTooMany =
      rules.mostOfAType !== null &&
      productType !== null &&
      (types.get(productType) ?? 0) >= rules.mostOfAType;
    if (isTooMany) passedOver.push(pick);
    else take(pick, productType);
  }
  for (const pick of passedOver) if (chosen.length < most && !taken.has(pick.productId)) take(pick, null);
  return chosen;
}

function sorted(
  found: readonly Scored[],
  shelf: Shelf,
): { pick: Pick; productType: string | null; weight: number }[] {
  const weighed = found.flatMap(({ pick, score }) => {
    const product = shelf.get(pick.productId);
    if (product === undefined) return [];
    return [{ pick, productType: product.productType, weight: score * product.weight }];
  });
  return weighed.sort((a, b) => b.weight - a.weight);
}
