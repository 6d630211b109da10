import type { MemberId, ProductId } from "../../loyalty/ids.ts";
import {
  ForeignDelivery,
  UnreadableDelivery,
  type CommercePlatform,
  type CustomerSummary,
  type Delivery,
  type StoreEvent,
  type StoreProduct,
  type Unpublished,
} from "../platform.ts";
import { adminApi, type AdminApi, type AdminApiSettings } from "./admin-api.ts";
import { listProducts } from "./catalogue.ts";
import { customersByEmail } from "./customers-by-email.ts";
import { ProductFactsDocument, ShopDocument, ShopIdDocument } from "./generated/admin.ts";
import { guestOrderStore } from "./guest-orders.ts";
import { parseExactJson } from "./json.ts";
import { deleteMetafields, jsonMetafield, METAFIELDS_A_CALL, setMetafields } from "./metafields.ts";
import { perkStore } from "./perks/perk-store.ts";
import { pickStore } from "./picks/pick-store.ts";
import { rewardStore } from "./rewards/reward-store.ts";
import { segmentStore } from "./segment-store.ts";
import { storeState } from "./reconcile/store-state.ts";
import { themeStore } from "./theme-blocks.ts";
import { idOfGid, translateWebhook } from "./translate.ts";

const PRODUCTS_A_CALL = 50;

export function shopifyPlatform(settings: AdminApiSettings): CommercePlatform {
  const api = adminApi(settings);
  return {
    ...storeState(api),
    ...rewardStore(api),
    ...perkStore(api),
    ...pickStore(api),
    ...guestOrderStore(api),
    ...themeStore(api),
    ...segmentStore(api),
    translate,
    async shopFacts(shopDomain) {
      const { shop } = await api(shopDomain, ShopDocument, {});
      return { name: shop.name, currency: shop.currencyCode, timezone: shop.ianaTimezone };
    },
    productFacts: (shopDomain, ids) => productFacts(api, shopDomain, ids),
    listProducts: (shopDomain, page) => listProducts(api, shopDomain, page),
    customersByEmail: (shopDomain, emails) => customersByEmail(api, shopDomain, emails),
    publishSummaries: (shopDomain, summaries) => publishSummaries(api, shopDomain, summaries),
    forgetSummaries: (shopDomain, customerIds) => forgetSummaries(api, shopDomain, customerIds),
    async publishProgramme(shopDomain, summary) {
      const { shop } = await api(shopDomain, ShopIdDocument, {});
      const [refusal] = await setMetafields(api, shopDomain, [jsonMetafield(shop.id, "programme", summary)]);
      if (refusal !== undefined) throw new Error(`${shopDomain} refused the programme: ${refusal.why}`);
    },
  };
}

function translate(
  { shopDomain, topic, body }: Pick<Delivery, "shopDomain" | "topic" | "body">,
  shopCurrency: string | null,
): StoreEvent {
  let payload: unknown;
  try {
    payload = parseExactJson(body);
  } catch {
    throw new UnreadableDelivery(
      "The body is not JSON, so it cannot be read. Where the store sends it again whole, that one counts.",
    );
  }
  requireOwn(shopDomain, payload);
  return translateWebhook(topic, payload, shopCurrency);
}

/** Some payloads name their shop, and those that end or erase something do: nobody does that to another. */
function requireOwn(shopDomain: string, payload: unknown): void {
  if (typeof payload !== "object" || payload === null) return;
  for (const key of ["shop_domain", "myshopify_domain"]) {
    const named: unknown = Object.hasOwn(payload, key) ? Reflect.get(payload, key) : undefined;
    if (typeof named === "string" && named !== "" && named !== shopDomain)
      throw new ForeignDelivery(`a delivery of ${shopDomain} names ${named}`);
  }
}

async function productFacts(api: AdminApi, shopDomain: string, ids: ProductId[]): Promise<StoreProduct[]> {
  const facts: StoreProduct[] = [];
  for (let from = 0; from < ids.length; from += PRODUCTS_A_CALL) {
    const gids = ids.slice(from, from + PRODUCTS_A_CALL).map((id) => `gid://shopify/Product/${id}`);
    const { nodes } = await api(shopDomain, ProductFactsDocument, { ids: gids });
    for (const node of nodes) {
      if (node === null || !("productType" in node)) continue;
      facts.push({
        id: idOfGid(node.id),
        handle: node.handle,
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
): Promise<Unpublished> {
  const unpublished: Unpublished = { gone: [], refused: [] };
  for (let from = 0; from < summaries.length; from += METAFIELDS_A_CALL) {
    await setEach(api, shopDomain, summaries.slice(from, from + METAFIELDS_A_CALL), unpublished);
  }
  return unpublished;
}

/** A call is all or nothing: where some are refused, the others are written without them. */
async function setEach(
  api: AdminApi,
  shopDomain: string,
  summaries: CustomerSummary[],
  unpublished: Unpublished,
): Promise<void> {
  if (summaries.length === 0) return;
  const inputs = summaries.map(({ customerId, summary }) =>
    jsonMetafield(`gid://shopify/Customer/${customerId}`, "summary", summary),
  );
  const refusals = await setMetafields(api, shopDomain, inputs);
  if (refusals.length === 0) return;
  for (const { place, isOwnerGone, why } of refusals) {
    const customerId = summaries[place]?.customerId;
    if (customerId === undefined) throw new Error(`${shopDomain} refused the metafields: ${why}`);
    if (isOwnerGone) unpublished.gone.push(customerId);
    else unpublished.refused.push({ customerId, why });
  }
  const places = new Set(refusals.map(({ place }) => place));
  const left = summaries.filter((_, place) => !places.has(place));
  await setEach(api, shopDomain, left, unpublished);
}

/** A customer whom the store no longer has took theirs along. */
async function forgetSummaries(api: AdminApi, shopDomain: string, customerIds: MemberId[]): Promise<void> {
  const keys = ["summary", "picks", "picks_why"];
  const owners = customerIds.map((id) => `gid://shopify/Customer/${id}`);
  await deleteMetafields(
    api,
    shopDomain,
    owners.flatMap((ownerId) => keys.map((key) => ({ ownerId, key }))),
  );
}
