import { gid } from "../../state/ids.ts";
import type { Context } from "../engine/context.ts";
import type { Fields, View } from "../engine/resolve.ts";
import { dateTime } from "./common.ts";
import { metafieldFields } from "./metafields.ts";

export function shopView({ shop }: Context): View {
  const url = `https://${shop.domain}`;
  return {
    __typename: "Shop",
    id: gid("Shop", shop.id),
    name: shop.name,
    email: shop.email,
    contactEmail: shop.email,
    myshopifyDomain: shop.domain,
    url,
    primaryDomain: () => ({ host: shop.domain, url, sslEnabled: true }),
    currencyCode: shop.currency,
    ianaTimezone: shop.timezone,
    taxesIncluded: shop.taxes.included,
    plan: () => ({
      displayName: shop.plan.displayName,
      publicDisplayName: shop.plan.displayName,
      shopifyPlus: shop.plan.plus,
      partnerDevelopment: shop.plan.development,
    }),
    createdAt: dateTime(shop.createdAt),
    updatedAt: dateTime(shop.updatedAt),
    ...metafieldFields("SHOP", shop.id),
  };
}

export const shopQueries = { shop: (_, context) => shopView(context) } satisfies Fields;
