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
  Date: { input: string; output: string; }
  DateTime: { input: string; output: string; }
  Decimal: { input: string; output: string; }
  JSON: { input: unknown; output: unknown; }
  UnsignedInt64: { input: string; output: string; }
  URL: { input: string; output: string; }
};

export type CountryCode =
  | 'AC'
  | 'AD'
  | 'AE'
  | 'AF'
  | 'AG'
  | 'AI'
  | 'AL'
  | 'AM'
  | 'AN'
  | 'AO'
  | 'AR'
  | 'AT'
  | 'AU'
  | 'AW'
  | 'AX'
  | 'AZ'
  | 'BA'
  | 'BB'
  | 'BD'
  | 'BE'
  | 'BF'
  | 'BG'
  | 'BH'
  | 'BI'
  | 'BJ'
  | 'BL'
  | 'BM'
  | 'BN'
  | 'BO'
  | 'BQ'
  | 'BR'
  | 'BS'
  | 'BT'
  | 'BV'
  | 'BW'
  | 'BY'
  | 'BZ'
  | 'CA'
  | 'CC'
  | 'CD'
  | 'CF'
  | 'CG'
  | 'CH'
  | 'CI'
  | 'CK'
  | 'CL'
  | 'CM'
  | 'CN'
  | 'CO'
  | 'CR'
  | 'CU'
  | 'CV'
  | 'CW'
  | 'CX'
  | 'CY'
  | 'CZ'
  | 'DE'
  | 'DJ'
  | 'DK'
  | 'DM'
  | 'DO'
  | 'DZ'
  | 'EC'
  | 'EE'
  | 'EG'
  | 'EH'
  | 'ER'
  | 'ES'
  | 'ET'
  | 'FI'
  | 'FJ'
  | 'FK'
  | 'FO'
  | 'FR'
  | 'GA'
  | 'GB'
  | 'GD'
  | 'GE'
  | 'GF'
  | 'GG'
  | 'GH'
  | 'GI'
  | 'GL'
  | 'GM'
  | 'GN'
  | 'GP'
  | 'GQ'
  | 'GR'
  | 'GS'
  | 'GT'
  | 'GW'
  | 'GY'
  | 'HK'
  | 'HM'
  | 'HN'
  | 'HR'
  | 'HT'
  | 'HU'
  | 'ID'
  | 'IE'
  | 'IL'
  | 'IM'
  | 'IN'
  | 'IO'
  | 'IQ'
  | 'IR'
  | 'IS'
  | 'IT'
  | 'JE'
  | 'JM'
  | 'JO'
  | 'JP'
  | 'KE'
  | 'KG'
  | 'KH'
  | 'KI'
  | 'KM'
  | 'KN'
  | 'KP'
  | 'KR'
  | 'KW'
  | 'KY'
  | 'KZ'
  | 'LA'
  | 'LB'
  | 'LC'
  | 'LI'
  | 'LK'
  | 'LR'
  | 'LS'
  | 'LT'
  | 'LU'
  | 'LV'
  | 'LY'
  | 'MA'
  | 'MC'
  | 'MD'
  | 'ME'
  | 'MF'
  | 'MG'
  | 'MK'
  | 'ML'
  | 'MM'
  | 'MN'
  | 'MO'
  | 'MQ'
  | 'MR'
  | 'MS'
  | 'MT'
  | 'MU'
  | 'MV'
  | 'MW'
  | 'MX'
  | 'MY'
  | 'MZ'
  | 'NA'
  | 'NC'
  | 'NE'
  | 'NF'
  | 'NG'
  | 'NI'
  | 'NL'
  | 'NO'
  | 'NP'
  | 'NR'
  | 'NU'
  | 'NZ'
  | 'OM'
  | 'PA'
  | 'PE'
  | 'PF'
  | 'PG'
  | 'PH'
  | 'PK'
  | 'PL'
  | 'PM'
  | 'PN'
  | 'PS'
  | 'PT'
  | 'PY'
  | 'QA'
  | 'RE'
  | 'RO'
  | 'RS'
  | 'RU'
  | 'RW'
  | 'SA'
  | 'SB'
  | 'SC'
  | 'SD'
  | 'SE'
  | 'SG'
  | 'SH'
  | 'SI'
  | 'SJ'
  | 'SK'
  | 'SL'
  | 'SM'
  | 'SN'
  | 'SO'
  | 'SR'
  | 'SS'
  | 'ST'
  | 'SV'
  | 'SX'
  | 'SY'
  | 'SZ'
  | 'TA'
  | 'TC'
  | 'TD'
  | 'TF'
  | 'TG'
  | 'TH'
  | 'TJ'
  | 'TK'
  | 'TL'
  | 'TM'
  | 'TN'
  | 'TO'
  | 'TR'
  | 'TT'
  | 'TV'
  | 'TW'
  | 'TZ'
  | 'UA'
  | 'UG'
  | 'UM'
  | 'US'
  | 'UY'
  | 'UZ'
  | 'VA'
  | 'VC'
  | 'VE'
  | 'VG'
  | 'VN'
  | 'VU'
  | 'WF'
  | 'WS'
  | 'XK'
  | 'YE'
  | 'YT'
  | 'ZA'
  | 'ZM'
  | 'ZW'
  | 'ZZ';

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

export type DiscountAmountInput = {
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  appliesOnEachItem?: InputMaybe<Scalars['Boolean']['input']>;
};

export type DiscountAutomaticAppInput = {
  appliesOnOneTimePurchase?: InputMaybe<Scalars['Boolean']['input']>;
  appliesOnSubscription?: InputMaybe<Scalars['Boolean']['input']>;
  combinesWith?: InputMaybe<DiscountCombinesWithInput>;
  context?: InputMaybe<DiscountContextInput>;
  discountClasses?: InputMaybe<Array<DiscountClass>>;
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  functionHandle?: InputMaybe<Scalars['String']['input']>;
  functionId?: InputMaybe<Scalars['String']['input']>;
  metafields?: InputMaybe<Array<MetafieldInput>>;
  recurringCycleLimit?: InputMaybe<Scalars['Int']['input']>;
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  title?: InputMaybe<Scalars['String']['input']>;
};

export type DiscountBuyerSelection =
  | 'ALL';

export type DiscountClass =
  | 'ORDER'
  | 'PRODUCT'
  | 'SHIPPING';

