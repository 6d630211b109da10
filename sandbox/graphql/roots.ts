import type { Fields } from "./engine/resolve.ts";
import { customerMergeMutations, customerMergeQueries } from "./mutations/customer-merge.ts";
import { customerMutations } from "./mutations/customers.ts";
import { automaticAppMutations } from "./mutations/discounts/automatic-app.ts";
import { codeDiscountMutations } from "./mutations/discounts/code-discounts.ts";
import { discountLifeMutations } from "./mutations/discounts/discount-life.ts";
import { giftCardMutations } from "./mutations/gift-cards.ts";
import { metafieldDefinitionMutations } from "./mutations/metafield-definitions.ts";
import { metafieldMutations } from "./mutations/metafields.ts";
import { orderCustomerMutations } from "./mutations/order-customer.ts";
import { segmentMutations } from "./mutations/segments.ts";
import { storeCreditMutations } from "./mutations/store-credit.ts";
import { tagMutations } from "./mutations/tags.ts";
import { validationMutations } from "./mutations/validations.ts";
import { webPixelMutations, webPixelQueries } from "./mutations/web-pixels.ts";
import { subscriptionMutations } from "./mutations/webhook-subscriptions.ts";
import { appQueries } from "./views/app.ts";
import { customerQueries } from "./views/customers.ts";
import { automaticDiscountQueries } from "./views/discounts/automatic.ts";
import { bulkCreationQueries } from "./views/discounts/bulk-creations.ts";
import { discountQueries } from "./views/discounts/discount.ts";
import { giftCardQueries } from "./views/gift-cards.ts";
import { metafieldDefinitionQueries } from "./views/metafield-definitions.ts";
import { nodeQueries } from "./views/nodes.ts";
import { orderQueries } from "./views/orders.ts";
import { productQueries } from "./views/products.ts";
import { segmentQueries } from "./views/segments.ts";
import { shopQueries } from "./views/shop.ts";
import { storeCreditQueries } from "./views/store-credit.ts";
import { themeQueries } from "./views/themes.ts";
import { validationQueries } from "./views/validations.ts";
import { subscriptionQueries } from "./views/webhook-subscriptions.ts";

/** What can be asked. A further area (draft orders, price lists) is a file in `views/` and a line here. */
export const QUERIES: Fields = {
  ...shopQueries,
  ...nodeQueries,
  ...appQueries,
  ...productQueries,
  ...customerQueries,
  ...orderQueries,
  ...metafieldDefinitionQueries,
  ...subscriptionQueries,
  ...discountQueries,
  ...automaticDiscountQueries,
  ...validationQueries,
  ...segmentQueries,
  ...bulkCreationQueries,
  ...storeCreditQueries,
  ...giftCardQueries,
  ...customerMergeQueries,
  ...themeQueries,
  ...webPixelQueries,
};

/** What can be done, likewise with a file in `mutations/`. */
export const MUTATIONS: Fields = {
  ...metafieldMutations,
  ...metafieldDefinitionMutations,
  ...tagMutations,
  ...segmentMutations,
  ...customerMutations,
  ...subscriptionMutations,
  ...customerMergeMutations,
  ...codeDiscountMutations,
  ...discountLifeMutations,
  ...automaticAppMutations,
  ...validationMutations,
  ...storeCreditMutations,
  ...giftCardMutations,
  ...orderCustomerMutations,
  ...webPixelMutations,
};
