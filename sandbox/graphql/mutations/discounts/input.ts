/** The inputs of the three kinds of code discounts, as the schema coerced them: scalars may come as text or number. */
type Decimal = string | number;

export type ItemsInput = {
  all?: boolean | null;
  collections?: { add?: string[] | null; remove?: string[] | null } | null;
  products?: {
    productsToAdd?: string[] | null;
    productsToRemove?: string[] | null;
    productVariantsToAdd?: string[] | null;
    productVariantsToRemove?: string[] | null;
  } | null;
};

export type GetsInput = {
  items?: ItemsInput | null;
  value?: {
    percentage?: number | null;
    discountAmount?: { amount?: Decimal | null; appliesOnEachItem?: boolean | null } | null;
    discountOnQuantity?: {
      quantity?: Decimal | null;
      effect?: { percentage?: number | null; amount?: Decimal | null } | null;
    } | null;
  } | null;
  appliesOnOneTimePurchase?: boolean | null;
  appliesOnSubscription?: boolean | null;
};

export type BuysInput = {
  items?: ItemsInput | null;
  value?: { quantity?: Decimal | null; amount?: Decimal | null } | null;
};

type CustomersInput = { add?: string[] | null; remove?: string[] | null };

export type DiscountInput = {
  title?: string | null;
  code?: string | null;
  tags?: string[] | null;
  startsAt?: string | null;
  endsAt?: string | null;
  usageLimit?: number | null;
  appliesOncePerCustomer?: boolean | null;
  context?: { all?: "ALL" | null; customers?: CustomersInput | null; [other: string]: unknown } | null;
  customerSelection?: {
    all?: boolean | null;
    customers?: CustomersInput | null;
    [other: string]: unknown;
  } | null;
  minimumRequirement?: {
    subtotal?: { greaterThanOrEqualToSubtotal?: Decimal | null } | null;
    quantity?: { greaterThanOrEqualToQuantity?: Decimal | null } | null;
  } | null;
  combinesWith?: {
    orderDiscounts?: boolean | null;
    productDiscounts?: boolean | null;
    shippingDiscounts?: boolean | null;
    productDiscountsWithTagsOnSameCartLine?: object | null;
  } | null;
  customerGets?: GetsInput | null;
  customerBuys?: BuysInput | null;
  usesPerOrderLimit?: number | null;
  destination?: { all?: boolean | null; countries?: object | null } | null;
  maximumShippingPrice?: Decimal | null;
  recurringCycleLimit?: number | null;
  appliesOnSubscription?: boolean | null;
};
