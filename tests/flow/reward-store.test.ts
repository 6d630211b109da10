import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../app/commerce/platform.ts";
import { OutcomeUnknown, StoreRefused, type BenefitOrder } from "../../app/commerce/reward-store.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { startSandboxedStore, type SandboxedStore } from "../support/sandboxed-store.ts";

let store: SandboxedStore;
let orders = 0;

beforeAll(async () => {
  store = await startSandboxedStore();
});
afterAll(() => store.close());
beforeEach(() => store.mishaps());

function orderOf(changes: Partial<BenefitOrder> = {}): BenefitOrder {
  const code = `ABCDE-FGHJK-${String(++orders).padStart(5, "A").replaceAll("0", "Z")}`;
  return {
    redemptionId: `r${orders}`,
    customerId: store.newCustomer(),
    alsoFor: [],
    benefit: { kind: "amount", value: 500n },
    currency: "GBP",
    code,
    title: "Loyalty reward: five-off",
    minimum: 2000n,
    combinesWith: { order: false, product: false, shipping: true },
    startsAt: Date.now() - 1000,
    endsAt: Date.now() + 60 * DAY,
    ...changes,
  };
}

const make = (order: BenefitOrder) => store.platform.makeBenefit(store.shop, order);
const find = (order: BenefitOrder, watermark: string | null = null) =>
  store.platform.findBenefit(store.shop, order, watermark);

const DISCOUNT = `query ($code: String!) { codeDiscountNodeByCode(code: $code) { codeDiscount { __typename
  ... on DiscountCodeBasic { status usageLimit appliesOncePerCustomer endsAt combinesWith { orderDiscounts productDiscounts shippingDiscounts }
    context { ... on DiscountCustomers { customers { id } } } minimumRequirement { ... on DiscountMinimumSubtotal { greaterThanOrEqualToSubtotal { amount } } }
    customerGets { value { ... on DiscountAmount { amount { amount } appliesOnEachItem } ... on DiscountPercentage { percentage } } } }
  ... on DiscountCodeFreeShipping { status usageLimit context { ... on DiscountCustomers { customers { id } } } }
  ... on DiscountCodeBxgy { status usageLimit usesPerOrderLimit customerGets { value { ... on DiscountOnQuantity { quantity { quantity } effect { ... on DiscountPercentage { percentage } } } } } } } } }`;

async function discountWith(code: string) {
  const { data, errors } = await store.api.ask(DISCOUNT, { code });
  expect(errors).toBeUndefined();
  return data.codeDiscountNodeByCode?.codeDiscount;
}

