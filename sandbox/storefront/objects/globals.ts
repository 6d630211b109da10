import type { Customer } from "../../state/types.ts";
import { globalsOf } from "../liquid/page.ts";
import { discountedCart } from "../pages/quote.ts";
import { languageOf, LOCALES, type Locale } from "../languages.ts";
import { themeSettings } from "../theme-settings.ts";
import type { Visit } from "../visit.ts";
import { AllProducts } from "./all-products.ts";
import { cartObject } from "./cart.ts";
import { Catalogue } from "./catalogue.ts";
import { orderObject } from "./order.ts";
import { moneyFormat, toPrice } from "./prices.ts";

export const ROUTES = {
  root_url: "/",
  account_url: "/account",
  account_login_url: "/account/login",
  account_logout_url: "/account/logout",
  account_register_url: "/account/register",
  collections_url: "/collections",
  all_products_collection_url: "/collections/all",
  cart_url: "/cart",
  cart_add_url: "/cart/add",
  cart_change_url: "/cart/change",
  search_url: "/search",
} as const;

/** Everything that every page may name, under Shopify's names; `objects` adds what this page is about. */
export function pageGlobals(visit: Visit, objects: Record<string, unknown>): object {
  const { sandbox, shop, locale, session, url } = visit;
  const catalogue = new Catalogue(sandbox.store, shop);
  const language = (code: Locale) => ({
    iso_code: code,
    endonym_name: languageOf(code).endonym,
    primary: code === shop.locale,
  });
  const page = {
    locale,
    timezone: shop.timezone,
    moneyFormat: moneyFormat(shop.currency),
    now: sandbox.options.now(),
  };
  return globalsOf(page, {
    shop: shopObject(visit, catalogue),
    customer: visit.customer && customerObject(visit, visit.customer, catalogue),
    cart: cartObject(
      session.cart,
      catalogue,
      { currency: shop.currency, taxesIncluded: shop.taxes.included },
      discountedCart(visit),
    ),
    all_products: new AllProducts(catalogue),
    collections: catalogue.listCollections().map((collection) => catalogue.collectionObject(collection)),
    routes: ROUTES,
    localization: { language: language(locale), available_languages: LOCALES.map(language) },
    request: {
      locale: language(locale),
      path: url.pathname,
      host: url.host,
      origin: url.origin,
      page_type: objects.template,
      design_mode: false,
    },
    form_token: visit.formToken,
    return_to: `${url.pathname}${url.search}`,
    theme_settings: themeSettings({ theme: visit.theme, locale, scheme: session.scheme }),
    notice: session.notice,
    ...objects,
  });
}

function shopObject({ shop, url }: Visit, catalogue: Catalogue) {
  return {
    id: Number(shop.id),
    name: shop.name,
    currency: shop.currency,
    money_format: moneyFormat(shop.currency),
    taxes_included: shop.taxes.included,
    locale: shop.locale,
    url: url.origin,
    domain: url.host,
    permanent_domain: shop.domain,
    metafields: catalogue.metafieldsOf({ type: "SHOP", id: shop.id }),
  };
}

function customerObject({ sandbox, shop }: Visit, customer: Customer, catalogue: Catalogue) {
  const name = [customer.firstName, customer.lastName].filter((part) => part !== null).join(" ");
  const orders = sandbox.store.collection(shop.domain, "order");
  return {
    id: Number(customer.id),
    first_name: customer.firstName,
    last_name: customer.lastName,
    name,
    email: customer.email,
    phone: customer.phone,
    tags: customer.tags,
    has_account: true,
    tax_exempt: customer.taxExempt,
    orders_count: customer.ordersCount,
    total_spent: toPrice(customer.totalSpent, shop.currency),
    default_address: customer.address,
    metafields: catalogue.metafieldsOf({ type: "CUSTOMER", id: customer.id }),
    get orders() {
      return orders.findBy("customer", customer.id, { reverse: true, limit: 50 }).map(orderObject);
    },
  };
}
