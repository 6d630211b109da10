import { expect, test } from "vitest";
import { readRequiredAccess } from "../tools/required-access.ts";

test.each([
  ["", []],
  ["`read_customers` access scope.", [["read_customers"]]],
  ["Apps must have `write_discounts` access scope.", [["write_discounts"]]],
  [
    "`read_orders` access scope, `read_marketplace_orders` access scope or `read_quick_sale` access scope.",
    [["read_orders", "read_marketplace_orders", "read_quick_sale"]],
  ],
  [
    "Any of `write_content`, `write_online_store_pages` access scopes.",
    [["write_content", "write_online_store_pages"]],
  ],
  [
    "`write_products` access scope as well as any of `write_own_subscription_contracts`, `write_purchase_options` access scopes.",
    [["write_products"], ["write_own_subscription_contracts", "write_purchase_options"]],
  ],
  [
    "`read_returns` access scope and (`read_orders` access scope or `read_marketplace_orders` access scope).",
    [["read_returns"], ["read_orders", "read_marketplace_orders"]],
  ],
  [
    "`write_customers` access scope. Also: Requires `write_customer_payment_methods` scope.",
    [["write_customers"], ["write_customer_payment_methods"]],
  ],
  [
    "`write_pixels` access scope. Also: The app must have the read_customer_events and write_server_pixels access scopes.",
    [["write_pixels"], ["read_customer_events"], ["write_server_pixels"]],
  ],
  [
    "`write_products` access scope. Also: The user must have permission to delete catalogs.",
    [["write_products"]],
  ],
  [
    "`write_orders` access scope. Also: The app must have the `write_pos_staff_member_event_attribution_overrides` access scope to assign events to another staff member.",
    [["write_orders"]],
  ],
  ["The user must have markets API access.", []],
])("%s", (sentence, scopes) => {
  expect(readRequiredAccess(sentence, false)).toEqual(scopes);
});

test("a sentence may ask for more of a mutation than of a query", () => {
  const sentence =
    "`read_markets` for queries and both `read_markets` as well as `write_markets` for mutations.";
  expect(readRequiredAccess(sentence, false)).toEqual([["read_markets"]]);
  expect(readRequiredAccess(sentence, true)).toEqual([["read_markets"], ["write_markets"]]);
});
