/** A shop as the model holds it: plain arrays of everything, and who is who after merges. */
import { firstLevel } from "./tiers.ts";
import { newMember } from "./account.ts";
import type { Member, Piece } from "./account.ts";
import type { Instant } from "./calendar.ts";
import { newOrder } from "./orders.ts";
import type { Order } from "./orders.ts";
import type { Case, Product, Programme } from "./case-format.ts";

export interface Redemption {
  as: string;
  member: string;
  reward: string;
  /** null for a kind without one. */
  code: string | null;
  cost: bigint;
  state: "held" | "taken" | "released" | "refused";
  /** Infinity for one without a code. */
  endsAt: Instant;
  /** What is held or was taken, by lot. */
  pieces: Piece[];
  dropped: bigint;
  /** The order that took it. */
  takenBy: Order | null;
}

export interface Shop {
  versions: Programme[];
  products: Product[];
  members: Member[];
  /** Deleted id to kept id, of each merge. */
  merged: Map<string, string>;
  orders: Order[];
  redemptions: Redemption[];
  seenWebhooks: Set<string>;
  usedKeys: Set<string>;
}

export function newShop(played: Case): Shop {
  return {
    versions: played.programmes ?? (played.programme ? [played.programme] : []),
    products: played.products ?? [],
    members: [],
    merged: new Map(),
    orders: [],
    redemptions: [],
    seenWebhooks: new Set(),
    usedKeys: new Set(),
  };
}

/** The version in force at an instant: the latest begun, of two the higher number. Undefined before the first. */
export function versionAt(shop: Shop, at: Instant): Programme | undefined {
  let inForce: Programme | undefined;
  for (const version of shop.versions) {
    const begins = Date.parse(version.effectiveFrom);
    if (begins <= at && (!inForce || begins >= Date.parse(inForce.effectiveFrom))) inForce = version;
  }
  return inForce;
}

export function requireVersion(shop: Shop, at: Instant): Programme {
  const version = versionAt(shop, at);
  if (!version) throw new Error(`no programme is in force at ${new Date(at).toISOString()}`);
  return version;
}

/** The id that stands for an id now, after all merges. */
export function keptId(shop: Shop, id: string | number): string {
  let kept = String(id);
  for (let next = shop.merged.get(kept); next !== undefined; next = shop.merged.get(kept)) kept = next;
  return kept;
}

export function findMember(shop: Shop, id: string | number): Member | undefined {
  return shop.members.find((member) => member.id === keptId(shop, id));
}

/** The member of an id, made known with the first level if the shop did not know them. */
export function meet(shop: Shop, id: string | number, now: Instant): Member {
  const known = findMember(shop, id);
  if (known) return known;
  const member = newMember(keptId(shop, id), firstLevel(requireVersion(shop, now)));
  shop.members.push(member);
  return member;
}

export function orderOf(shop: Shop, id: number): Order {
  let order = shop.orders.find((of) => of.id === String(id));
  if (!order) {
    order = newOrder(String(id));
    shop.orders.push(order);
  }
  return order;
}

/** Whose an order is by its newest state. */
export function customerOf(shop: Shop, order: Order): string | null {
  return order.state?.customer ? keptId(shop, order.state.customer.id) : null;
}
