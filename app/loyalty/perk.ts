import type { Fraction } from "./fraction.ts";
import type { Money } from "./money.ts";
import type { LineKeys, Window } from "./programme.ts";
import type { Instant } from "./time.ts";

/** Lines as the store's own checkout can tell them apart: it is asked for products, not for their variants. */
export type PerkMatch = Omit<LineKeys, "variantIds">;

interface PerkTerms {
  readonly id: string;
  /** Whoever holds one of these levels has it, and whoever carries one of the tags: one of all is enough. */
  readonly tiers: readonly string[];
  readonly customerTags: readonly string[];
  readonly window: Window;
}

/** So many per cent off the lines that fit; null fits every line. A line gets the largest that its buyer has. */
export interface MemberPrice extends PerkTerms {
  readonly kind: "member-price";
  readonly percent: Fraction;
  readonly match: PerkMatch | null;
}

/** One of the product for nothing, where everything else in the cart is worth the minimum. Costs no points. */
export interface Gift extends PerkTerms {
  readonly kind: "gift";
  /** As the store knows it: a number, a gid or a handle. */
  readonly product: string;
  readonly minimum: Money;
}

/** What fits may be bought by nobody else. */
export interface Exclusive extends PerkTerms {
  readonly kind: "exclusive";
  readonly match: PerkMatch;
}

/** The same until `publicAt`; before `window.from` nobody may buy at all. `window.to` is null. */
export interface EarlyAccess extends PerkTerms {
  readonly kind: "early-access";
  readonly match: PerkMatch;
  readonly publicAt: Instant;
}

/** What some members have besides points, for nothing. */
export type Perk = MemberPrice | Gift | Exclusive | EarlyAccess;

/** A perk that says who may buy. */
export type Gate = Exclusive | EarlyAccess;

export function isGate(perk: Perk): perk is Gate {
  return perk.kind === "exclusive" || perk.kind === "early-access";
}

/** From when to when it changes anything: a gate of early access is over when everybody may buy. */
export function perkWindow(perk: Perk): Window {
  return perk.kind === "early-access" ? { from: null, to: perk.publicAt } : perk.window;
}