export type DiscountCodeBasicInput = {
  appliesOncePerCustomer?: InputMaybe<Scalars['Boolean']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  combinesWith?: InputMaybe<DiscountCombinesWithInput>;
  context?: InputMaybe<DiscountContextInput>;
  customerGets?: InputMaybe<DiscountCustomerGetsInput>;
  customerSelection?: InputMaybe<DiscountCustomerSelectionInput>;
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  minimumRequirement?: InputMaybe<DiscountMinimumRequirementInput>;
  recurringCycleLimit?: InputMaybe<Scalars['Int']['input']>;
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  title?: InputMaybe<Scalars['String']['input']>;
  usageLimit?: InputMaybe<Scalars['Int']['input']>;
};

export type DiscountCodeBxgyInput = {
  appliesOncePerCustomer?: InputMaybe<Scalars['Boolean']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  combinesWith?: InputMaybe<DiscountCombinesWithInput>;
  context?: InputMaybe<DiscountContextInput>;
  customerBuys?: InputMaybe<DiscountCustomerBuysInput>;
  customerGets?: InputMaybe<DiscountCustomerGetsInput>;
  customerSelection?: InputMaybe<DiscountCustomerSelectionInput>;
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  title?: InputMaybe<Scalars['String']['input']>;
  usageLimit?: InputMaybe<Scalars['Int']['input']>;
  usesPerOrderLimit?: InputMaybe<Scalars['Int']['input']>;
};

export type DiscountCodeFreeShippingInput = {
  appliesOnOneTimePurchase?: InputMaybe<Scalars['Boolean']['input']>;
  appliesOnSubscription?: InputMaybe<Scalars['Boolean']['input']>;
  appliesOncePerCustomer?: InputMaybe<Scalars['Boolean']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  combinesWith?: InputMaybe<DiscountCombinesWithInput>;
  context?: InputMaybe<DiscountContextInput>;
  customerSelection?: InputMaybe<DiscountCustomerSelectionInput>;
  destination?: InputMaybe<DiscountShippingDestinationSelectionInput>;
  endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  maximumShippingPrice?: InputMaybe<Scalars['Decimal']['input']>;
  minimumRequirement?: InputMaybe<DiscountMinimumRequirementInput>;
  recurringCycleLimit?: InputMaybe<Scalars['Int']['input']>;
  startsAt?: InputMaybe<Scalars['DateTime']['input']>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  title?: InputMaybe<Scalars['String']['input']>;
  usageLimit?: InputMaybe<Scalars['Int']['input']>;
};

