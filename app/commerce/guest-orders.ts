import type { MemberId, OrderId } from "../loyalty/ids.ts";

/** Orders that were placed without an account, with the address of one. */
export interface GuestOrders {
  /** Whether the store has verified that the customer's e-mail address is theirs. */
  verified: boolean;
  /** Those with this very address that belong to nobody, the newest first. Empty where it is not verified. */
  orders: OrderId[];
}

/** What a member may take over of what they bought before they signed in. */
export interface GuestOrderStore {
  guestOrders(shopDomain: string, customerId: MemberId): Promise<GuestOrders>;
  /** Puts the customer on the order; null where the store did, else why it would not. The store then tells of the order. */
  assignOrder(
    shopDomain: string,
    { orderId, customerId }: { orderId: OrderId; customerId: MemberId },
  ): Promise<string | null>;
}
