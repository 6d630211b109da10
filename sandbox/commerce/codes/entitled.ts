import type { DiscountItems, DiscountRule } from "../../state/discount-types.ts";
import type { LineItem } from "../../state/order-payload.ts";
import { mayBeDiscounted } from "../discounts.ts";
import { pairOf, toMinor } from "../money.ts";
import type { Units } from "../deductions.ts";
import type { Scene } from "../scene.ts";

/** Whether a line is among the items that a discount names. */
export function isAmong(scene: Scene, items: DiscountItems, line: LineItem): boolean {
  if (items.all) return true;
  const [product, variant] = [line.product_id, line.variant_id].map((id) =>
    id === null ? null : String(id),
  );
  if (variant != null && items.variants.includes(variant)) return true;
  if (product == null) return false;
  if (items.products.includes(product)) return true;
  return items.collections.some((id) =>
    scene.collection("collection").find(id)?.productIds.includes(product),
  );
}

type Bxgy = Extract<DiscountRule, { kind: "bxgy" }>;
type Unit = { line: LineItem; price: number };

/**
 * The units that "buy x, get y" makes cheaper: as often as enough is bought, the cheapest of what it gives. A unit
 * that counts as bought is not given, and one that could be given counts as bought only where no other can.
 */
export function unitsGiven(scene: Scene, rule: Bxgy, lines: LineItem[]): Units[] {
  const units = lines
    .filter(mayBeDiscounted)
    .flatMap((line) => Array.from({ length: line.quantity }, () => ({ line, price: priceOf(line) })));
  const canBeGiven = (unit: Unit): boolean => isAmong(scene, rule.gets.items, unit.line);
  let bought = units
    .filter(({ line }) => isAmong(scene, rule.buys.items, line))
    .sort((a, b) => Number(canBeGiven(a)) - Number(canBeGiven(b)) || b.price - a.price);
  let giveable = units.filter(canBeGiven).sort((a, b) => a.price - b.price);
  const given: Unit[] = [];
  for (let use = 0; use < (rule.usesPerOrder ?? units.length); use += 1) {
    const spent = new Set(enough(scene, bought, rule.buys.value));
    const gift = giveable.filter((unit) => !spent.has(unit)).slice(0, rule.gets.quantity);
    if (spent.size === 0 || gift.length === 0) break;
    given.push(...gift);
    const gone = new Set([...spent, ...gift]);
    bought = bought.filter((unit) => !gone.has(unit));
    giveable = giveable.filter((unit) => !gone.has(unit));
  }
  const byLine = Map.groupBy(given, ({ line }) => line);
  return [...byLine].map(([line, { length: quantity }]) => ({ line, quantity }));
}

/** The first units that make up what must be bought; none where there is too little. */
function enough(scene: Scene, units: Unit[], wanted: Bxgy["buys"]["value"]): Unit[] {
  if ("quantity" in wanted) return units.length < wanted.quantity ? [] : units.slice(0, wanted.quantity);
  const amount = toMinor(wanted.amount, scene.shop.currency);
  let sum = 0;
  const end = units.findIndex(({ price }) => (sum += price) >= amount);
  return end < 0 ? [] : units.slice(0, end + 1);
}

function priceOf(line: LineItem): number {
  return pairOf(line.price_set).shop;
}
