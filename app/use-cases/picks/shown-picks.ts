import { pickId, type PickList } from "../../db/pick-ids.ts";
import type { MemberPicks, Pick as Recommended, PickEvidence } from "../../insight/recommend/pick.ts";
import type { ProductId } from "../../loyalty/ids.ts";

/** Why a product is shown, as Liquid reads it. Dates are at noon, so that they are the same day in every zone. */
export interface ShownReason {
  k: PickEvidence["kind"];
  /** Of what the counts are, the product that it goes with. */
  w?: string;
  /** How many of them. */
  n?: number;
  /** Of how many; of days, how many. */
  m?: number;
  at?: string;
  /** The reward that gives it. */
  r?: string;
  /** What it is called where it is counted. */
  id: string;
}

/** By product, in lists. Another version is another shape, which older blocks leave alone. */
export type ShownTold = { v: 1 } & Partial<Record<PickList, Record<ProductId, ShownReason>>>;

export interface ShownPicks {
  /** What is shown, then what is only named. */
  products: ProductId[];
  told: ShownTold;
}

/** Liquid is given no more than 50 products of a list: these, and what each of them is named with. */
export const MOST_BESIDE = 8;
export const MOST_IN_A_LIST = 6;
/** The order in which they stand on a page, so that a product that is due is not shown further down. */
export const MEMBER_LISTS = ["due", "again", "fresh", "reachable"] as const;

type Signing = Parameters<typeof pickId>[0];

export function shownBeside(shop: Signing, productId: ProductId, picks: readonly Recommended[]): ShownPicks {
  const shown = picks.filter((pick) => pick.productId !== productId).slice(0, MOST_BESIDE);
  const beside = reasons(shop, { list: "beside", sourceId: productId }, shown);
  return { products: [...new Set(shown.map((pick) => pick.productId))], told: { v: 1, beside } };
}

/** Without what the member refused. */
export function shownToMember(
  shop: Signing,
  picks: MemberPicks,
  refused: ReadonlySet<ProductId>,
): ShownPicks {
  const told: ShownTold = { v: 1 };
  const products = new Set<ProductId>();
  const named = new Set<ProductId>();
  for (const list of MEMBER_LISTS) {
    const shown = picks[list].filter(({ productId }) => !refused.has(productId) && !products.has(productId));
    const some = shown.slice(0, MOST_IN_A_LIST);
    if (some.length === 0) continue;
    told[list] = reasons(shop, { list, sourceId: null }, some);
    for (const { productId, evidence } of some) {
      products.add(productId);
      if ("with" in evidence) named.add(evidence.with);
    }
  }
  return { products: [...new Set([...products, ...named])], told };
}

function reasons(
  shop: Signing,
  place: { list: PickList; sourceId: ProductId | null },
  picks: readonly Recommended[],
): Record<ProductId, ShownReason> {
  return Object.fromEntries(
    picks.map(({ productId, evidence }) => {
      const id = pickId(shop, { ...place, productId });
      return [productId, { k: evidence.kind, ...factsOf(evidence), id }];
    }),
  );
}

function factsOf(evidence: PickEvidence): Omit<ShownReason, "k" | "id"> {
  switch (evidence.kind) {
    case "bought-together":
      return { w: evidence.with, n: evidence.both, m: evidence.buyers };
    case "same-order":
      return { w: evidence.with, n: evidence.both, m: evidence.orders };
    case "bought-again":
      return { n: evidence.times, at: noon(evidence.last) };
    case "due-again":
      return { n: evidence.times, m: evidence.everyDays, at: noon(evidence.last) };
    case "popular":
      return { n: evidence.buyers, m: evidence.days };
    case "similar":
      return { w: evidence.with };
    case "reachable":
      return { n: Number(evidence.points), r: evidence.rewardId };
    case "new-here":
      return { at: noon(evidence.since) };
    case "pinned":
      return {};
  }
}

function noon(day: string): string {
  return `${day}T12:00:00Z`;
}
