// Made by tools/codegen.ts out of the documents beside it; "npm run codegen" makes it again.
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { parse } from "graphql";

export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  DateTime: { input: string; output: string; }
  Decimal: { input: string; output: string; }
};

export type CurrencyCode =
  | 'AED'
  | 'AFN'
  | 'ALL'
  | 'AMD'
  | 'ANG'
  | 'AOA'
  | 'ARS'
  | 'AUD'
  | 'AWG'
  | 'AZN'
  | 'BAM'
  | 'BBD'
  | 'BDT'
  | 'BGN'
  | 'BHD'
  | 'BIF'
  | 'BMD'
  | 'BND'
  | 'BOB'
  | 'BRL'
  | 'BSD'
  | 'BTN'
  | 'BWP'
  | 'BYN'
  | 'BYR'
  | 'BZD'
  | 'CAD'
  | 'CDF'
  | 'CHF'
  | 'CLP'
  | 'CNY'
  | 'COP'
  | 'CRC'
  | 'CVE'
  | 'CZK'
  | 'DJF'
  | 'DKK'
  | 'DOP'
  | 'DZD'
  | 'EGP'
  | 'ERN'
  | 'ETB'
  | 'EUR'
  | 'FJD'
  | 'FKP'
  | 'GBP'
  | 'GEL'
  | 'GHS'
  | 'GIP'
  | 'GMD'
  | 'GNF'
  | 'GTQ'
  | 'GYD'
  | 'HKD'
  | 'HNL'
  | 'HRK'
  | 'HTG'
  | 'HUF'
  | 'IDR'
  | 'ILS'
  | 'INR'
  | 'IQD'
  | 'IRR'
  | 'ISK'
  | 'JEP'
  | 'JMD'
  | 'JOD'
  | 'JPY'
  | 'KES'
  | 'KGS'
  | 'KHR'
  | 'KID'
  | 'KMF'
  | 'KRW'
  | 'KWD'
  | 'KYD'
  | 'KZT'
  | 'LAK'
  | 'LBP'
  | 'LKR'
  | 'LRD'
  | 'LSL'
  | 'LTL'
  | 'LVL'
  | 'LYD'
  | 'MAD'
  | 'MDL'
  | 'MGA'
  | 'MKD'
  | 'MMK'
  | 'MNT'
  | 'MOP'
  | 'MRU'
  | 'MUR'
  | 'MVR'
  | 'MWK'
  | 'MXN'
  | 'MYR'
  | 'MZN'
  | 'NAD'
  | 'NGN'
  | 'NIO'
  | 'NOK'
  | 'NPR'
  | 'NZD'
  | 'OMR'
  | 'PAB'
  | 'PEN'
  | 'PGK'
  | 'PHP'
  | 'PKR'
  | 'PLN'
  | 'PYG'
  | 'QAR'
  | 'RON'
  | 'RSD'
  | 'RUB'
  | 'RWF'
  | 'SAR'
  | 'SBD'
  | 'SCR'
  | 'SDG'
  | 'SEK'
  | 'SGD'
  | 'SHP'
  | 'SLL'
  | 'SOS'
  | 'SRD'
  | 'SSP'
  | 'STD'
  | 'STN'
  | 'SYP'
  | 'SZL'
  | 'THB'
  | 'TJS'
  | 'TMT'
  | 'TND'
  | 'TOP'
  | 'TRY'
  | 'TTD'
  | 'TWD'
  | 'TZS'
  | 'UAH'
  | 'UGX'
  | 'USD'
  | 'USDC'
  | 'UYU'
  | 'UZS'
  | 'VED'
  | 'VEF'
  | 'VES'
  | 'VND'
  | 'VUV'
  | 'WST'
  | 'XAF'
  | 'XCD'
  | 'XOF'
  | 'XPF'
  | 'XXX'
  | 'YER'
  | 'ZAR'
  | 'ZMW';