export type DiscountCollectionsInput = {
  add?: InputMaybe<Array<Scalars['ID']['input']>>;
  remove?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type DiscountCombinesWithInput = {
  orderDiscounts?: InputMaybe<Scalars['Boolean']['input']>;
  productDiscounts?: InputMaybe<Scalars['Boolean']['input']>;
  productDiscountsWithTagsOnSameCartLine?: InputMaybe<ProductDiscountsWithTagsOnSameCartLineInput>;
  shippingDiscounts?: InputMaybe<Scalars['Boolean']['input']>;
};

export type DiscountContextInput =
  { all: DiscountBuyerSelection; customerSegments?: never; customers?: never; markets?: never; }
  |  { all?: never; customerSegments: DiscountCustomerSegmentsInput; customers?: never; markets?: never; }
  |  { all?: never; customerSegments?: never; customers: DiscountCustomersInput; markets?: never; }
  |  { all?: never; customerSegments?: never; customers?: never; markets: DiscountMarketsInput; };

export type DiscountCountriesInput = {
  add?: InputMaybe<Array<CountryCode>>;
  includeRestOfWorld?: InputMaybe<Scalars['Boolean']['input']>;
  remove?: InputMaybe<Array<CountryCode>>;
};

export type DiscountCustomerBuysInput = {
  isOneTimePurchase?: InputMaybe<Scalars['Boolean']['input']>;
  isSubscription?: InputMaybe<Scalars['Boolean']['input']>;
  items?: InputMaybe<DiscountItemsInput>;
  value?: InputMaybe<DiscountCustomerBuysValueInput>;
};

export type DiscountCustomerBuysValueInput = {
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  quantity?: InputMaybe<Scalars['UnsignedInt64']['input']>;
};

export type DiscountCustomerGetsInput = {
  appliesOnOneTimePurchase?: InputMaybe<Scalars['Boolean']['input']>;
  appliesOnSubscription?: InputMaybe<Scalars['Boolean']['input']>;
  items?: InputMaybe<DiscountItemsInput>;
  value?: InputMaybe<DiscountCustomerGetsValueInput>;
};

export type DiscountCustomerGetsValueInput = {
  discountAmount?: InputMaybe<DiscountAmountInput>;
  discountOnQuantity?: InputMaybe<DiscountOnQuantityInput>;
  percentage?: InputMaybe<Scalars['Float']['input']>;
};

export type DiscountCustomerSegmentsInput = {
  add?: InputMaybe<Array<Scalars['ID']['input']>>;
  remove?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type DiscountCustomerSelectionInput = {
  all?: InputMaybe<Scalars['Boolean']['input']>;
  customerSegments?: InputMaybe<DiscountCustomerSegmentsInput>;
  customers?: InputMaybe<DiscountCustomersInput>;
};

export type DiscountCustomersInput = {
  add?: InputMaybe<Array<Scalars['ID']['input']>>;
  remove?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type DiscountEffectInput = {
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  percentage?: InputMaybe<Scalars['Float']['input']>;
};

export type DiscountErrorCode =
  | 'ACTIVE_PERIOD_OVERLAP'
  | 'APPLIES_ON_NOTHING'
  | 'BLANK'
  | 'CONFLICT'
  | 'DISCOUNT_NOT_COMPATIBLE_WITH_CONDITION_TYPES'
  | 'DUPLICATE'
  | 'END_DATE_BEFORE_START_DATE'
  | 'EQUAL_TO'
  | 'EXCEEDED_MAX'
  | 'GREATER_THAN'
  | 'GREATER_THAN_OR_EQUAL_TO'
  | 'IMPLICIT_DUPLICATE'
  | 'INCLUSION'
  | 'INTERNAL_ERROR'
  | 'INVALID'
  | 'INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS'
  | 'INVALID_DISCOUNT_CLASS_FOR_PRICE_RULE'
  | 'INVALID_PRODUCT_DISCOUNTS_FALSE_WITH_EXISTING_TAGS_ON_SAME_CART_LINE'
  | 'INVALID_PRODUCT_DISCOUNTS_WITH_TAGS_ON_SAME_CART_LINE_FOR_DISCOUNT_CLASS'
  | 'INVALID_PRODUCT_DISCOUNTS_WITH_TAGS_ON_SAME_CART_LINE_WITHOUT_PRODUCT_DISCOUNTS'
  | 'INVALID_TAG_LENGTH'
  | 'LESS_THAN'
  | 'LESS_THAN_OR_EQUAL_TO'
  | 'MAX_APP_DISCOUNTS'
  | 'MINIMUM_SUBTOTAL_AND_QUANTITY_RANGE_BOTH_PRESENT'
  | 'MISSING_ARGUMENT'
  | 'MISSING_FUNCTION_IDENTIFIER'
  | 'MULTIPLE_FUNCTION_IDENTIFIERS'
  | 'MULTIPLE_RECURRING_CYCLE_LIMIT_FOR_NON_SUBSCRIPTION_ITEMS'
  | 'PRESENT'
  | 'PRODUCT_DISCOUNTS_WITH_TAGS_ON_SAME_CART_LINE_NOT_ENTITLED'
  | 'RECURRING_CYCLE_LIMIT_NOT_A_VALID_INTEGER'
  | 'TAKEN'
  | 'TOO_LONG'
  | 'TOO_MANY_ARGUMENTS'
  | 'TOO_MANY_PRODUCT_DISCOUNTS_WITH_TAGS_ON_SAME_CART_LINE'
  | 'TOO_MANY_TAGS'
  | 'TOO_SHORT'
  | 'VALUE_OUTSIDE_RANGE';

export type DiscountItemsInput = {
  all?: InputMaybe<Scalars['Boolean']['input']>;
  collections?: InputMaybe<DiscountCollectionsInput>;
  products?: InputMaybe<DiscountProductsInput>;
};

export type DiscountMarketsInput = {
  add?: InputMaybe<Array<Scalars['ID']['input']>>;
  remove?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type DiscountMinimumQuantityInput = {
  greaterThanOrEqualToQuantity?: InputMaybe<Scalars['UnsignedInt64']['input']>;
};

export type DiscountMinimumRequirementInput = {
  quantity?: InputMaybe<DiscountMinimumQuantityInput>;
  subtotal?: InputMaybe<DiscountMinimumSubtotalInput>;
};

export type DiscountMinimumSubtotalInput = {
  greaterThanOrEqualToSubtotal?: InputMaybe<Scalars['Decimal']['input']>;
};

export type DiscountOnQuantityInput = {
  effect?: InputMaybe<DiscountEffectInput>;
  quantity?: InputMaybe<Scalars['UnsignedInt64']['input']>;
};

export type DiscountProductsInput = {
  productVariantsToAdd?: InputMaybe<Array<Scalars['ID']['input']>>;
  productVariantsToRemove?: InputMaybe<Array<Scalars['ID']['input']>>;
  productsToAdd?: InputMaybe<Array<Scalars['ID']['input']>>;
  productsToRemove?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type DiscountRedeemCodeInput = {
  code: Scalars['String']['input'];
};

export type DiscountShippingDestinationSelectionInput = {
  all?: InputMaybe<Scalars['Boolean']['input']>;
  countries?: InputMaybe<DiscountCountriesInput>;
};

export type DiscountStatus =
  | 'ACTIVE'
  | 'EXPIRED'
  | 'SCHEDULED';

export type ErrorsWebPixelUserErrorCode =
  | 'BLANK'
  | 'INVALID_CONFIGURATION_JSON'
  | 'INVALID_RUNTIME_CONTEXT'
  | 'INVALID_SETTINGS'
  | 'INVALID_SETTINGS_DEFINITION'
  | 'NOT_FOUND'
  | 'NO_EXTENSION'
  | 'TAKEN'
  | 'UNABLE_TO_DELETE'
  | 'UNEXPECTED_ERROR';

export type GiftCardCreateInput = {
  code?: InputMaybe<Scalars['String']['input']>;
  crossCurrencyRedemptionStrategy?: InputMaybe<GiftCardCrossCurrencyRedemptionStrategy>;
  customerId?: InputMaybe<Scalars['ID']['input']>;
  expiresOn?: InputMaybe<Scalars['Date']['input']>;
  initialAmount?: InputMaybe<MoneyInput>;
  initialValue?: InputMaybe<Scalars['Decimal']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  recipientAttributes?: InputMaybe<GiftCardRecipientInput>;
  templateSuffix?: InputMaybe<Scalars['String']['input']>;
};

export type GiftCardCrossCurrencyRedemptionStrategy =
  | 'MARKET_FX'
  | 'NONE'
  | 'SPOT_FX';

export type GiftCardErrorCode =
  | 'CUSTOMER_NOT_FOUND'
  | 'GIFT_CARD_LIMIT_EXCEEDED'
  | 'GREATER_THAN'
  | 'INTERNAL_ERROR'
  | 'INVALID'
  | 'MISSING_ARGUMENT'
  | 'RECIPIENT_NOT_FOUND'
  | 'TAKEN'
  | 'TOO_LONG'
  | 'TOO_SHORT';

export type GiftCardRecipientInput = {
  id: Scalars['ID']['input'];
  message?: InputMaybe<Scalars['String']['input']>;
  preferredName?: InputMaybe<Scalars['String']['input']>;
  sendNotificationAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type MetafieldIdentifierInput = {
  key: Scalars['String']['input'];
  namespace: Scalars['String']['input'];
  ownerId: Scalars['ID']['input'];
};

export type MetafieldInput = {
  id?: InputMaybe<Scalars['ID']['input']>;
  key?: InputMaybe<Scalars['String']['input']>;
  namespace?: InputMaybe<Scalars['String']['input']>;
  type?: InputMaybe<Scalars['String']['input']>;
  value?: InputMaybe<Scalars['String']['input']>;
};

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

export type MoneyInput = {
  amount: Scalars['Decimal']['input'];
  currencyCode: CurrencyCode;
};

export type OrderCustomerSetUserErrorCode =
  | 'INVALID'
  | 'NOT_FOUND'
  | 'NOT_PERMITTED'
  | 'NOT_SAVED';

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

export type ProductDiscountsWithTagsOnSameCartLineInput = {
  add?: InputMaybe<Array<Scalars['String']['input']>>;
  remove?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type ProductIdentifierInput =
  { customId: UniqueMetafieldValueInput; handle?: never; id?: never; }
  |  { customId?: never; handle: Scalars['String']['input']; id?: never; }
  |  { customId?: never; handle?: never; id: Scalars['ID']['input']; };

export type ProductStatus =
  | 'ACTIVE'
  | 'ARCHIVED'
  | 'DRAFT'
  | 'UNLISTED';

export type StoreCreditAccountCreditInput = {
  creditAmount: MoneyInput;
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  notify?: InputMaybe<Scalars['Boolean']['input']>;
};

export type StoreCreditAccountCreditUserErrorCode =
  | 'ACCOUNT_NOT_FOUND'
  | 'CREDIT_LIMIT_EXCEEDED'
  | 'EXPIRES_AT_IN_PAST'
  | 'MISMATCHING_CURRENCY'
  | 'NEGATIVE_OR_ZERO_AMOUNT'
  | 'OWNER_NOT_FOUND'
  | 'UNSUPPORTED_CURRENCY';

export type StoreCreditSystemEvent =
  | 'ADJUSTMENT'
  | 'ORDER_CANCELLATION'
  | 'ORDER_PAYMENT'
  | 'ORDER_REFUND'
  | 'PAYMENT_FAILURE'
  | 'PAYMENT_RETURNED'
  | 'TAX_FINALIZATION';

export type UniqueMetafieldValueInput = {
  key: Scalars['String']['input'];
  namespace?: InputMaybe<Scalars['String']['input']>;
  value: Scalars['String']['input'];
};

export type ValidationCreateInput = {
  blockOnFailure?: InputMaybe<Scalars['Boolean']['input']>;
  enable?: InputMaybe<Scalars['Boolean']['input']>;
  functionHandle?: InputMaybe<Scalars['String']['input']>;
  functionId?: InputMaybe<Scalars['String']['input']>;
  metafields?: InputMaybe<Array<MetafieldInput>>;
  title?: InputMaybe<Scalars['String']['input']>;
};

export type ValidationUpdateInput = {
  blockOnFailure?: InputMaybe<Scalars['Boolean']['input']>;
  enable?: InputMaybe<Scalars['Boolean']['input']>;
  metafields?: InputMaybe<Array<MetafieldInput>>;
  title?: InputMaybe<Scalars['String']['input']>;
};

export type ValidationUserErrorCode =
  | 'APP_NOT_AUTHORIZED'
  | 'BLANK'
  | 'CAPABILITY_VIOLATION'
  | 'CUSTOM_APP_FUNCTION_NOT_ELIGIBLE'
  | 'DISALLOWED_OWNER_TYPE'
  | 'FUNCTION_DOES_NOT_IMPLEMENT'
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTION_PENDING_DELETION'
  | 'INCLUSION'
  | 'INTERNAL_ERROR'
  | 'INVALID'
  | 'INVALID_TYPE'
  | 'INVALID_VALUE'
  | 'MAX_VALIDATIONS_ACTIVATED'
  | 'MISSING_FUNCTION_IDENTIFIER'
  | 'MULTIPLE_FUNCTION_IDENTIFIERS'
  | 'NOT_FOUND'
  | 'PRESENT'
  | 'PUBLIC_APP_NOT_ALLOWED'
  | 'TAKEN'
  | 'TOO_LONG'
  | 'TOO_SHORT'
  | 'UNSTRUCTURED_RESERVED_NAMESPACE';

export type CatalogueQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type CatalogueQuery = { products: { nodes: Array<{ id: string, title: string, handle: string, vendor: string, productType: string, tags: Array<string>, status: ProductStatus, publishedAt?: string | null, isGiftCard: boolean, createdAt: string, tracksInventory: boolean, totalInventory: number, featuredMedia?: { preview?: { image?: { url: string } | null } | null } | { preview?: { image?: { url: string } | null } | null } | { preview?: { image?: { url: string } | null } | null } | { preview?: { image?: { url: string } | null } | null } | null, priceRangeV2: { minVariantPrice: { amount: string } }, collections: { nodes: Array<{ handle: string }> }, variants: { nodes: Array<{ availableForSale: boolean, inventoryItem: { unitCost?: { amount: string } | null } }> } }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } } };

export type CodeDiscountByCodeQueryVariables = Exact<{
  code: Scalars['String']['input'];
}>;


export type CodeDiscountByCodeQuery = { codeDiscountNodeByCode?: { id: string } | null };

export type CodeStatesQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type CodeStatesQuery = { nodes: Array<{ id: string, codeDiscount: { status: DiscountStatus, asyncUsageCount: number } | { status: DiscountStatus, asyncUsageCount: number } | { status: DiscountStatus, asyncUsageCount: number } | {} } | {} | null> };

export type CodesOfDiscountQueryVariables = Exact<{
  code: Scalars['String']['input'];
}>;


export type CodesOfDiscountQuery = { codeDiscountNodeByCode?: { id: string, codeDiscount: { codes: { nodes: Array<{ id: string, code: string }> } } | { codes: { nodes: Array<{ id: string, code: string }> } } | { codes: { nodes: Array<{ id: string, code: string }> } } | {} } | null };

export type CollectionIdQueryVariables = Exact<{
  handle: Scalars['String']['input'];
}>;


export type CollectionIdQuery = { collectionByIdentifier?: { id: string } | null };

export type CustomerGlancesQueryVariables = Exact<{
  query?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type CustomerGlancesQuery = { customers: { nodes: Array<{ id: string, createdAt: string, firstName?: string | null, lastName?: string | null, email?: string | null, tags: Array<string>, defaultAddress?: { countryCodeV2?: CountryCode | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } } };

export type CustomerTagsQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type CustomerTagsQuery = { nodes: Array<{ id: string, tags: Array<string> } | {} | null> };

export type CustomersByEmailQueryVariables = Exact<{
  query: Scalars['String']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type CustomersByEmailQuery = { customers: { nodes: Array<{ id: string, defaultEmailAddress?: { emailAddress: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } } };

export type CustomersNowQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type CustomersNowQuery = { nodes: Array<{ id: string, firstName?: string | null, lastName?: string | null, email?: string | null, locale: string, tags: Array<string>, defaultAddress?: { countryCodeV2?: CountryCode | null } | null } | {} | null> };

export type DiscountAutomaticActivateMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DiscountAutomaticActivateMutation = { discountAutomaticActivate?: { automaticDiscountNode?: { id: string } | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: DiscountErrorCode | null }> } | null };

export type DiscountAutomaticAppCreateMutationVariables = Exact<{
  discount: DiscountAutomaticAppInput;
}>;


export type DiscountAutomaticAppCreateMutation = { discountAutomaticAppCreate?: { automaticAppDiscount?: { discountId: string } | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: DiscountErrorCode | null }> } | null };

export type DiscountAutomaticDeactivateMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DiscountAutomaticDeactivateMutation = { discountAutomaticDeactivate?: { automaticDiscountNode?: { id: string } | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: DiscountErrorCode | null }> } | null };

export type DiscountCodeBasicCreateMutationVariables = Exact<{
  discount: DiscountCodeBasicInput;
}>;


export type DiscountCodeBasicCreateMutation = { discountCodeBasicCreate?: { codeDiscountNode?: { id: string } | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: DiscountErrorCode | null }> } | null };

export type DiscountCodeBxgyCreateMutationVariables = Exact<{
  discount: DiscountCodeBxgyInput;
}>;


export type DiscountCodeBxgyCreateMutation = { discountCodeBxgyCreate?: { codeDiscountNode?: { id: string } | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: DiscountErrorCode | null }> } | null };

export type DiscountCodeDeactivateMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DiscountCodeDeactivateMutation = { discountCodeDeactivate?: { codeDiscountNode?: { id: string } | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: DiscountErrorCode | null }> } | null };

export type DiscountCodeFreeShippingCreateMutationVariables = Exact<{
  discount: DiscountCodeFreeShippingInput;
}>;


export type DiscountCodeFreeShippingCreateMutation = { discountCodeFreeShippingCreate?: { codeDiscountNode?: { id: string } | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: DiscountErrorCode | null }> } | null };

export type DiscountRedeemCodeBulkAddMutationVariables = Exact<{
  discountId: Scalars['ID']['input'];
  codes: Array<DiscountRedeemCodeInput> | DiscountRedeemCodeInput;
}>;


export type DiscountRedeemCodeBulkAddMutation = { discountRedeemCodeBulkAdd?: { bulkCreation?: { id: string } | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: DiscountErrorCode | null }> } | null };

export type DiscountRedeemCodeBulkCreationQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DiscountRedeemCodeBulkCreationQuery = { discountRedeemCodeBulkCreation?: { done: boolean, codes: { nodes: Array<{ code: string, errors: Array<{ code?: DiscountErrorCode | null, message: string }> }> } } | null };

export type DiscountRedeemCodeBulkDeleteMutationVariables = Exact<{
  discountId: Scalars['ID']['input'];
  ids?: InputMaybe<Array<Scalars['ID']['input']> | Scalars['ID']['input']>;
}>;


export type DiscountRedeemCodeBulkDeleteMutation = { discountCodeRedeemCodeBulkDelete?: { job?: { id: string } | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: DiscountErrorCode | null }> } | null };

export type GiftCardCreateMutationVariables = Exact<{
  input: GiftCardCreateInput;
}>;


export type GiftCardCreateMutation = { giftCardCreate?: { giftCard?: { id: string } | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: GiftCardErrorCode | null }> } | null };

