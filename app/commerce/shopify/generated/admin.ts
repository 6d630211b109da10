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

export type OrderDisplayFinancialStatus =
  | 'AUTHORIZED'
  | 'EXPIRED'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'VOIDED';

export type OrderSortKeys =
  | 'CREATED_AT'
  | 'CURRENT_TOTAL_PRICE'
  | 'CUSTOMER_NAME'
  | 'DESTINATION'
  | 'FINANCIAL_STATUS'
  | 'FULFILLMENT_STATUS'
  | 'ID'
  | 'ORDER_NUMBER'
  | 'PO_NUMBER'
  | 'PROCESSED_AT'
  | 'RELEVANCE'
  | 'TOTAL_ITEMS_QUANTITY'
  | 'TOTAL_PRICE'
  | 'UPDATED_AT';

export type CustomerGlancesQueryVariables = Exact<{
  query?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type CustomerGlancesQuery = { customers: { nodes: Array<{ id: string, createdAt: string, firstName?: string | null, lastName?: string | null, email?: string | null }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } } };

export type MetafieldsSetMutationVariables = Exact<{
  metafields: Array<MetafieldsSetInput> | MetafieldsSetInput;
}>;


export type MetafieldsSetMutation = { metafieldsSet?: { metafields?: Array<{ id: string, namespace: string, key: string, compareDigest: string, ownerType: MetafieldOwnerType }> | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: MetafieldsSetUserErrorCode | null, elementIndex?: number | null }> } | null };

export type OrderGlancesQueryVariables = Exact<{
  query?: InputMaybe<Scalars['String']['input']>;
  sortKey: OrderSortKeys;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type OrderGlancesQuery = { orders: { nodes: Array<{ id: string, processedAt: string, updatedAt: string, cancelledAt?: string | null, displayFinancialStatus?: OrderDisplayFinancialStatus | null, customer?: { id: string } | null, refunds: Array<{ id: string }> }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } } };

export type OrderLinesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type OrderLinesQuery = { order?: { lineItems: { nodes: Array<{ id: string, title: string, vendor?: string | null, quantity: number, currentQuantity: number, isGiftCard: boolean, taxable: boolean, requiresShipping: boolean, originalUnitPriceSet: { shopMoney: { amount: string } }, product?: { id: string } | null, variant?: { id: string } | null, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: { amount: string } } }>, taxLines: Array<{ priceSet: { shopMoney: { amount: string } } }> }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } } } | null };

export type LineOfOrderFragment = { id: string, title: string, vendor?: string | null, quantity: number, currentQuantity: number, isGiftCard: boolean, taxable: boolean, requiresShipping: boolean, originalUnitPriceSet: { shopMoney: { amount: string } }, product?: { id: string } | null, variant?: { id: string } | null, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: { amount: string } } }>, taxLines: Array<{ priceSet: { shopMoney: { amount: string } } }> };

export type OrderStatesQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type OrderStatesQuery = { nodes: Array<{ id: string, name: string, processedAt: string, updatedAt: string, cancelledAt?: string | null, currencyCode: CurrencyCode, displayFinancialStatus?: OrderDisplayFinancialStatus | null, test: boolean, taxesIncluded: boolean, sourceName?: string | null, customerLocale?: string | null, discountCodes: Array<string>, totalTipReceived: { amount: string }, customer?: { id: string, firstName?: string | null, lastName?: string | null, email?: string | null } | null, lineItems: { nodes: Array<{ id: string, title: string, vendor?: string | null, quantity: number, currentQuantity: number, isGiftCard: boolean, taxable: boolean, requiresShipping: boolean, originalUnitPriceSet: { shopMoney: { amount: string } }, product?: { id: string } | null, variant?: { id: string } | null, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: { amount: string } } }>, taxLines: Array<{ priceSet: { shopMoney: { amount: string } } }> }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } }, refunds: Array<{ id: string }> } | {} | null> };

export type LineStateFragment = { id: string, title: string, vendor?: string | null, quantity: number, currentQuantity: number, isGiftCard: boolean, taxable: boolean, requiresShipping: boolean, originalUnitPriceSet: { shopMoney: { amount: string } }, product?: { id: string } | null, variant?: { id: string } | null, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: { amount: string } } }>, taxLines: Array<{ priceSet: { shopMoney: { amount: string } } }> };

export type PresentIdsQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type PresentIdsQuery = { nodes: Array<{ id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | null> };

export type ProductFactsQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type ProductFactsQuery = { nodes: Array<{ id: string, tags: Array<string>, vendor: string, productType: string, collections: { nodes: Array<{ handle: string }> } } | {} | null> };

export type ProductNodeFragment = { id: string, tags: Array<string>, vendor: string, productType: string, collections: { nodes: Array<{ handle: string }> } };

export type RefundLinesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type RefundLinesQuery = { node?: { refundLineItems: { nodes: Array<{ quantity: number, lineItem: { id: string }, subtotalSet: { shopMoney: { amount: string } }, totalTaxSet: { shopMoney: { amount: string } } }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } } } | {} | null };