export type MetafieldOwnerType =
  | 'API_PERMISSION'
  | 'ARTICLE'
  | 'BLOG'
  | 'CARTTRANSFORM'
  | 'COLLECTION'
  | 'COMPANY'
  | 'COMPANY_LOCATION'
  | 'CUSTOMER'
  | 'DELIVERY_CUSTOMIZATION'
  | 'DISCOUNT'
  | 'DRAFTORDER'
  | 'FULFILLMENT_CONSTRAINT_RULE'
  | 'GIFT_CARD_TRANSACTION'
  | 'LOCATION'
  | 'MARKET'
  | 'MEDIA_IMAGE'
  | 'ORDER'
  | 'ORDER_ROUTING_LOCATION_RULE'
  | 'PAGE'
  | 'PAYMENT_CUSTOMIZATION'
  | 'PRODUCT'
  | 'PRODUCTVARIANT'
  | 'SELLING_PLAN'
  | 'SHOP'
  | 'TRANSFER'
  | 'VALIDATION';

export type MetafieldsSetInput = {
  compareDigest?: InputMaybe<Scalars['String']['input']>;
  key: Scalars['String']['input'];
  namespace?: InputMaybe<Scalars['String']['input']>;
  ownerId: Scalars['ID']['input'];
  type?: InputMaybe<Scalars['String']['input']>;
  value: Scalars['String']['input'];
};

export type MetafieldsSetUserErrorCode =
  | 'APP_NOT_AUTHORIZED'
  | 'BLANK'
  | 'CAPABILITY_VIOLATION'
  | 'INCLUSION'
  | 'INTERNAL_ERROR'
  | 'INVALID'
  | 'INVALID_COMPARE_DIGEST'
  | 'INVALID_TYPE'
  | 'INVALID_VALUE'
  | 'LESS_THAN_OR_EQUAL_TO'
  | 'PRESENT'
  | 'STALE_OBJECT'
  | 'TAKEN'
  | 'TOO_LONG'
  | 'TOO_SHORT';

export type OrderAdjustmentDiscrepancyReason =
  | 'CUSTOMER'
  | 'DAMAGE'
  | 'FULL_RETURN_BALANCING_ADJUSTMENT'
  | 'PENDING_REFUND_DISCREPANCY'
  | 'REFUND_DISCREPANCY'
  | 'RESTOCK';

export type OrderDisplayFinancialStatus =
  | 'AUTHORIZED'
  | 'EXPIRED'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'VOIDED';

export type CustomerByIdQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CustomerByIdQuery = { customer?: { id: string, firstName?: string | null, lastName?: string | null, email?: string | null, locale: string, tags: Array<string>, createdAt: string, updatedAt: string } | null };

export type MetafieldsSetMutationVariables = Exact<{
  metafields: Array<MetafieldsSetInput> | MetafieldsSetInput;
}>;


export type MetafieldsSetMutation = { metafieldsSet?: { metafields?: Array<{ id: string, namespace: string, key: string, compareDigest: string, ownerType: MetafieldOwnerType }> | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: MetafieldsSetUserErrorCode | null, elementIndex?: number | null }> } | null };

export type OrderByIdQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type OrderByIdQuery = { order?: { id: string, name: string, createdAt: string, processedAt: string, updatedAt: string, cancelledAt?: string | null, currencyCode: CurrencyCode, displayFinancialStatus?: OrderDisplayFinancialStatus | null, test: boolean, taxesIncluded: boolean, sourceName?: string | null, customerLocale?: string | null, discountCodes: Array<string>, customer?: { id: string } | null, lineItems: { nodes: Array<{ id: string, title: string, vendor?: string | null, quantity: number, currentQuantity: number, isGiftCard: boolean, product?: { id: string } | null, variant?: { id: string } | null, originalUnitPriceSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } }, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } } }>, taxLines: Array<{ priceSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } } }> }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } }, refunds: Array<{ id: string, createdAt?: string | null, refundLineItems: { nodes: Array<{ quantity: number, lineItem: { id: string }, subtotalSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } }, totalTaxSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } } }> }, orderAdjustments: { nodes: Array<{ reason?: OrderAdjustmentDiscrepancyReason | null, amountSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } } }> } }> } | null };