export type GiftCardsOfCustomerQueryVariables = Exact<{
  query: Scalars['String']['input'];
}>;


export type GiftCardsOfCustomerQuery = { giftCards: { nodes: Array<{ id: string, note?: string | null }> } };

export type LargestCollectionsQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type LargestCollectionsQuery = { collections: { nodes: Array<{ id: string, productsCount?: { count: number } | null }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } } };

export type MetafieldsDeleteMutationVariables = Exact<{
  metafields: Array<MetafieldIdentifierInput> | MetafieldIdentifierInput;
}>;


export type MetafieldsDeleteMutation = { metafieldsDelete?: { deletedMetafields?: Array<{ key: string } | null> | null, userErrors: Array<{ field?: Array<string> | null, message: string }> } | null };

export type MetafieldsSetMutationVariables = Exact<{
  metafields: Array<MetafieldsSetInput> | MetafieldsSetInput;
}>;


export type MetafieldsSetMutation = { metafieldsSet?: { metafields?: Array<{ id: string, namespace: string, key: string, compareDigest: string, ownerType: MetafieldOwnerType }> | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: MetafieldsSetUserErrorCode | null, elementIndex?: number | null }> } | null };

export type OrderCustomerSetMutationVariables = Exact<{
  orderId: Scalars['ID']['input'];
  customerId: Scalars['ID']['input'];
}>;


