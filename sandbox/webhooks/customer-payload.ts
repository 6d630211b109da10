import { gid } from "../state/ids.ts";
import { inZone } from "../state/instants.ts";
import type { OrderCustomer, PostalAddress } from "../state/order-payload.ts";
import type { Address, Customer, Shop } from "../state/types.ts";

/** customers/create and customers/update. */
export function customerPayload(customer: Customer, shop: Shop) {
  const address = customer.address ? { ...postalAddress(customer.address), default: true } : null;
  return { ...orderCustomer(customer, shop), addresses: address ? [address] : [], default_address: address };
}

/** The customer as it stands in an order. */
export function orderCustomer(customer: Customer, shop: Shop): OrderCustomer {
  return {
    id: Number(customer.id),
    admin_graphql_api_id: gid("Customer", customer.id),
    created_at: inZone(customer.createdAt, shop.timezone),
    updated_at: inZone(customer.updatedAt, shop.timezone),
    first_name: customer.firstName,
    last_name: customer.lastName,
    state: customer.state,
    note: customer.note,
    verified_email: customer.verifiedEmail,
    multipass_identifier: null,
    tax_exempt: customer.taxExempt,
    email: customer.email,
    phone: customer.phone,
    currency: shop.currency,
    tax_exemptions: [],
  };
}

/** customers/delete names little more than the id. */
export function deletedCustomerPayload(customer: Customer) {
  return {
    id: Number(customer.id),
    phone: customer.phone,
    addresses: [],
    tax_exemptions: [],
    email_marketing_consent: null,
    sms_marketing_consent: null,
    admin_graphql_api_id: gid("Customer", customer.id),
  };
}

export function postalAddress(address: Address): PostalAddress {
  return {
    first_name: address.firstName,
    last_name: address.lastName,
    name: `${address.firstName} ${address.lastName}`,
    address1: address.address1,
    address2: null,
    city: address.city,
    zip: address.zip,
    province: null,
    province_code: null,
    country: address.country,
    country_code: address.countryCode,
    company: null,
    phone: null,
    latitude: null,
    longitude: null,
  };
}
