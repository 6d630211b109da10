import { findShownProducts, type ShownProduct } from "../../db/catalogue.ts";
import { pickId, type PickList } from "../../db/pick-ids.ts";
import { findMemberPicks, findProductPicks } from "../../db/picks.ts";
import { currentVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import {
  NO_PICKS,
  type MemberPicks,
  type Pick as Recommended,
  type PickEvidence,
} from "../../insight/recommend/pick.ts";
import { mayBeShown } from "../../insight/recommend/shown.ts";
import type { MemberId, ProductId } from "../../loyalty/ids.ts";
import { holds } from "../../loyalty/line-earning.ts";
import { fitsAllKeys } from "../../loyalty/line-match.ts";
import { isGate, perkWindow, type Gate } from "../../loyalty/perk.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "../../loyalty/versions.ts";
import { readRules } from "../recommend/read-rules.ts";
import { listRewardsFor } from "../rewards/list-rewards.ts";
import type { Services } from "../services.ts";
import { MEMBER_LISTS, MOST_BESIDE, MOST_IN_A_LIST } from "./shown-picks.ts";
import { whoIsShown } from "./who-is-shown.ts";

/** A product that is recommended, with what a page needs to show it and to count what becomes of it. */
export interface ToldPick {
  productId: ProductId;
  title: string;
  handle: string | null;
  image: string | null;
  /** What it is called where it is counted. */
  pick: string;
  evidence: PickEvidence;
  /** Of the product that the evidence names. */
  withTitle: string | null;
}

export interface ToldPicks {
  /** What goes with the products that were asked about. */
  beside: ToldPick[];
  /** null for a guest. */
  member: Record<keyof MemberPicks, ToldPick[]> | null;
  /** Of the shop's programme, as they stood. */
  versions: ProgrammeVersion[];
}

interface Asked {
  /** The product of a page, or those of a basket. */
  productIds: readonly ProductId[];
  memberId: MemberId | null;
}

/**
 * The recommendations that the store shows, to whoever asks for them: as they were worked out, by what the catalogue, the
 * merchant's rules and the member's own word say at this moment. What need not wait for another is asked at once: a page
 * waits for every way to the database.
 */
export async function tellPicks(
  services: Services,
  shop: ShopRow,
  { productIds, memberId }: Asked,
): Promise<ToldPicks> {
  const { sql } = services.db;
  const [versions, beside, { rules }, own] = await Promise.all([
    currentVersions(sql, shop),
    findProductPicks(sql, shop.id, productIds),
    readRules(sql, shop.id),
    memberId === null ? null : ownPicks(services, shop, memberId),
  ]);
  const found = inTurn(productIds, beside).filter(({ productId }) => !own?.refused.has(productId));
  const named = [...found, ...MEMBER_LISTS.flatMap((list) => own?.lists[list] ?? [])].flatMap(namedBy);
  const [shelf, within] = await Promise.all([
    findShownProducts(sql, shop.id, [...new Set(named)]),
    memberId === null ? null : rewardsWithin(services, shop, { memberId, picks: own?.lists.reachable ?? [] }),
  ]);
  const closed = gatesAt(versions, services.clock()).filter(
    ({ tiers }) => own?.level == null || !tiers.includes(own.level),
  );
  const isShown = (product: ShownProduct) =>
    mayBeShown(product, rules) && !closed.some((gate) => isBehind(gate, product));
  const told = (list: PickList, picks: readonly Standing[], most: number) =>
    picks.flatMap((pick) => toldOf(shop, { list, pick, shelf, isShown })).slice(0, most);
  const isReachable = ({ evidence }: Recommended) =>
    evidence.kind !== "reachable" || within?.has(evidence.rewardId) === true;
  return {
    versions,
    beside: told("beside", found, MOST_BESIDE),
    member:
      own &&
      (Object.fromEntries(
        MEMBER_LISTS.map((list) => [
          list,
          told(
            list,
            own.lists[list].filter(isReachable).map((pick) => ({ ...pick, sourceId: null })),
            MOST_IN_A_LIST,
          ),
        ]),
      ) as Record<keyof MemberPicks, ToldPick[]>),
  };
}

/** A recommendation, and the product that it stands beside. */
interface Standing extends Recommended {
  sourceId: ProductId | null;
}

/** The first of each product's, then the second of each, as the cart shows them; each once, and nothing of the basket. */
function inTurn(productIds: readonly ProductId[], beside: ReadonlyMap<ProductId, Recommended[]>): Standing[] {
  const taken = new Set(productIds);
  const most = [...beside.values()].reduce((longest, { length }) => Math.max(longest, length), 0);
  const picks: Standing[] = [];
  for (let place = 0; place < most; place++)
    for (const sourceId of productIds) {
      const pick = beside.get(sourceId)?.[place];
      if (pick === undefined || taken.has(pick.productId)) continue;
      taken.add(pick.productId);
      picks.push({ ...pick, sourceId });
    }
  return picks;
}

interface OwnPicks {
  lists: MemberPicks;
  refused: ReadonlySet<ProductId>;
  level: string | null;
}

async function ownPicks(services: Services, shop: ShopRow, memberId: MemberId): Promise<OwnPicks> {
  const [shown, lists] = await Promise.all([
    whoIsShown(services, shop, [memberId]),
    findMemberPicks(services.db.sql, shop.id, memberId),
  ]);
  const theirs = shown.get(memberId);
  const { own = false, refused = new Set<ProductId>(), level = null } = theirs ?? {};
  if (!own || lists === null) return { lists: NO_PICKS, refused, level };
  const isWanted = ({ productId }: Recommended) => !refused.has(productId);
  const { again, fresh, due, reachable } = lists;
  return {
    ...{ refused, level },
    lists: {
      ...{ again: again.filter(isWanted), fresh: fresh.filter(isWanted), due: due.filter(isWanted) },
      reachable: reachable.filter(isWanted),
    },
  };
}

/** What of these is within reach at this moment: points may have gone since, and rewards too. */
async function rewardsWithin(
  services: Services,
  shop: ShopRow,
  { memberId, picks }: { memberId: MemberId; picks: readonly Recommended[] },
): Promise<Set<string>> {
  if (picks.length === 0) return new Set();
  const { rewards } = await listRewardsFor(services, shop, memberId);
  return new Set(rewards.filter(({ reachable }) => reachable).map(({ id }) => id));
}

/** What only some may buy at this moment. */
function gatesAt(versions: readonly ProgrammeVersion[], now: Instant): Gate[] {
  return (versionAt(versions, now)?.programme.perks ?? [])
    .filter(isGate)
    .filter((perk) => holds(perkWindow(perk), now));
}

function isBehind({ match }: Gate, { id, vendor, tags, collections, productType }: ShownProduct): boolean {
  const line = { productId: id, variantId: null, vendor };
  return fitsAllKeys({ ...match, variantIds: [] }, line, { id, tags, collections, productType });
}

function namedBy({ productId, evidence }: Recommended): ProductId[] {
  return "with" in evidence ? [productId, evidence.with] : [productId];
}

interface Telling {
  list: PickList;
  pick: Standing;
  shelf: ReadonlyMap<ProductId, ShownProduct>;
  isShown: (product: ShownProduct) => boolean;
}

/** Nothing where it cannot be bought, or where what it goes with is gone, so that nobody could be told why. */
function toldOf(shop: ShopRow, { list, pick, shelf, isShown }: Telling): ToldPick[] {
  const { productId, evidence, sourceId } = pick;
  const product = shelf.get(productId);
  const withTitle = "with" in evidence ? (shelf.get(evidence.with)?.title ?? null) : null;
  if (product === undefined || !isShown(product) || ("with" in evidence && withTitle === null)) return [];
  const { title, handle, image } = product;
  const name = pickId(shop, { list, sourceId, productId });
  return [{ productId, title, handle, image, pick: name, evidence, withTitle }];
}
