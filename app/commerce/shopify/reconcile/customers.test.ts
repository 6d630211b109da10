import { expect, test } from "vitest";
import type { AdminApi } from "../admin-api.ts";
import { customersNow } from "./customers.ts";

test("customers are told of as the store has them, without the app's own tags; whom it has not is missing", async () => {
  const asked: unknown[] = [];
  const node = {
    ...{ id: "gid://shopify/Customer/7", firstName: "Bo", lastName: null, email: "bo@example.com" },
    ...{ locale: "en", tags: ["vip", "perennial:gold"], defaultAddress: { countryCodeV2: "GB" } },
  };
  const api = (async (_shop: string, _document: unknown, variables: unknown) => {
    asked.push(variables);
    return { nodes: [node, null] };
  }) as unknown as AdminApi;
  expect(await customersNow(api, "a.myshopify.com", ["7", "8"])).toEqual([
    {
      ...{ customerId: "7", firstName: "Bo", lastName: null, email: "bo@example.com" },
      ...{ locale: "en", country: "GB", tags: ["vip"] },
    },
  ]);
  expect(asked).toEqual([{ ids: ["gid://shopify/Customer/7", "gid://shopify/Customer/8"] }]);
});
