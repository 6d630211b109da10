import type { MemberId } from "../../../loyalty/ids.ts";
import { parseInstant } from "../../../loyalty/time.ts";
import type { Person } from "../../platform.ts";
import type { CustomerNow, CustomerSearch, Page } from "../../store-state.ts";
import type { AdminApi } from "../admin-api.ts";
import {
  CustomerGlancesDocument,
  CustomersNowDocument,
  CustomerTagsDocument,
  PresentIdsDocument,
} from "../generated/admin.ts";
import { idOfGid, ownOfStore } from "../translate.ts";
import { nextOf, quoted } from "./orders.ts";

const CUSTOMERS_A_PAGE = 250;
const IDS_A_CALL = 250;
const TYPES = { order: "Order", customer: "Customer" } as const;

export async function listCustomers(
  api: AdminApi,
  shopDomain: string,
  { createdSince, after }: CustomerSearch,
): Promise<Page<CustomerNow>> {
  const { customers } = await api(shopDomain, CustomerGlancesDocument, {
    query: createdSince === null ? null : `customer_date:>=${quoted(createdSince)}`,
    first: CUSTOMERS_A_PAGE,
    after,
  });
  const items = customers.nodes.map((node) => ({
    createdAt: parseInstant(node.createdAt),
    person: {
      customerId: idOfGid(node.id),
      firstName: node.firstName ?? null,
      lastName: node.lastName ?? null,
      email: node.email ?? null,
      // As where a webhook tells of a customer: only an order says in which language they buy.
      locale: null,
      country: node.defaultAddress?.countryCodeV2 ?? null,
      tags: ownOfStore(node.tags),
    },
  }));
  return { items, next: nextOf(customers.pageInfo) };
}

export async function present(
  api: AdminApi,
  shopDomain: string,
  kind: "order" | "customer",
  ids: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (let from = 0; from < ids.length; from += IDS_A_CALL) {
    const gids = ids.slice(from, from + IDS_A_CALL).map((id) => `gid://shopify/${TYPES[kind]}/${id}`);
    const { nodes } = await api(shopDomain, PresentIdsDocument, { ids: gids });
    for (const node of nodes) if (node !== null) found.add(idOfGid(node.id));
  }
  return found;
}

export async function customersNow(
  api: AdminApi,
  shopDomain: string,
  ids: readonly MemberId[],
): Promise<Person[]> {
  const persons: Person[] = [];
  for (let from = 0; from < ids.length; from += IDS_A_CALL) {
    const gids = ids.slice(from, from + IDS_A_CALL).map((id) => `gid://shopify/Customer/${id}`);
    const { nodes } = await api(shopDomain, CustomersNowDocument, { ids: gids });
    for (const node of nodes)
      if (node !== null && "tags" in node)
        persons.push({
          customerId: idOfGid(node.id),
          firstName: node.firstName ?? null,
          lastName: node.lastName ?? null,
          email: node.email ?? null,
          locale: node.locale,
          country: node.defaultAddress?.countryCodeV2 ?? null,
          tags: ownOfStore(node.tags),
        });
  }
  return persons;
}

export async function customerTags(
  api: AdminApi,
  shopDomain: string,
  ids: readonly MemberId[],
): Promise<Map<MemberId, string[]>> {
  const tags = new Map<MemberId, string[]>();
  for (let from = 0; from < ids.length; from += IDS_A_CALL) {
    const gids = ids.slice(from, from + IDS_A_CALL).map((id) => `gid://shopify/Customer/${id}`);
    const { nodes } = await api(shopDomain, CustomerTagsDocument, { ids: gids });
    for (const node of nodes)
      if (node !== null && "tags" in node) tags.set(idOfGid(node.id), ownOfStore(node.tags));
  }
  return tags;
}
