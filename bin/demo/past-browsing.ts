import type { Action, PlaceOrder } from "../../sandbox/commerce/actions.ts";
import { ITEMS, skusOf, type ShelfItem } from "../../sandbox/history/catalogue.ts";
import { Chance } from "../../sandbox/history/chance.ts";
import { isPlain, type Addresses } from "./past-wishes.ts";
import type { PicksShown, SeenPick, Visit } from "./picks-in-past.ts";

/** So many of what stands on a page comes into sight. */
const IN_SIGHT = 4;
/** Of what somebody buys they looked at so many pages. */
const PAGES = 2;
/** Who was about to buy it anyway puts it into the basket by what they saw. */
const TAKES_IT_THERE = 0.5;
/** Who was not is talked into it. */
const TEMPTED = 0.08;
const CLICKS = 0.05;
const REFUSES = 0.01;
/** For everybody who buys so many only look. */
const ONLY_LOOK = 0.8;

interface Shop {
  shown: PicksShown;
  addresses: Addresses;
}

/** What shoppers saw of recommendations on their way to these orders, and the orders with what they took of it. */
export function browse(actions: readonly Action[], shop: Shop): { actions: Action[]; visits: Visit[] } {
  const visits: Visit[] = [];
  const bought = actions.map((action) => {
    if (action.do !== "order.place" || !isPlain(action)) return action;
    const chance = new Chance(`browsing of ${action.ref ?? ""}`);
    const { order, visit } = shopping(chance, action, shop);
    visits.push(visit);
    if (chance.happens(ONLY_LOOK)) visits.push(looking(chance, shop));
    return order;
  });
  return { actions: bought, visits };
}

/** The web customers who buy, whose own recommendations are to be known. */
export function shoppersAmong(actions: readonly Action[], addresses: Addresses): string[] {
  const emails = actions.flatMap((action) =>
    action.do === "order.place" && isPlain(action) ? (addresses.get(action.customer ?? "") ?? []) : [],
  );
  return [...new Set(emails)];
}

function shopping(
  chance: Chance,
  order: PlaceOrder,
  { shown, addresses }: Shop,
): { order: PlaceOrder; visit: Visit } {
  const email = addresses.get(order.customer ?? "") ?? null;
  const pages = order.lines.slice(0, PAGES).map(({ variant }) => itemOf(variant)?.handle ?? "");
  const beside = pages.flatMap((handle) => (shown.beside[handle] ?? []).slice(0, IN_SIGHT));
  const own = (email === null ? [] : (shown.own[email] ?? [])).slice(0, IN_SIGHT);
  const inSight = [...beside, ...own];
  const wanted = new Map<string, SeenPick>(inSight.map((seen) => [seen.handle, seen]));
  const taken = order.lines.flatMap(({ variant }, line) => {
    const seen = line === 0 ? undefined : wanted.get(itemOf(variant)?.handle ?? "");
    return seen !== undefined && chance.happens(TAKES_IT_THERE) ? [{ line, pick: seen.pick }] : [];
  });
  const lines = order.lines.map((input, line) => {
    const pick = taken.find((one) => one.line === line)?.pick;
    return pick === undefined ? input : { ...input, properties: propertyOf(pick) };
  });
  const has = new Set(order.lines.map(({ variant }) => itemOf(variant)?.handle));
  const [tempting] = inSight.filter(({ handle }) => !has.has(handle));
  if (tempting !== undefined && chance.happens(TEMPTED)) {
    lines.push({ variant: skuOf(tempting.handle), quantity: 1, properties: propertyOf(tempting.pick) });
    taken.push({ line: lines.length - 1, pick: tempting.pick });
  }
  const shownPicks = inSight.map(({ pick }) => pick);
  const clicked = [...taken.map(({ pick }) => pick), ...clicksOf(chance, shownPicks)];
  const refused = own.filter(() => chance.happens(REFUSES)).map(({ pick }) => pick);
  return { order: { ...order, lines }, visit: { email, shown: shownPicks, clicked, refused } };
}

function looking(chance: Chance, { shown }: Shop): Visit {
  const beside = Object.values(shown.beside).filter(({ length }) => length > 0);
  const seen = beside.length === 0 ? [] : chance.pick(beside).slice(0, IN_SIGHT);
  const picks = seen.map(({ pick }) => pick);
  return { email: null, shown: picks, clicked: clicksOf(chance, picks), refused: [] };
}

function clicksOf(chance: Chance, picks: readonly string[]): string[] {
  return picks.filter(() => chance.happens(CLICKS));
}

/** As the blocks' forms write it. */
function propertyOf(pick: string) {
  return [{ name: "_perennial", value: pick }];
}

const BY_SKU: ReadonlyMap<string, ShelfItem> = new Map(
  ITEMS.flatMap((item) => skusOf(item).map((sku) => [`sku:${sku}`, item] as const)),
);

function itemOf(variant: string | undefined): ShelfItem | undefined {
  return BY_SKU.get(variant ?? "");
}

function skuOf(handle: string): string {
  const item = ITEMS.find((one) => one.handle === handle);
  return item === undefined ? handle : `sku:${skusOf(item)[0] ?? ""}`;
}