export type RefundStatesQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type RefundStatesQuery = { nodes: Array<{ id: string, createdAt?: string | null, refundLineItems: { nodes: Array<{ quantity: number, lineItem: { id: string }, subtotalSet: { shopMoney: { amount: string } }, totalTaxSet: { shopMoney: { amount: string } } }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } }, orderAdjustments: { nodes: Array<{ amountSet: { shopMoney: { amount: string } } }> } } | {} | null> };

export type ShopIdQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopIdQuery = { shop: { id: string } };

export type ShopQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopQuery = { shop: { name: string, myshopifyDomain: string, currencyCode: CurrencyCode, ianaTimezone: string } };

export const CustomerGlancesDocument = typed<CustomerGlancesQuery, CustomerGlancesQueryVariables>(`query CustomerGlances($query: String, $first: Int!, $after: String) {
  customers(query: $query, sortKey: CREATED_AT, first: $first, after: $after) {
    nodes {
      id
      createdAt
      firstName
      lastName
      email
    }
    pageInfo {
      hasNextPage
      endCursor
    }
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
export const OrderGlancesDocument = typed<OrderGlancesQuery, OrderGlancesQueryVariables>(`query OrderGlances($query: String, $sortKey: OrderSortKeys!, $first: Int!, $after: String) {
  orders(query: $query, sortKey: $sortKey, first: $first, after: $after) {
    nodes {
      id
      processedAt
      updatedAt
      cancelledAt
      displayFinancialStatus
      customer {
        id
      }
      refunds(first: 250) {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);
export const OrderLinesDocument = typed<OrderLinesQuery, OrderLinesQueryVariables>(`query OrderLines($id: ID!, $after: String) {
  order(id: $id) {
    lineItems(first: 100, after: $after) {
      nodes {
        ...LineOfOrder
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}

fragment LineOfOrder on LineItem {
  id
  title
  vendor
  quantity
  currentQuantity
  isGiftCard
  taxable
  requiresShipping
  originalUnitPriceSet {
    shopMoney {
      amount
    }
  }
  product {
    id
  }
  variant {
    id
  }
  discountAllocations {
    allocatedAmountSet {
      shopMoney {
        amount
      }
    }
  }
  taxLines {
    priceSet {
      shopMoney {
        amount
      }
    }
  }
}`);
export const OrderStatesDocument = typed<OrderStatesQuery, OrderStatesQueryVariables>(`query OrderStates($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Order {
      id
      name
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
      totalTipReceived {
        amount
      }
      customer {
        id
        firstName
        lastName
        email
      }
      lineItems(first: 50) {
        nodes {
          ...LineState
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      refunds(first: 250) {
        id
      }
    }
  }
}

fragment LineState on LineItem {
  id
  title
  vendor
  quantity
  currentQuantity
  isGiftCard
  taxable
  requiresShipping
  originalUnitPriceSet {
    shopMoney {
      amount
    }
  }
  product {
    id
  }
  variant {
    id
  }
  discountAllocations {
    allocatedAmountSet {
      shopMoney {
        amount
      }
    }
  }
  taxLines {
    priceSet {
      shopMoney {
        amount
      }
    }
  }
}`);
export const PresentIdsDocument = typed<PresentIdsQuery, PresentIdsQueryVariables>(`query PresentIds($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
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
export const RefundLinesDocument = typed<RefundLinesQuery, RefundLinesQueryVariables>(`query RefundLines($id: ID!, $after: String) {
  node(id: $id) {
    ... on Refund {
      refundLineItems(first: 250, after: $after) {
        nodes {
          quantity
          lineItem {
            id
          }
          subtotalSet {
            shopMoney {
              amount
            }
          }
          totalTaxSet {
            shopMoney {
              amount
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}`);
export const RefundStatesDocument = typed<RefundStatesQuery, RefundStatesQueryVariables>(`query RefundStates($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Refund {
      id
      createdAt
      refundLineItems(first: 50) {
        nodes {
          quantity
          lineItem {
            id
          }
          subtotalSet {
            shopMoney {
              amount
            }
          }
          totalTaxSet {
            shopMoney {
              amount
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      orderAdjustments(first: 50) {
        nodes {
          amountSet {
            shopMoney {
              amount
            }
          }
        }
      }
    }
  }
}`);
export const ShopIdDocument = typed<ShopIdQuery, ShopIdQueryVariables>(`query ShopId {
  shop {
    id
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