export type OrderCustomerSetMutation = { orderCustomerSet?: { userErrors: Array<{ code?: OrderCustomerSetUserErrorCode | null, field?: Array<string> | null, message: string }> } | null };

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


export type OrderStatesQuery = { nodes: Array<{ id: string, name: string, processedAt: string, updatedAt: string, cancelledAt?: string | null, currencyCode: CurrencyCode, displayFinancialStatus?: OrderDisplayFinancialStatus | null, test: boolean, taxesIncluded: boolean, sourceName?: string | null, customerLocale?: string | null, discountCodes: Array<string>, currentTotalPriceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalTipReceived: { amount: string }, customer?: { id: string, firstName?: string | null, lastName?: string | null, email?: string | null, tags: Array<string>, defaultAddress?: { countryCodeV2?: CountryCode | null } | null } | null, lineItems: { nodes: Array<{ id: string, title: string, vendor?: string | null, quantity: number, currentQuantity: number, isGiftCard: boolean, taxable: boolean, requiresShipping: boolean, originalUnitPriceSet: { shopMoney: { amount: string } }, product?: { id: string } | null, variant?: { id: string } | null, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: { amount: string } } }>, taxLines: Array<{ priceSet: { shopMoney: { amount: string } } }> }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } }, refunds: Array<{ id: string }> } | {} | null> };

export type LineStateFragment = { id: string, title: string, vendor?: string | null, quantity: number, currentQuantity: number, isGiftCard: boolean, taxable: boolean, requiresShipping: boolean, originalUnitPriceSet: { shopMoney: { amount: string } }, product?: { id: string } | null, variant?: { id: string } | null, discountAllocations: Array<{ allocatedAmountSet: { shopMoney: { amount: string } } }>, taxLines: Array<{ priceSet: { shopMoney: { amount: string } } }> };

export type OrdersByEmailQueryVariables = Exact<{
  query: Scalars['String']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type OrdersByEmailQuery = { orders: { nodes: Array<{ id: string, email?: string | null, customer?: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } } };

export type PerkDiscountsQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type PerkDiscountsQuery = { automaticDiscountNodes: { nodes: Array<{ id: string, perks?: { value: string } | null, variables?: { value: string } | null, automaticDiscount: { status: DiscountStatus } | {} }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } } };

