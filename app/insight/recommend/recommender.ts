import { dateOf, type Day } from "../days.ts";
import { arrange, shelve, type OnShelf, type Scored } from "./arrange.ts";
import { likenessOf, type Described, type Likeness } from "./content.ts";
import { LEAST_PEOPLE, ownEvidence, sharedEvidence, type Told } from "./evidence.ts";
import { basketRanker, type BasketRanker } from "./for-baskets.ts";
import { customerRanker, type CustomerRanker } from "./for-customers.ts";
import { paidWith, type PointsOffer } from "./paid-with-points.ts";
import { NO_PICKS, type MemberPicks, type Pick, type PickEvidence } from "./pick.ts";
import { dueFor } from "./rhythms.ts";
import type { RecommendRules } from "./rules.ts";
import type { ShopModel } from "./shop-model.ts";
import { itemsAt, itemsOf, type Visits } from "./visits.ts";

/** A product that the store sells, with all that is known of it. */
export interface ShelfProduct extends OnShelf, Omit<Described, "price"> {
  /** In minor units. */
  price: bigint | null;
  createdOn: Day;
}

/** A shop's products, its model and its rules: what recommending takes. */
export interface Shop {
  products: readonly ShelfProduct[];
  /** Ids of the model's products by their places. */
  known: readonly string[];
  model: ShopModel;
  rules: RecommendRules;
  today: Day;
}

/** Somebody to whom something is recommended. */
export interface Customer {
  history: Visits;
  /** Products that they do not want to see. */
  notForMe: ReadonlySet<string>;
  /** Rewards that they may have, and the points for them. */
  offers: readonly PointsOffer[];
  available: bigint;
}

export interface Recommender {
  /** What goes with the products, as on a product's page or in the cart. */
  forProducts(productIds: readonly string[], most?: number): Pick[];
  forCustomer(customer: Customer, most?: number): MemberPicks;
  /** The place of a product in histories; undefined for one that nobody bought. */
  placeOf(productId: string): number | undefined;
}

const A_LIST = 12;
/** Found before stock and rules have their say. */
const FOUND = 60;
const LIKE = 24;
const LATELY = 6;
/** With so many at hand nothing further is looked for: three in four may be sold out or left out. */
const PLENTY = 48;
/** Less like than this is not alike. */
const ALIKE = 0.15;
/** What came within so many days is new in the shop. */
const NEW_DAYS = 30;

/**
 * Recommends by what was learned and what the store says now. What others bought comes first, then what is like it, then
 * what sells: a product or a customer of whom nothing is known gets something that makes sense at once. It keeps room for
 * its sums, so one is made for a shop and asked many times.
 */
export function recommenderOf(shop: Shop): Recommender {
  const { known, products, rules, model, today } = shop;
  const shelf = shelve(products, rules);
  const places = new Map(known.map((id, place) => [id, place]));
  const arranged = (found: readonly Scored[], most: number, without: ReadonlySet<string>) =>
    arrange(found, { shelf, rules, most, without });
  const sources: Sources = {
    ...{ shop, places },
    told: {
      nameOf: (item) => known[item] ?? "",
      people: model.people,
      orders: model.baskets.neighbours,
    },
    basket: basketRanker(model.baskets),
    customer: customerRanker(model.customers),
    likeness: likenessOf(
      products.map((product) => ({
        ...product,
        price: product.price === null ? null : Number(product.price),
      })),
      LIKE,
    ),
    onShelf: new Map(products.map(({ id }, place) => [id, place])),
    ...{ popular: popular(shop), brandNew: brandNew(products, today) },
  };
  return {
    placeOf: (productId) => places.get(productId),
    forProducts: (productIds, most = A_LIST) =>
      rules.on ? arranged(goingWith(sources, productIds), most, new Set(productIds)) : [],
    forCustomer: (customer, most = A_LIST) => forCustomer(sources, customer, { most, arranged }),
  };
}

interface Sources {
  shop: Shop;
  places: ReadonlyMap<string, number>;
  told: Told;
  basket: BasketRanker;
  customer: CustomerRanker;
  likeness: Likeness;
  /** Places on the shelf. */
  onShelf: ReadonlyMap<string, number>;
  /** What sells, and what is new in the shop: the same for all who ask. */
  popular: readonly Scored[];
  brandNew: readonly Scored[];
}

/** What was bought with these, then what is like them, then what sells and what is new; each product once. */
function goingWith(sources: Sources, productIds: readonly string[]): Scored[] {
  const { shop, places, basket } = sources;
  const given = productIds.flatMap((id) => places.get(id) ?? []);
  const bought = basket(given, FOUND).flatMap(({ item, score }): Scored[] => {
    const evidence = sharedEvidence(item, given, sources.told);
    return evidence === null ? [] : [{ pick: { productId: shop.known[item] ?? "", evidence }, score }];
  });
  return inTurn([
    () => bought,
    () => similarTo(sources, productIds),
    () => sources.popular,
    () => sources.brandNew,
  ]);
}

