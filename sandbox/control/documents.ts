import { settleBulkCreations } from "../commerce/codes/bulk-creations.ts";
import { Refusal } from "../http/answer.ts";
import type { Documents, DocumentType } from "../state/types.ts";
import { type Call, shopOfCall } from "./handle.ts";

const TYPES: Record<string, DocumentType> = {
  orders: "order",
  customers: "customer",
  products: "product",
  collections: "collection",
  metafields: "metafield",
  subscriptions: "subscription",
  discounts: "discount",
  codes: "redeemCode",
  "gift-cards": "giftCard",
  "store-credit": "storeCreditAccount",
};

const MOST = 250;

/**
 * Newest first; `?limit=` (50, at most 250), `?after={id}`, orders, gift cards and store credit also `?customer=`,
 * customers `?email=`, metafields `?owner=CUSTOMER/{id}`, codes `?code=` and `?discount=`.
 */
export function listDocuments(call: Call): unknown {
  const { url, sandbox, parts } = call;
  const type = requireType(parts[0]);
  const collection = sandbox.store.collection(shopOfCall(call), type);
  const page = { limit: readLimit(url), after: url.searchParams.get("after") ?? undefined, reverse: true };
  settleBulkCreations(sandbox, shopOfCall(call));
  const index = ["customer", "email", "owner", "handle", "code", "discount"].find((name) =>
    url.searchParams.has(name),
  );
  const list =
    index === undefined ? collection.list(page) : collection.findBy(index, valueFor(index, url), page);
  return { total: collection.count(), [parts[0] ?? type]: list.filter(isListed) };
}

/** Codes and addresses are looked up without regard to case. */
function valueFor(index: string, url: URL): string {
  const value = url.searchParams.get(index) ?? "";
  return index === "code" || index === "email" ? value.toLowerCase() : value;
}

export function showDocument(call: Call): unknown {
  const [plural, name = ""] = call.parts;
  const type = requireType(plural);
  const collection = call.sandbox.store.collection(shopOfCall(call), type);
  const byName = { order: "name", customer: "email", product: "handle", collection: "handle" }[
    type as "order"
  ];
  const found = collection.find(name) ?? collection.firstBy(byName, name);
  if (!found) throw new Refusal(`There is no ${type} "${name}".`, 404);
  return found;
}

function isListed(doc: Documents[DocumentType]): boolean {
  return !("mergedInto" in doc) || doc.mergedInto === null;
}

function requireType(plural: string | undefined): DocumentType {
  const type = TYPES[plural ?? ""];
  if (!type) throw new Refusal(`There are no ${plural} in the sandbox.`, 404);
  return type;
}

export function readLimit(url: URL): number {
  const limit = Number(url.searchParams.get("limit") ?? 50);
  if (!Number.isInteger(limit) || limit < 1) throw new Refusal("limit is a whole number of at least 1.", 400);
  return Math.min(limit, MOST);
}