export type PerkValidationsQueryVariables = Exact<{
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type PerkValidationsQuery = { validations: { nodes: Array<{ id: string, enabled: boolean, perks?: { value: string } | null, variables?: { value: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } } };

export type PresentIdsQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type PresentIdsQuery = { nodes: Array<{ id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | { id: string } | null> };

export type ProductFactsQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type ProductFactsQuery = { nodes: Array<{ id: string, handle: string, tags: Array<string>, vendor: string, productType: string, collections: { nodes: Array<{ handle: string }> } } | {} | null> };

export type ProductNodeFragment = { id: string, handle: string, tags: Array<string>, vendor: string, productType: string, collections: { nodes: Array<{ handle: string }> } };

export type RefundLinesQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type RefundLinesQuery = { node?: { refundLineItems: { nodes: Array<{ quantity: number, lineItem: { id: string }, subtotalSet: { shopMoney: { amount: string } }, totalTaxSet: { shopMoney: { amount: string } } }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } } } | {} | null };

export type RefundStatesQueryVariables = Exact<{
  ids: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type RefundStatesQuery = { nodes: Array<{ id: string, createdAt?: string | null, refundLineItems: { nodes: Array<{ quantity: number, lineItem: { id: string }, subtotalSet: { shopMoney: { amount: string } }, totalTaxSet: { shopMoney: { amount: string } } }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } }, orderAdjustments: { nodes: Array<{ amountSet: { shopMoney: { amount: string } } }> } } | {} | null> };

export type RewardProductQueryVariables = Exact<{
  identifier: ProductIdentifierInput;
}>;


export type RewardProductQuery = { productByIdentifier?: { id: string, priceRangeV2: { minVariantPrice: { amount: string } } } | null };

export type SegmentCreateMutationVariables = Exact<{
  name: Scalars['String']['input'];
  query: Scalars['String']['input'];
}>;


export type SegmentCreateMutation = { segmentCreate?: { segment?: { id: string } | null, userErrors: Array<{ field?: Array<string> | null, message: string }> } | null };

export type SegmentDeleteMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type SegmentDeleteMutation = { segmentDelete?: { deletedSegmentId?: string | null, userErrors: Array<{ field?: Array<string> | null, message: string }> } | null };

export type ShopIdQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopIdQuery = { shop: { id: string } };

export type ShopQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopQuery = { shop: { name: string, myshopifyDomain: string, currencyCode: CurrencyCode, ianaTimezone: string } };

export type StoreCreditAccountCreditMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  credit: StoreCreditAccountCreditInput;
}>;


export type StoreCreditAccountCreditMutation = { storeCreditAccountCredit?: { storeCreditAccountTransaction?: { id: string } | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: StoreCreditAccountCreditUserErrorCode | null }> } | null };

export type StoreCreditsOfCustomerQueryVariables = Exact<{
  customerId: Scalars['ID']['input'];
}>;


export type StoreCreditsOfCustomerQuery = { customer?: { storeCreditAccounts: { nodes: Array<{ transactions: { nodes: Array<{ id: string, event: StoreCreditSystemEvent, amount: { amount: string, currencyCode: CurrencyCode } } | { event: StoreCreditSystemEvent, amount: { amount: string, currencyCode: CurrencyCode } } | { event: StoreCreditSystemEvent, amount: { amount: string, currencyCode: CurrencyCode } } | { event: StoreCreditSystemEvent, amount: { amount: string, currencyCode: CurrencyCode } }> } }> } } | null };

export type TagsAddMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  tags: Array<Scalars['String']['input']> | Scalars['String']['input'];
}>;


export type TagsAddMutation = { tagsAdd?: { userErrors: Array<{ field?: Array<string> | null, message: string }> } | null };

export type TagsRemoveMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  tags: Array<Scalars['String']['input']> | Scalars['String']['input'];
}>;


export type TagsRemoveMutation = { tagsRemove?: { userErrors: Array<{ field?: Array<string> | null, message: string }> } | null };

export type ThemeFilesQueryVariables = Exact<{
  filenames: Array<Scalars['String']['input']> | Scalars['String']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ThemeFilesQuery = { themes?: { nodes: Array<{ id: string, files?: { nodes: Array<{ filename: string, body: { content: string } | {} }>, pageInfo: { hasNextPage: boolean, endCursor?: string | null } } | null }> } | null };

export type ValidationCreateMutationVariables = Exact<{
  validation: ValidationCreateInput;
}>;


export type ValidationCreateMutation = { validationCreate?: { validation?: { id: string } | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: ValidationUserErrorCode | null }> } | null };

export type ValidationUpdateMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  validation: ValidationUpdateInput;
}>;


export type ValidationUpdateMutation = { validationUpdate?: { validation?: { id: string } | null, userErrors: Array<{ field?: Array<string> | null, message: string, code?: ValidationUserErrorCode | null }> } | null };

export type VerifiedAddressQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type VerifiedAddressQuery = { customer?: { verifiedEmail: boolean, defaultEmailAddress?: { emailAddress: string } | null } | null };

export type WebPixelCreateMutationVariables = Exact<{
  settings: Scalars['JSON']['input'];
}>;


export type WebPixelCreateMutation = { webPixelCreate?: { userErrors: Array<{ code?: ErrorsWebPixelUserErrorCode | null, message: string }> } | null };

export type WebPixelUpdateMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  settings: Scalars['JSON']['input'];
}>;


export type WebPixelUpdateMutation = { webPixelUpdate?: { userErrors: Array<{ code?: ErrorsWebPixelUserErrorCode | null, message: string }> } | null };

export type WebPixelQueryVariables = Exact<{ [key: string]: never; }>;


export type WebPixelQuery = { webPixel?: { id: string } | null };