export type OrderLineFragment = { id: string, title: string, vendor?: string | null, quantity: number, currentQuantity: number, isGiftCard: boolean, product?: { id: string } | null, variant?: { id: string } | null, originalUnitPriceSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } }, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } } }>, taxLines: Array<{ priceSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } } }> };

export type OrderRefundFragment = { id: string, createdAt?: string | null, refundLineItems: { nodes: Array<{ quantity: number, lineItem: { id: string }, subtotalSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } }, totalTaxSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } } }> }, orderAdjustments: { nodes: Array<{ reason?: OrderAdjustmentDiscrepancyReason | null, amountSet: { shopMoney: { amount: string, currencyCode: CurrencyCode } } }> } };

export type ShopMoneyFragment = { shopMoney: { amount: string, currencyCode: CurrencyCode } };

export type ProductFactsQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type ProductFactsQuery = { nodes: Array<{ id: string, tags: Array<string>, vendor: string, productType: string, collections: { nodes: Array<{ handle: string }> } } | {} | null> };

export type ProductNodeFragment = { id: string, tags: Array<string>, vendor: string, productType: string, collections: { nodes: Array<{ handle: string }> } };

export type ShopQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopQuery = { shop: { name: string, myshopifyDomain: string, currencyCode: CurrencyCode, ianaTimezone: string } };

export const CustomerByIdDocument = typed<CustomerByIdQuery, CustomerByIdQueryVariables>(`query CustomerById($id: ID!) {
  customer(id: $id) {
    id
    firstName
    lastName
    email
    locale
    tags
    createdAt
    updatedAt
  }
}`);
export const MetafieldsSetDocument = typed<MetafieldsSetMutation, MetafieldsSetMutationVariables>(`mutation MetafieldsSet($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    metafields {
      id
      namespace
      key
      compareDigest
      ownerType
    }
    userErrors {
      field
      message
      code
      elementIndex
    }
  }
}`);
export const OrderByIdDocument = typed<OrderByIdQuery, OrderByIdQueryVariables>(`query OrderById($id: ID!) {
  order(id: $id) {
    id
    name
    createdAt
    processedAt
    updatedAt
    cancelledAt
    currencyCode
    displayFinancialStatus
    test
    taxesIncluded
    sourceName
    customerLocale
    discountCodes
    customer {
      id
    }
    lineItems(first: 250) {
      nodes {
        ...OrderLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    refunds(first: 250) {
      ...OrderRefund
    }
  }
}

fragment OrderLine on LineItem {
  id
  title
  vendor
  quantity
  currentQuantity
  isGiftCard
  product {
    id
  }
  variant {
    id
  }
  originalUnitPriceSet {
    ...ShopMoney
  }
  discountAllocations {
    allocatedAmountSet {
      ...ShopMoney
    }
  }
  taxLines {
    priceSet {
      ...ShopMoney
    }
  }
}

fragment OrderRefund on Refund {
  id
  createdAt
  refundLineItems(first: 100) {
    nodes {
      quantity
      lineItem {
        id
      }
      subtotalSet {
        ...ShopMoney
      }
      totalTaxSet {
        ...ShopMoney
      }
    }
  }
  orderAdjustments(first: 20) {
    nodes {
      reason
      amountSet {
        ...ShopMoney
      }
    }
  }
}

fragment ShopMoney on MoneyBag {
  shopMoney {
    amount
    currencyCode
  }
}`);
export const ProductFactsDocument = typed<ProductFactsQuery, ProductFactsQueryVariables>(`query ProductFacts($ids: [ID!]!) {
  nodes(ids: $ids) {
    ...ProductNode
  }
}

fragment ProductNode on Product {
  id
  tags
  vendor
  productType
  collections(first: 100) {
    nodes {
      handle
    }
  }
}`);
export const ShopDocument = typed<ShopQuery, ShopQueryVariables>(`query Shop {
  shop {
    name
    myshopifyDomain
    currencyCode
    ianaTimezone
  }
}`);

function typed<Result, Variables>(source: string): TypedDocumentNode<Result, Variables> {
  return parse(source, { noLocation: true });
}