describe("a discount code in Shopify", () => {
  test("is used once, by its customer alone, from a minimum on, until it ends", async () => {
    const order = orderOf();
    expect(await make(order)).toMatchObject({ outcome: "made" });
    expect(await discountWith(order.code)).toMatchObject({
      __typename: "DiscountCodeBasic",
      status: "ACTIVE",
      usageLimit: 1,
      appliesOncePerCustomer: true,
      combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: true },
      context: { customers: [{ id: `gid://shopify/Customer/${order.customerId}` }] },
      minimumRequirement: { greaterThanOrEqualToSubtotal: { amount: "20.0" } },
      customerGets: { value: { amount: { amount: "5.0" }, appliesOnEachItem: false } },
    });
  });

  test("is for every account of the person", async () => {
    const order = orderOf({ alsoFor: [store.newCustomer()] });
    await make(order);
    const { customers } = (await discountWith(order.code)).context as { customers: { id: string }[] };
    expect(customers.map(({ id }) => id.split("/").at(-1)).toSorted()).toEqual(
      [order.customerId, ...order.alsoFor].toSorted(),
    );
  });

  test("takes per cent off", async () => {
    const order = orderOf({ benefit: { kind: "percent", percent: { n: 25n, d: 2n } }, minimum: 0n });
    await make(order);
    expect((await discountWith(order.code)).customerGets.value).toEqual({ percentage: 0.125 });
  });

  test("ships free", async () => {
    const order = orderOf({ benefit: { kind: "free-shipping" }, minimum: 0n });
    await make(order);
    expect(await discountWith(order.code)).toMatchObject({
      __typename: "DiscountCodeFreeShipping",
      usageLimit: 1,
    });
  });

  test("gives one of a product, named by its handle or its id", async () => {
    const { sandbox } = store.api.running;
    sandbox.perform(store.shop, {
      do: "product.create",
      title: "Fern",
      options: ["Size"],
      variants: [
        { options: ["Large"], price: "19.00" },
        { options: ["Small"], price: "9.00" },
      ],
      collections: [],
    });
    sandbox.perform(store.shop, { do: "collection.create", title: "Plants", products: ["fern"] });
    const { data } = await store.api.ask(`{ products(first: 1) { nodes { id handle } } }`);
    const [product] = data.products.nodes as { id: string; handle: string }[];
    if (product === undefined) throw new Error("the shop has no product");
    for (const name of [product.handle, product.id, product.id.split("/").at(-1) ?? ""]) {
      const order = orderOf({ benefit: { kind: "free-product", product: name }, minimum: 0n });
      expect(await make(order)).toMatchObject({ outcome: "made" });
      expect((await discountWith(order.code)).customerGets.value).toMatchObject({
        // No more than the cheapest costs: the amount of the dearest would give away two of it.
        amount: { amount: "9.0" },
        appliesOnEachItem: false,
      });
    }
    const gift = orderOf({ benefit: { kind: "gift-with-purchase", product: product.handle } });
    expect(await make(gift)).toMatchObject({ outcome: "made" });
    expect(await discountWith(gift.code)).toMatchObject({
      __typename: "DiscountCodeBxgy",
      usesPerOrderLimit: 1,
      customerGets: { value: { quantity: { quantity: "1" }, effect: { percentage: 1 } } },
    });
  });

  test("of a product that the store does not have is refused with the reason", async () => {
    const order = orderOf({ benefit: { kind: "free-product", product: "no-such-thing" } });
    expect(await make(order)).toEqual({
      outcome: "refused",
      reason: 'The store has no product "no-such-thing".',
    });
  });

  test("is there once, however often it is asked for, and is found by its code", async () => {
    const order = orderOf();
    expect(await find(order)).toEqual([]);
    const made = await make(order);
    expect(await make(order)).toEqual({ outcome: "made", reference: null });
    expect(made).toEqual({ outcome: "made", reference: (await find(order))[0] });
  });

  test("can be disabled, also twice; one that is not there says so", async () => {
    const order = orderOf();
    await make(order);
    expect(await store.platform.disableCode(store.shop, order.code)).toBe(true);
    expect((await discountWith(order.code)).status).toBe("EXPIRED");
    expect(await store.platform.disableCode(store.shop, order.code)).toBe(true);
    expect(await store.platform.disableCode(store.shop, "NOT-A-CODE")).toBe(false);
  });

  test("that Shopify will not have is refused in its words", async () => {
    store.mishaps({ answer: "userErrors", operation: "DiscountCodeBasicCreate" });
    expect(await make(orderOf())).toEqual({ outcome: "refused", reason: "Refused on purpose" });
  });
});