function similarTo({ shop, likeness, onShelf }: Sources, productIds: readonly string[]): Scored[] {
  const best = new Map<string, Scored>();
  for (const id of productIds) {
    const place = onShelf.get(id);
    if (place === undefined) continue;
    for (const { product, score, shares } of likeness.like(place)) {
      const productId = shop.products[product]?.id ?? "";
      if (score < ALIKE || (best.get(productId)?.score ?? 0) >= score) continue;
      best.set(productId, { pick: { productId, evidence: { kind: "similar", with: id, shares } }, score });
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, FOUND);
}

function popular({ model, known }: Shop): Scored[] {
  return model.popular
    .filter((item) => (model.buyers[item] ?? 0) >= LEAST_PEOPLE)
    .slice(0, FOUND)
    .map((item) => {
      const buyers = model.buyers[item] ?? 0;
      const evidence: PickEvidence = { kind: "popular", buyers, days: model.popularDays };
      return { pick: { productId: known[item] ?? "", evidence }, score: buyers };
    });
}

function brandNew(products: readonly ShelfProduct[], today: Day): Scored[] {
  return products
    .filter(({ createdOn }) => createdOn > today - NEW_DAYS && createdOn <= today)
    .sort((a, b) => b.createdOn - a.createdOn)
    .slice(0, LIKE)
    .map(({ id, createdOn }, place) => ({
      pick: { productId: id, evidence: { kind: "new-here", since: dateOf(createdOn) } },
      score: 1 / (place + 1),
    }));
}

/** One list behind the other, however their scores are made: everything of an earlier list counts more. */
function inTurn(lists: readonly (() => readonly Scored[])[]): Scored[] {
  const seen = new Set<string>();
  const all: Scored[] = [];
  let ceiling = 1;
  for (const list of lists) {
    if (all.length >= PLENTY) break;
    const fresh = list().filter(({ pick }) => !seen.has(pick.productId));
    const most = fresh.reduce((high, { score }) => Math.max(high, score), 0);
    for (const { pick, score } of fresh) {
      seen.add(pick.productId);
      // Within a list from its ceiling to a third of it, so that rules may move things within and a little beyond it.
      all.push({ pick, score: ceiling * (0.3 + 0.7 * (most > 0 ? score / most : 0)) });
    }
    ceiling *= 0.3;
  }
  return all;
}

type Arranged = (found: readonly Scored[], most: number, without: ReadonlySet<string>) => Pick[];

function forCustomer(
  sources: Sources,
  customer: Customer,
  { most, arranged }: { most: number; arranged: Arranged },
): MemberPicks {
  const { rules } = sources.shop;
  if (!rules.on) return NO_PICKS;
  const { history } = customer;
  const shown = new Set(customer.notForMe);
  // What is pinned stands at the head of what is new to them: it would be no answer to what they buy again.
  const list = (found: readonly Scored[], pins: readonly string[] = []) => {
    const own = new Set(found.map(({ pick }) => pick.productId));
    const others = rules.pinned.filter((id) => !pins.includes(id) && !own.has(id));
    const picks = arranged(found, most, new Set([...shown, ...others]));
    for (const { productId } of picks) shown.add(productId);
    return picks;
  };
  const [mine, others] = [again(sources, history), fresh(sources, history)];
  return {
    due: list(dueAgain(sources.shop, history)),
    reachable: list(reachable(sources, customer, [...mine, ...others])),
    again: list(mine),
    fresh: list(others, rules.pinned),
  };
}

/** What rewards give, then what they want anyway and can have for their points alone. */
function reachable({ shop, onShelf }: Sources, { offers, available }: Customer, wanted: Scored[]): Scored[] {
  if (offers.length === 0) return [];
  const given = offers.flatMap((offer) => (offer.kind === "product" ? offer.productId : []));
  const ids = new Set([...given, ...wanted.map(({ pick }) => pick.productId)]);
  return [...ids].flatMap((productId, place): Scored[] => {
    const product = shop.products[onShelf.get(productId) ?? -1];
    const paid = product === undefined ? null : paidWith(offers, product, available);
    if (paid === null) return [];
    const { rewardId, points } = paid;
    const counts = { points: points.toString(), available: available.toString() };
    return [
      { pick: { productId, evidence: { kind: "reachable", rewardId, ...counts } }, score: 1 / (place + 1) },
    ];
  });
}

function dueAgain({ known, today }: Shop, history: Visits): Scored[] {
  return dueFor(history, today).map(({ item, times, last, everyDays, due }, place) => ({
    pick: {
      productId: known[item] ?? "",
      evidence: { kind: "due-again", times, last: dateOf(last), everyDays, due: dateOf(due) },
    },
    score: 1 / (place + 1),
  }));
}

function again({ shop, customer }: Sources, history: Visits): Scored[] {
  return customer(history, { most: FOUND, of: "had" }).flatMap(({ item, score }): Scored[] => {
    const evidence = ownEvidence(item, history);
    return evidence === null ? [] : [{ pick: { productId: shop.known[item] ?? "", evidence }, score }];
  });
}

/** What they bought last, of as many things as something alike is looked for. */
function boughtLast(history: Visits): number[] {
  const last = new Set<number>();
  for (let visit = history.day.length - 1; visit >= 0 && last.size < LATELY; visit--)
    for (const item of itemsAt(history, visit)) if (last.size < LATELY) last.add(item);
  return [...last];
}

function fresh(sources: Sources, history: Visits): Scored[] {
  const { shop, customer } = sources;
  const had = itemsOf(history);
  const isHad = new Set([...had].map((item) => shop.known[item] ?? ""));
  const ranked = customer(history, { most: FOUND, of: "new" }).flatMap(({ item, score }): Scored[] => {
    const evidence = sharedEvidence(item, had, sources.told);
    return evidence === null ? [] : [{ pick: { productId: shop.known[item] ?? "", evidence }, score }];
  });
  const lists = [
    () => ranked,
    () =>
      similarTo(
        sources,
        boughtLast(history).map((item) => shop.known[item] ?? ""),
      ),
    () => sources.popular,
    () => sources.brandNew,
  ];
  const isNew = ({ pick }: Scored) => !isHad.has(pick.productId);
  return inTurn(lists.map((found) => () => found().filter(isNew)));
}
