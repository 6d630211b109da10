import { describe, expect, test } from "vitest";
import type { AdminApi } from "./admin-api.ts";
import { OrdersByEmailDocument } from "./generated/admin.ts";
import { guestOrderStore } from "./guest-orders.ts";

interface Store {
  verifiedEmail?: boolean;
  address?: string | null;
  orders?: { email: string | null; customer?: { id: string } | null }[];
}

/** A store with one customer; the search finds every order there is, as Shopify's finds more than it is asked for. */
function storeWith({ verifiedEmail = true, address = "anna@example.com", orders = [] }: Store) {
  const searches: string[] = [];
  const api = async (_shop: string, document: unknown, { query }: { query?: string }) => {
    if (document !== OrdersByEmailDocument) {
      const defaultEmailAddress = address === null ? null : { emailAddress: address };
      return { customer: { verifiedEmail, defaultEmailAddress } };
    }
    searches.push(query ?? "");
    const nodes = orders.map((order, place) => ({ id: `gid://shopify/Order/${place + 1}`, ...order }));
    return { orders: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } };
  };
  const guestOrders = () => guestOrderStore(api as AdminApi).guestOrders("shop", "7");
  return { guestOrders, searches };
}

const NOTHING = { verified: false, orders: [] };

describe("orders placed without an account", () => {
  test("are those with the very address of the customer, however it was written, that belong to nobody", async () => {
    const { guestOrders } = storeWith({
      orders: [
        { email: "Anna@Example.com" },
        { email: "anna+shop@example.com" },
        { email: "hanna@example.com" },
        { email: "anna@example.com.au" },
        { email: null },
        { email: "anna@example.com", customer: { id: "gid://shopify/Customer/8" } },
      ],
    });
    expect(await guestOrders()).toEqual({ verified: true, orders: ["1"] });
  });

  test("are nobody's while the store has not verified whose the address is, and are not looked for", async () => {
    const { guestOrders, searches } = storeWith({
      verifiedEmail: false,
      orders: [{ email: "anna@example.com" }],
    });
    expect(await guestOrders()).toEqual(NOTHING);
    expect(searches).toEqual([]);
  });

  test.each([null, "", `a" OR email:"b@example.com`, "a\\@example.com", "a b@example.com"])(
    "are not looked for by %j, which is no address or would search for more",
    async (address) => {
      const { guestOrders, searches } = storeWith({ address, orders: [{ email: address }] });
      expect(await guestOrders()).toEqual(NOTHING);
      expect(searches).toEqual([]);
    },
  );
});
