import type { StoreState } from "../../store-state.ts";
import type { AdminApi } from "../admin-api.ts";
import { codeStates, ordersWithCode } from "./codes.ts";
import { customersNow, customerTags, listCustomers, present } from "./customers.ts";
import { listOrders, ordersNow } from "./orders.ts";

export function storeState(api: AdminApi): StoreState {
  return {
    listOrders: (shopDomain, search) => listOrders(api, shopDomain, search),
    ordersNow: (shopDomain, ids) => ordersNow(api, shopDomain, ids),
    listCustomers: (shopDomain, search) => listCustomers(api, shopDomain, search),
    customersNow: (shopDomain, ids) => customersNow(api, shopDomain, ids),
    customerTags: (shopDomain, ids) => customerTags(api, shopDomain, ids),
    codeStates: (shopDomain, codes) => codeStates(api, shopDomain, codes),
    ordersWithCode: (shopDomain, code) => ordersWithCode(api, shopDomain, code),
    present: (shopDomain, kind, ids) => present(api, shopDomain, kind, ids),
  };
}
