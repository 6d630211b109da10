import type { MemberId, OrderId } from "../../loyalty/ids.ts";
import type { GuestOrders, GuestOrderStore } from "../guest-orders.ts";
import type { AdminApi } from "./admin-api.ts";
import {
  OrderCustomerSetDocument,
  OrdersByEmailDocument,
  VerifiedAddressDocument,
  type OrdersByEmailQuery,
} from "./generated/admin.ts";
import { idOfGid } from "./translate.ts";

/** Of a hundred orders each: whoever has more of one address has claimed them long since. */
const MOST_PAGES = 3;

export function guestOrderStore(api: AdminApi): GuestOrderStore {
  return {
    guestOrders: (shopDomain, customerId) => guestOrders(api, shopDomain, customerId),
    async assignOrder(shopDomain, { orderId, customerId }) {
      const { orderCustomerSet } = await api(shopDomain, OrderCustomerSetDocument, {
        orderId: `gid://shopify/Order/${orderId}`,
        customerId: `gid://shopify/Customer/${customerId}`,
      });
      return orderCustomerSet?.userErrors[0]?.message ?? null;
    },
  };
}

async function guestOrders(api: AdminApi, shopDomain: string, customerId: MemberId): Promise<GuestOrders> {
  const id = `gid://shopify/Customer/${customerId}`;
  const { customer } = await api(shopDomain, VerifiedAddressDocument, { id });
  const email = customer?.defaultEmailAddress?.emailAddress.toLowerCase() ?? "";
  // A quote or a backslash would end or change the search; no customer of a store has one.
  if (customer?.verifiedEmail !== true || email === "" || /["\\\s]/.test(email))
    return { verified: false, orders: [] };
  return { verified: true, orders: await listWithoutCustomer(api, shopDomain, email) };
}

/** The search finds more than it is asked for, so only the whole address counts. */
async function listWithoutCustomer(api: AdminApi, shopDomain: string, email: string): Promise<OrderId[]> {
  const found: OrderId[] = [];
  const query = `email:"${email}"`;
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { orders }: OrdersByEmailQuery = await api(shopDomain, OrdersByEmailDocument, { query, after });
    for (const order of orders.nodes)
      if (order.customer == null && order.email?.toLowerCase() === email) found.push(idOfGid(order.id));
    after = orders.pageInfo.endCursor ?? null;
    if (!orders.pageInfo.hasNextPage || after === null) break;
  }
  return found;
}