describe("what stands in the store without a code of the checkout", () => {
  test("store credit is found among what came after the watermark, of its amount", async () => {
    const order = orderOf({ benefit: { kind: "store-credit", value: 400n }, code: "" });
    await make(order);
    const watermark = await store.platform.benefitWatermark(store.shop, order);
    expect(await find(order, watermark), "what was there before is not it").toEqual([]);
    await make({ ...order, benefit: { kind: "store-credit", value: 300n } });
    expect(await find(order, watermark), "nor is another amount").toEqual([]);
    const made = await make(order);
    expect(await find(order, watermark)).toEqual(made.outcome === "made" ? [made.reference] : null);
  });

  test("a gift card of our own code is the customer's, and there once", async () => {
    const order = orderOf({
      benefit: { kind: "gift-card", value: 300n },
      code: `ABCDE-FGHJK-MNPQ${++orders}`,
    });
    const made = await make(order);
    expect(made).toMatchObject({ outcome: "made" });
    expect(await make(order)).toEqual({ outcome: "made", reference: null });
    expect(await find(order)).toEqual(made.outcome === "made" ? [made.reference] : null);
  });

  test("a tag is there once", async () => {
    const order = orderOf({ benefit: { kind: "exclusive", grants: "early-access" }, code: "" });
    await make(order);
    expect(await make(order)).toMatchObject({ outcome: "made" });
    const { data } = await store.api.ask(
      `{ customer(id: "gid://shopify/Customer/${order.customerId}") { tags } }`,
    );
    expect(data.customer.tags).toEqual(["early-access"]);
  });

  test("an unknown customer is refused", async () => {
    for (const benefit of [
      { kind: "store-credit", value: 300n },
      { kind: "exclusive", grants: "x" },
    ] as const)
      expect(await make(orderOf({ benefit, customerId: "1", code: "" }))).toMatchObject({
        outcome: "refused",
      });
  });
});

describe("a store that fails while it is asked to make something", () => {
  test.each(["lost", "500", "502", "503", "html"] as const)(
    "%s: nobody can say whether it did",
    async (answer) => {
      const order = orderOf({ benefit: { kind: "store-credit", value: 100n }, code: "" });
      store.mishaps({ answer, operation: "StoreCreditAccountCredit" });
      await expect(make(order)).rejects.toThrow(OutcomeUnknown);
      expect(await find(order, "0")).toHaveLength(answer === "lost" ? 1 : 0);
    },
  );

  test.each(["throttled", "429"] as const)("%s: it surely did not, and is asked again", async (answer) => {
    const order = orderOf({ benefit: { kind: "store-credit", value: 100n }, code: "" });
    store.mishaps({ answer, operation: "StoreCreditAccountCredit" });
    expect(await make(order)).toMatchObject({ outcome: "made" });
    expect(await find(order, "0")).toHaveLength(1);
  });

  test("without the merchant's leave it is refused", async () => {
    const { shopifyPlatform } = await import("../../app/commerce/shopify/shopify-platform.ts");
    const { issueOfflineToken } = await import("../../sandbox/oauth/tokens.ts");
    const { sandbox } = store.api.running;
    const installation = sandbox.installation(store.shop);
    if (!installation) throw new Error("not installed");
    const scopes = ["read_customers"];
    const token = issueOfflineToken(sandbox, store.shop, { ...installation, scopes }, { expiring: true });
    const unable = shopifyPlatform({ apiVersion: "2026-07", accessToken: async () => token.access_token });
    await expect(unable.makeBenefit(store.shop, orderOf())).rejects.toThrow(StoreRefused);
    const nobody = shopifyPlatform({ apiVersion: "2026-07", accessToken: async () => null });
    await expect(nobody.makeBenefit(store.shop, orderOf())).rejects.toThrow(StoreUnavailable);
  });
});

describe("a discount for a group", () => {
  test("has a code for each, which these customers alone can use", async () => {
    const customerIds = [store.newCustomer(), store.newCustomer(), store.newCustomer()];
    const { redemptionId: _, customerId: __, ...terms } = orderOf();
    const made = await store.platform.makeSharedDiscount(store.shop, { ...terms, customerIds });
    const again = await store.platform.makeSharedDiscount(store.shop, { ...terms, customerIds });
    expect(again).toEqual(made);
    const discount = made.outcome === "made" ? (made.reference ?? "") : "";
    const codes = [terms.code, "GROUP-AAAAA-AAAAA", "GROUP-BBBBB-BBBBB"];
    for (const batch of [codes.slice(1), codes.slice(1)]) {
      const adding = await store.platform.addCodes(store.shop, discount, batch);
      await expect
        .poll(() => store.platform.codesAdded(store.shop, adding))
        .toEqual({ state: "done", refused: new Map() });
    }
    for (const code of codes) expect((await discountWith(code)).context.customers).toHaveLength(3);
  });
});
