import type { Fields } from "./engine/resolve.ts";
import { customerMutations } from "./mutations/customers.ts";
import { metafieldDefinitionMutations } from "./mutations/metafield-definitions.ts";
import { metafieldMutations } from "./mutations/metafields.ts";
import { tagMutations } from "./mutations/tags.ts";
import { subscriptionMutations } from "./mutations/webhook-subscriptions.ts";
import { appQueries } from "./views/app.ts";
import { customerQueries } from "./views/customers.ts";
import { metafieldDefinitionQueries } from "./views/metafield-definitions.ts";
import { nodeQueries } from "./views/nodes.ts";
import { orderQueries } from "./views/orders.ts";
import { productQueries } from "./views/products.ts";
import { shopQueries } from "./views/shop.ts";
import { subscriptionQueries } from "./views/webhook-subscriptions.ts";

/** What can be asked. A further area (discounts, gift cards, segments) is a file in `views/` and a line here. */
export const QUERIES: Fields = {
  ...shopQueries,
  ...nodeQueries,
  ...appQueries,
  ...productQueries,
  ...customerQueries,
  ...orderQueries,
  ...metafieldDefinitionQueries,
  ...subscriptionQueries,
};

/** What can be done, likewise with a file in `mutations/`. */
export const MUTATIONS: Fields = {
  ...metafieldMutations,
  ...metafieldDefinitionMutations,
  ...tagMutations,
  ...customerMutations,
  ...subscriptionMutations,
};