export const CatalogueDocument = typed<CatalogueQuery, CatalogueQueryVariables>(`query Catalogue($after: String) {
  products(first: 50, after: $after) {
    nodes {
      id
      title
      handle
      vendor
      productType
      tags
      status
      publishedAt
      isGiftCard
      createdAt
      tracksInventory
      totalInventory
      featuredMedia {
        preview {
          image {
            url
          }
        }
      }
      priceRangeV2 {
        minVariantPrice {
          amount
        }
      }
      collections(first: 50) {
        nodes {
          handle
        }
      }
      variants(first: 10) {
        nodes {
          availableForSale
          inventoryItem {
            unitCost {
              amount
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);
export const CodeDiscountByCodeDocument = typed<CodeDiscountByCodeQuery, CodeDiscountByCodeQueryVariables>(`query CodeDiscountByCode($code: String!) {
  codeDiscountNodeByCode(code: $code) {
    id
  }
}`);
export const CodeStatesDocument = typed<CodeStatesQuery, CodeStatesQueryVariables>(`query CodeStates($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on DiscountCodeNode {
      id
      codeDiscount {
        ... on DiscountCodeBasic {
          status
          asyncUsageCount
        }
        ... on DiscountCodeBxgy {
          status
          asyncUsageCount
        }
        ... on DiscountCodeFreeShipping {
          status
          asyncUsageCount
        }
      }
    }
  }
}`);
export const CodesOfDiscountDocument = typed<CodesOfDiscountQuery, CodesOfDiscountQueryVariables>(`query CodesOfDiscount($code: String!) {
  codeDiscountNodeByCode(code: $code) {
    id
    codeDiscount {
      ... on DiscountCodeBasic {
        codes(first: 100) {
          nodes {
            id
            code
          }
        }
      }
      ... on DiscountCodeBxgy {
        codes(first: 100) {
          nodes {
            id
            code
          }
        }
      }
      ... on DiscountCodeFreeShipping {
        codes(first: 100) {
          nodes {
            id
            code
          }
        }
      }
    }
  }
}`);
export const CollectionIdDocument = typed<CollectionIdQuery, CollectionIdQueryVariables>(`query CollectionId($handle: String!) {
  collectionByIdentifier(identifier: {handle: $handle}) {
    id
  }
}`);
export const CustomerGlancesDocument = typed<CustomerGlancesQuery, CustomerGlancesQueryVariables>(`query CustomerGlances($query: String, $first: Int!, $after: String) {
  customers(query: $query, sortKey: CREATED_AT, first: $first, after: $after) {
    nodes {
      id
      createdAt
      firstName
      lastName
      email
      tags
      defaultAddress {
        countryCodeV2
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);
export const CustomerTagsDocument = typed<CustomerTagsQuery, CustomerTagsQueryVariables>(`query CustomerTags($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Customer {
      id
      tags
    }
  }
}`);
export const CustomersByEmailDocument = typed<CustomersByEmailQuery, CustomersByEmailQueryVariables>(`query CustomersByEmail($query: String!, $after: String) {
  customers(first: 100, query: $query, after: $after) {
    nodes {
      id
      defaultEmailAddress {
        emailAddress
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);
export const CustomersNowDocument = typed<CustomersNowQuery, CustomersNowQueryVariables>(`query CustomersNow($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Customer {
      id
      firstName
      lastName
      email
      locale
      tags
      defaultAddress {
        countryCodeV2
      }
    }
  }
}`);
export const DiscountAutomaticActivateDocument = typed<DiscountAutomaticActivateMutation, DiscountAutomaticActivateMutationVariables>(`mutation DiscountAutomaticActivate($id: ID!) {
  discountAutomaticActivate(id: $id) {
    automaticDiscountNode {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}`);
export const DiscountAutomaticAppCreateDocument = typed<DiscountAutomaticAppCreateMutation, DiscountAutomaticAppCreateMutationVariables>(`mutation DiscountAutomaticAppCreate($discount: DiscountAutomaticAppInput!) {
  discountAutomaticAppCreate(automaticAppDiscount: $discount) {
    automaticAppDiscount {
      discountId
    }
    userErrors {
      field
      message
      code
    }
  }
}`);
export const DiscountAutomaticDeactivateDocument = typed<DiscountAutomaticDeactivateMutation, DiscountAutomaticDeactivateMutationVariables>(`mutation DiscountAutomaticDeactivate($id: ID!) {
  discountAutomaticDeactivate(id: $id) {
    automaticDiscountNode {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}`);
export const DiscountCodeBasicCreateDocument = typed<DiscountCodeBasicCreateMutation, DiscountCodeBasicCreateMutationVariables>(`mutation DiscountCodeBasicCreate($discount: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $discount) {
    codeDiscountNode {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}`);
export const DiscountCodeBxgyCreateDocument = typed<DiscountCodeBxgyCreateMutation, DiscountCodeBxgyCreateMutationVariables>(`mutation DiscountCodeBxgyCreate($discount: DiscountCodeBxgyInput!) {
  discountCodeBxgyCreate(bxgyCodeDiscount: $discount) {
    codeDiscountNode {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}`);
export const DiscountCodeDeactivateDocument = typed<DiscountCodeDeactivateMutation, DiscountCodeDeactivateMutationVariables>(`mutation DiscountCodeDeactivate($id: ID!) {
  discountCodeDeactivate(id: $id) {
    codeDiscountNode {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}`);
export const DiscountCodeFreeShippingCreateDocument = typed<DiscountCodeFreeShippingCreateMutation, DiscountCodeFreeShippingCreateMutationVariables>(`mutation DiscountCodeFreeShippingCreate($discount: DiscountCodeFreeShippingInput!) {
  discountCodeFreeShippingCreate(freeShippingCodeDiscount: $discount) {
    codeDiscountNode {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}`);
export const DiscountRedeemCodeBulkAddDocument = typed<DiscountRedeemCodeBulkAddMutation, DiscountRedeemCodeBulkAddMutationVariables>(`mutation DiscountRedeemCodeBulkAdd($discountId: ID!, $codes: [DiscountRedeemCodeInput!]!) {
  discountRedeemCodeBulkAdd(discountId: $discountId, codes: $codes) {
    bulkCreation {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}`);
export const DiscountRedeemCodeBulkCreationDocument = typed<DiscountRedeemCodeBulkCreationQuery, DiscountRedeemCodeBulkCreationQueryVariables>(`query DiscountRedeemCodeBulkCreation($id: ID!) {
  discountRedeemCodeBulkCreation(id: $id) {
    done
    codes(first: 250) {
      nodes {
        code
        errors {
          code
          message
        }
      }
    }
  }
}`);
export const DiscountRedeemCodeBulkDeleteDocument = typed<DiscountRedeemCodeBulkDeleteMutation, DiscountRedeemCodeBulkDeleteMutationVariables>(`mutation DiscountRedeemCodeBulkDelete($discountId: ID!, $ids: [ID!]) {
  discountCodeRedeemCodeBulkDelete(discountId: $discountId, ids: $ids) {
    job {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}`);
export const GiftCardCreateDocument = typed<GiftCardCreateMutation, GiftCardCreateMutationVariables>(`mutation GiftCardCreate($input: GiftCardCreateInput!) {
  giftCardCreate(input: $input) {
    giftCard {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}`);
export const GiftCardsOfCustomerDocument = typed<GiftCardsOfCustomerQuery, GiftCardsOfCustomerQueryVariables>(`query GiftCardsOfCustomer($query: String!) {
  giftCards(first: 50, reverse: true, query: $query) {
    nodes {
      id
      note
    }
  }
}`);
export const LargestCollectionsDocument = typed<LargestCollectionsQuery, LargestCollectionsQueryVariables>(`query LargestCollections($after: String) {
  collections(first: 250, after: $after) {
    nodes {
      id
      productsCount {
        count
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);
export const MetafieldsDeleteDocument = typed<MetafieldsDeleteMutation, MetafieldsDeleteMutationVariables>(`mutation MetafieldsDelete($metafields: [MetafieldIdentifierInput!]!) {
  metafieldsDelete(metafields: $metafields) {
    deletedMetafields {
      key
    }
    userErrors {
      field
      message
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
export const OrderCustomerSetDocument = typed<OrderCustomerSetMutation, OrderCustomerSetMutationVariables>(`mutation OrderCustomerSet($orderId: ID!, $customerId: ID!) {
  orderCustomerSet(orderId: $orderId, customerId: $customerId) {
    userErrors {
      code
      field
      message
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
      currentTotalPriceSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
      totalTipReceived {
        amount
      }
      customer {
        id
        firstName
        lastName
        email
        tags
        defaultAddress {
          countryCodeV2
        }
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
export const OrdersByEmailDocument = typed<OrdersByEmailQuery, OrdersByEmailQueryVariables>(`query OrdersByEmail($query: String!, $after: String) {
  orders(
    first: 100
    query: $query
    after: $after
    sortKey: PROCESSED_AT
    reverse: true
  ) {
    nodes {
      id
      email
      customer {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);
export const PerkDiscountsDocument = typed<PerkDiscountsQuery, PerkDiscountsQueryVariables>(`query PerkDiscounts($after: String) {
  automaticDiscountNodes(first: 50, after: $after) {
    nodes {
      id
      perks: metafield(namespace: "$app", key: "perks") {
        value
      }
      variables: metafield(namespace: "$app", key: "variables") {
        value
      }
      automaticDiscount {
        ... on DiscountAutomaticApp {
          status
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`);
export const PerkValidationsDocument = typed<PerkValidationsQuery, PerkValidationsQueryVariables>(`query PerkValidations($after: String) {
  validations(first: 50, after: $after) {
    nodes {
      id
      enabled
      perks: metafield(namespace: "$app", key: "perks") {
        value
      }
      variables: metafield(namespace: "$app", key: "variables") {
        value
      }
    }
    pageInfo {
      hasNextPage
      endCursor
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
  handle
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
export const RewardProductDocument = typed<RewardProductQuery, RewardProductQueryVariables>(`query RewardProduct($identifier: ProductIdentifierInput!) {
  productByIdentifier(identifier: $identifier) {
    id
    priceRangeV2 {
      minVariantPrice {
        amount
      }
    }
  }
}`);
export const SegmentCreateDocument = typed<SegmentCreateMutation, SegmentCreateMutationVariables>(`mutation SegmentCreate($name: String!, $query: String!) {
  segmentCreate(name: $name, query: $query) {
    segment {
      id
    }
    userErrors {
      field
      message
    }
  }
}`);
export const SegmentDeleteDocument = typed<SegmentDeleteMutation, SegmentDeleteMutationVariables>(`mutation SegmentDelete($id: ID!) {
  segmentDelete(id: $id) {
    deletedSegmentId
    userErrors {
      field
      message
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
export const StoreCreditAccountCreditDocument = typed<StoreCreditAccountCreditMutation, StoreCreditAccountCreditMutationVariables>(`mutation StoreCreditAccountCredit($id: ID!, $credit: StoreCreditAccountCreditInput!) {
  storeCreditAccountCredit(id: $id, creditInput: $credit) {
    storeCreditAccountTransaction {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}`);
export const StoreCreditsOfCustomerDocument = typed<StoreCreditsOfCustomerQuery, StoreCreditsOfCustomerQueryVariables>(`query StoreCreditsOfCustomer($customerId: ID!) {
  customer(id: $customerId) {
    storeCreditAccounts(first: 20) {
      nodes {
        transactions(first: 50, reverse: true, query: "type:credit") {
          nodes {
            amount {
              amount
              currencyCode
            }
            event
            ... on StoreCreditAccountCreditTransaction {
              id
            }
          }
        }
      }
    }
  }
}`);
export const TagsAddDocument = typed<TagsAddMutation, TagsAddMutationVariables>(`mutation TagsAdd($id: ID!, $tags: [String!]!) {
  tagsAdd(id: $id, tags: $tags) {
    userErrors {
      field
      message
    }
  }
}`);
export const TagsRemoveDocument = typed<TagsRemoveMutation, TagsRemoveMutationVariables>(`mutation TagsRemove($id: ID!, $tags: [String!]!) {
  tagsRemove(id: $id, tags: $tags) {
    userErrors {
      field
      message
    }
  }
}`);
export const ThemeFilesDocument = typed<ThemeFilesQuery, ThemeFilesQueryVariables>(`query ThemeFiles($filenames: [String!]!, $after: String) {
  themes(first: 1, roles: [MAIN]) {
    nodes {
      id
      files(filenames: $filenames, first: 50, after: $after) {
        nodes {
          filename
          body {
            ... on OnlineStoreThemeFileBodyText {
              content
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
export const ValidationCreateDocument = typed<ValidationCreateMutation, ValidationCreateMutationVariables>(`mutation ValidationCreate($validation: ValidationCreateInput!) {
  validationCreate(validation: $validation) {
    validation {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}`);
export const ValidationUpdateDocument = typed<ValidationUpdateMutation, ValidationUpdateMutationVariables>(`mutation ValidationUpdate($id: ID!, $validation: ValidationUpdateInput!) {
  validationUpdate(id: $id, validation: $validation) {
    validation {
      id
    }
    userErrors {
      field
      message
      code
    }
  }
}`);
export const VerifiedAddressDocument = typed<VerifiedAddressQuery, VerifiedAddressQueryVariables>(`query VerifiedAddress($id: ID!) {
  customer(id: $id) {
    verifiedEmail
    defaultEmailAddress {
      emailAddress
    }
  }
}`);
export const WebPixelCreateDocument = typed<WebPixelCreateMutation, WebPixelCreateMutationVariables>(`mutation WebPixelCreate($settings: JSON!) {
  webPixelCreate(webPixel: {settings: $settings}) {
    userErrors {
      code
      message
    }
  }
}`);
export const WebPixelUpdateDocument = typed<WebPixelUpdateMutation, WebPixelUpdateMutationVariables>(`mutation WebPixelUpdate($id: ID!, $settings: JSON!) {
  webPixelUpdate(id: $id, webPixel: {settings: $settings}) {
    userErrors {
      code
      message
    }
  }
}`);
export const WebPixelDocument = typed<WebPixelQuery, WebPixelQueryVariables>(`query WebPixel {
  webPixel {
    id
  }
}`);

function typed<Result, Variables>(source: string): TypedDocumentNode<Result, Variables> {
  return parse(source, { noLocation: true });
}
