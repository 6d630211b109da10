import type { MemberId, ProductId } from "../../loyalty/ids.ts";
import type { ProductFacts } from "../../loyalty/order.ts";
import { UnreadableDelivery, type CommercePlatform, type CustomerSummary, type StoreEvent } from "../platform.ts";
import { adminApi, type AdminApi, type AdminApiSettings } from "./admin-api.ts";
import { MetafieldsSetDocument, ProductFactsDocument, ShopDocument, ShopIdDocument } from "./generated/admin.ts";
import { parseExactJson } from "./json.ts";
import { idOfGid, translateWebhook } from "./translate.ts";

/** Shopify takes at most 25 metafields a call. */
const METAFIELDS_A_CALL = 25;
const PRODUCTS_A_CALL = 50;

export function shopifyPlatform(settings: AdminApiSettings): CommercePlatform {
  const api = adminApi(settings);
  return {
    translate: ({ topic, body }, shopCurrency) => translate(topic, body, shopCurrency),
    async shopFacts(shopDomain) {
      const { shop } = await api(shopDomain, ShopDocument, {});
      return { name: shop.name, currency: shop.currencyCode, timezone: shop.ianaTimezone };
    },
    productFacts: (shopDomain, ids) => productFacts(api, shopDomain, ids),
    publishSummaries: (shopDomain, summaries) => publishSummaries(api, shopDomain, summaries),
    async publishProgramme(shopDomain, summary) {
      const { shop } = await api(shopDomain, ShopIdDocument, {});
      const failed = await setMetafields(api, shopDomain, [metafield(shop.id, "programme", summary)]);
      if (failed.length > 0) throw new Error(`the programme could not be written to ${shopDomain}`);
    },
  };
}

function translate(topic: string, body: string, shopCurrency: string | null): StoreEvent {
  let payload: unknown;
  try {
    payload = parseExactJson(body);
  } catch {
    throw new UnreadableDelivery("the body is not JSON");
  }
  return translateWebhook(topic, payload, shopCurrency);
}

async function productFacts(api: AdminApi, shopDomain: string, ids: ProductId[]): Promise<ProductFacts[]> {
  const facts: ProductFacts[] = [];
  for (let from = 0; from < ids.length; from += PRODUCTS_A_CALL) {
    const gids = ids.slice(from, from + PRODUCTS_A_CALL).map((id) => `gid://shopify/Product/${id}`);
    const { nodes } = await api(shopDomain, ProductFactsDocument, { ids: gids });
    for (const node of nodes) {
      if (node === null || !("productType" in node)) continue;
      facts.push({
        id: idOfGid(node.id),
        tags: node.tags,
        collections: node.collections.nodes.map((collection) => collection.handle),
        productType: node.productType === "" ? null : node.productType,
      });
    }
  }
  return facts;
}

async function publishSummaries(
  api: AdminApi,
  shopDomain: string,
  summaries: CustomerSummary[],
): Promise<MemberId[]> {
  const gone: MemberId[] = [];
  for (let from = 0; from < summaries.length; from += METAFIELDS_A_CALL) {
    const batch = summaries.slice(from, from + METAFIELDS_A_CALL);
    const inputs = batch.map(({ customerId, summary }) =>
      metafield(`gid://shopify/Customer/${customerId}`, "summary", summary),
    );
    gone.push(...(await setEach(api, shopDomain, batch, inputs)));
  }
  return gone;
}

/** A call is all or nothing: where one customer is gone, the others are written without it. */
async function setEach(
  api: AdminApi,
  shopDomain: string,
  batch: CustomerSummary[],
  inputs: MetafieldInput[],
): Promise<MemberId[]> {
  const failed = new Set(await setMetafields(api, shopDomain, inputs));
  if (failed.size === 0) return [];
  const left = inputs.filter((_, place) => !failed.has(place));
  if (left.length > 0) await setMetafields(api, shopDomain, left);
  return batch.filter((_, place) => failed.has(place)).map(({ customerId }) => customerId);
}

type MetafieldInput = { ownerId: string; namespace: string; key: string; type: string; value: string };

function metafield(ownerId: string, key: string, value: unknown): MetafieldInput {
  return { ownerId, namespace: "$app", key, type: "json", value: JSON.stringify(value) };
}

/** The places of those that were refused. */
async function setMetafields(api: AdminApi, shopDomain: string, metafields: MetafieldInput[]): Promise<number[]> {
  const { metafieldsSet } = await api(shopDomain, MetafieldsSetDocument, { metafields });
  const faults = metafieldsSet?.userErrors ?? [];
  const unplaced = faults.find((fault) => fault.elementIndex == null && placeIn(fault.field) === null);
  if (unplaced !== undefined) throw new Error(`${shopDomain} refused the metafields: ${unplaced.message}`);
  return faults.map((fault) => fault.elementIndex ?? placeIn(fault.field) ?? 0);
}

function placeIn(field: string[] | null | undefined): number | null {
  const place = Number(field?.[1]);
  return Number.isInteger(place) ? place : null;
}
