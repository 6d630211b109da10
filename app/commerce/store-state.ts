import type { MemberId, OrderId } from "../loyalty/ids.ts";
import type { FinancialStatus, Order } from "../loyalty/order.ts";
import type { Instant } from "../loyalty/time.ts";
import type { Person } from "./platform.ts";

/**
 * What the store holds now, for whoever compares it with what is known, or takes in what was before us. Deliveries say
 * what happened; this says where it led to, in the same words.
 */
export interface StoreState {
  /**
   * A page of orders in few words, at most 250. Whoever needs more of one asks `ordersNow`; an order that changes while
   * pages are turned comes again later, so that none is missed.
   */
  listOrders(shopDomain: string, search: OrderSearch): Promise<Page<OrderGlance>>;
  /**
   * The orders as they stand, each the same to loyalty as if the store had delivered it; any number, in any order. Those
   * that the store no longer has are missing from the answer.
   */
  ordersNow(shopDomain: string, ids: readonly OrderId[]): Promise<OrderNow[]>;
  /** A page of customers, at most 250, the oldest first. */
  listCustomers(shopDomain: string, search: CustomerSearch): Promise<Page<CustomerNow>>;
  /** Which of these orders or customers the store still has. */
  present(shopDomain: string, kind: "order" | "customer", ids: readonly string[]): Promise<Set<string>>;
  /** Who these customers are, in any order; whom the store does not have is missing. */
  customersNow(shopDomain: string, ids: readonly MemberId[]): Promise<Person[]>;
  /** All tags that the store has on these customers, without the app's own; whom it does not have is missing. */
  customerTags(shopDomain: string, ids: readonly MemberId[]): Promise<Map<MemberId, string[]>>;
  /** How codes stand, by code; those that the store no longer has are missing. */
  codeStates(shopDomain: string, codes: readonly CodeName[]): Promise<Map<string, CodeState>>;
  /** Orders that carry the code, in few words. */
  ordersWithCode(shopDomain: string, code: string): Promise<OrderGlance[]>;
}

export interface CodeName {
  code: string;
  /** The store's id of its discount; null where that is not known. */
  reference: string | null;
}

export interface CodeState {
  /** Somebody could still use it: it is neither disabled nor over. */
  isUsable: boolean;
  /** In orders; may lag a little behind. */
  uses: number;
}

export interface Page<T> {
  items: T[];
  /** What `after` of the next page is; null behind the last. */
  next: string | null;
}

export interface OrderSearch {
  /** What `since` is compared with, and what is sorted by, oldest first. */
  by: "changed" | "processed";
  /** null for all that the store lets us see: 60 days of them where it did not grant more. */
  since: Instant | null;
  after: string | null;
}

export interface CustomerSearch {
  createdSince: Instant | null;
  after: string | null;
}

/** Enough to see that an order is not as it is known. */
export interface OrderGlance {
  id: OrderId;
  customerId: MemberId | null;
  processedAt: Instant;
  updatedAt: Instant;
  cancelledAt: Instant | null;
  status: FinancialStatus;
  refundIds: string[];
}

export interface OrderNow {
  order: Order;
  /** Its customer; null for a guest's. */
  person: Person | null;
}

export interface CustomerNow {
  createdAt: Instant;
  person: Person;
}
