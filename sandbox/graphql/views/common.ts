import type { Address } from "../../state/types.ts";
import type { PostalAddress } from "../../state/order-payload.ts";
import type { View } from "../engine/resolve.ts";

/** An instant in any zone as the API's DateTime: UTC, whole seconds. */
export function dateTime(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

export function dateTimeOrNull(instant: string | null): string | null {
  return instant === null ? null : dateTime(instant);
}

/** "partially_paid" → "PARTIALLY_PAID": the API's enums are the payload's words in capitals. */
export function enumOf(word: string): string {
  return word.toUpperCase();
}

/** A customer's own address. The sandbox gives addresses no ids. */
export function customerAddress(address: Address | null): View | null {
  if (address === null) return null;
  const { firstName, lastName, address1, city, zip, country, countryCode } = address;
  const name = [firstName, lastName].filter(Boolean).join(" ");
  return {
    firstName,
    lastName,
    name,
    address1,
    address2: null,
    city,
    zip,
    country,
    countryCodeV2: countryCode,
  };
}

export function orderAddress(address: PostalAddress | null): View | null {
  if (address === null) return null;
  return {
    firstName: address.first_name,
    lastName: address.last_name,
    name: address.name,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    zip: address.zip,
    province: address.province,
    provinceCode: address.province_code,
    country: address.country,
    countryCodeV2: address.country_code,
    company: address.company,
    phone: address.phone,
  };
}
