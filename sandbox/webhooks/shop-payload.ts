import { LOCATION } from "../state/ids.ts";
import { inZone } from "../state/instants.ts";
import type { Shop } from "../state/types.ts";

/** shop/update and app/uninstalled. */
export function shopPayload(shop: Shop) {
  return {
    id: Number(shop.id),
    name: shop.name,
    email: shop.email,
    domain: shop.domain,
    province: null,
    country: shop.country,
    address1: null,
    zip: null,
    city: null,
    source: null,
    phone: null,
    latitude: null,
    longitude: null,
    primary_locale: shop.locale,
    address2: null,
    created_at: inZone(shop.createdAt, shop.timezone),
    updated_at: inZone(shop.updatedAt, shop.timezone),
    country_code: shop.country,
    country_name: new Intl.DisplayNames("en", { type: "region" }).of(shop.country) ?? shop.country,
    currency: shop.currency,
    customer_email: shop.email,
    timezone: shop.timezone,
    iana_timezone: shop.timezone,
    shop_owner: shop.name,
    money_format: moneyFormat(shop.currency),
    money_with_currency_format: `${moneyFormat(shop.currency)} ${shop.currency}`,
    weight_unit: "kg",
    province_code: null,
    taxes_included: shop.taxes.included,
    auto_configure_tax_inclusivity: null,
    tax_shipping: shop.taxes.onShipping,
    county_taxes: null,
    plan_display_name: shop.plan.displayName,
    plan_name: shop.plan.name,
    has_discounts: true,
    has_gift_cards: true,
    myshopify_domain: shop.domain,
    google_apps_domain: null,
    google_apps_login_enabled: null,
    money_in_emails_format: moneyFormat(shop.currency),
    money_with_currency_in_emails_format: `${moneyFormat(shop.currency)} ${shop.currency}`,
    eligible_for_payments: true,
    requires_extra_payments_agreement: false,
    password_enabled: false,
    has_storefront: true,
    finances: true,
    primary_location_id: LOCATION,
    checkout_api_supported: true,
    multi_location_enabled: true,
    setup_required: false,
    pre_launch_enabled: false,
    enabled_presentment_currencies: [shop.currency],
    marketing_sms_consent_enabled_at_checkout: false,
    transactional_sms_disabled: false,
  };
}

/** "£{{amount}}": Shopify's template of an amount, as the Liquid filter `money` uses it. */
export function moneyFormat(currency: string): string {
  const symbol = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" })
    .formatToParts(0)
    .find(({ type }) => type === "currency");
  return `${symbol?.value ?? currency}{{amount}}`;
}
