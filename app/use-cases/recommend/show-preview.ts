import { findNamings } from "../../db/persons.ts";
import type { ShopRow } from "../../db/shops.ts";
import { dayOf } from "../../insight/days.ts";
import type { Pick as Recommended, PickEvidence } from "../../insight/recommend/pick.ts";
import type { MemberId, ProductId } from "../../loyalty/ids.ts";
import { formatMoney } from "../../loyalty/money.ts";
import { whoGetsRecommendations } from "../experiments/who-gets-recommendations.ts";
import { findNamed } from "../person/find-named.ts";
import type { Services } from "../services.ts";
import type { LoadedRecommender } from "./load-recommender.ts";
import { pickFor } from "./recommend-for.ts";

/** Whose eyes the merchant looks through: a product's page, or a customer named by number or e-mail address. */
export type PreviewAsked =
  { of: "product"; productId: ProductId } | { of: "member"; who: string } | { of: "anything" };

/** What a page's address asks for: `product`, a number, or `customer`. */
export function readPreviewAsked(search: URLSearchParams): PreviewAsked {
  const [productId, who] = [search.get("product") ?? "", (search.get("customer") ?? "").trim().slice(0, 255)];
  if (/^\d{1,18}$/.test(productId)) return { of: "product", productId };
  return who === "" ? { of: "anything" } : { of: "member", who };
}

export interface ShownPick {
  productId: ProductId;
  title: string;
  image: string | null;
  price: string | null;
  /** With titles in the place of ids, and days as numbers. */
  evidence: ShownEvidence;
}

export type ShownEvidence =
  | { kind: "bought-together" | "same-order"; with: string; both: number; of: number }
  | { kind: "bought-again"; times: number; last: number }
  | { kind: "due-again"; times: number; last: number; everyDays: number; due: number }
  | { kind: "popular"; buyers: number; days: number }
  | { kind: "similar"; with: string; shares: Extract<PickEvidence, { kind: "similar" }>["shares"] }
  | { kind: "reachable"; rewardId: string; points: string; available: string }
  | { kind: "new-here"; since: number }
  | { kind: "pinned" };

export const SHOWN_LISTS = ["beside", "due", "again", "fresh", "reachable"] as const;

export type Preview =
  | { of: "nothing" }
  | { of: "unknown"; who: string }
  | {
      of: "product" | "member";
      id: string;
      name: string;
      image: string | null;
      /** In the control group, or on the side of an experiment that does without: shown nothing personal in the store. */
      goesWithout: boolean;
      lists: { list: (typeof SHOWN_LISTS)[number]; picks: ShownPick[] }[];
    };

type Looking = { asked: PreviewAsked; loaded: LoadedRecommender };

export async function showPreview(
  services: Services,
  shop: ShopRow,
  { asked, loaded }: Looking,
): Promise<Preview> {
  if (asked.of === "member") return memberPreview(services, shop, { who: asked.who, loaded });
  const id = asked.of === "product" ? asked.productId : (loaded.bestSeller ?? [...loaded.sold.keys()][0]);
  const product = id === undefined ? undefined : loaded.sold.get(id);
  if (product === undefined) return id === undefined ? { of: "nothing" } : { of: "unknown", who: id };
  const picks = loaded.recommender.forProducts([product.id]);
  return {
    ...{ of: "product", id: product.id, name: product.title, image: product.image, goesWithout: false },
    lists: [{ list: "beside", picks: shown(picks, shop, loaded) }],
  };
}

async function memberPreview(
  services: Services,
  shop: ShopRow,
  { who, loaded }: { who: string; loaded: LoadedRecommender },
): Promise<Preview> {
  const found = await findNamed(services, shop, who);
  if (found.outcome !== "found") return { of: "unknown", who };
  const { id } = found.other;
  const picks = await pickFor(services, shop, id);
  const lists = SHOWN_LISTS.flatMap((list) =>
    list === "beside" ? [] : [{ list, picks: shown(picks[list], shop, loaded) }],
  );
  return {
    ...{ of: "member", id, name: await nameOf(services, shop, id), image: null, lists },
    goesWithout: !(await whoGetsRecommendations(services, shop, [id])).has(id),
  };
}

async function nameOf({ db }: Services, shop: ShopRow, id: MemberId): Promise<string> {
  const naming = (await findNamings(db.sql, shop.id, [id])).get(id);
  const name = [naming?.firstName, naming?.lastName].filter((part) => part != null && part !== "").join(" ");
  return name === "" ? (naming?.email ?? "") : name;
}

function shown(picks: readonly Recommended[], shop: ShopRow, { sold }: LoadedRecommender): ShownPick[] {
  return picks.map(({ productId, evidence }) => {
    const product = sold.get(productId);
    const price = product?.price ?? null;
    return {
      ...{ productId, title: product?.title ?? productId, image: product?.image ?? null },
      price: price === null ? null : formatMoney(price, shop.currency),
      evidence: told(evidence, (id) => sold.get(id)?.title ?? id),
    };
  });
}

function told(evidence: PickEvidence, titleOf: (id: ProductId) => string): ShownEvidence {
  const day = (date: string) => dayOf(date) ?? 0;
  switch (evidence.kind) {
    case "bought-together":
      return {
        kind: evidence.kind,
        with: titleOf(evidence.with),
        both: evidence.both,
        of: evidence.buyers,
      };
    case "same-order":
      return {
        kind: evidence.kind,
        with: titleOf(evidence.with),
        both: evidence.both,
        of: evidence.orders,
      };
    case "bought-again":
      return { ...evidence, last: day(evidence.last) };
    case "due-again":
      return { ...evidence, last: day(evidence.last), due: day(evidence.due) };
    case "similar":
      return { ...evidence, with: titleOf(evidence.with) };
    case "new-here":
      return { kind: evidence.kind, since: day(evidence.since) };
    default:
      return evidence;
  }
}
