import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startAdminApi, type AdminApi } from "../../../testing/admin-api.ts";

let api: AdminApi;
let now = new Date("2026-06-01T12:00:00Z");
beforeAll(async () => {
  api = await startAdminApi({ now: () => now });
});
afterAll(() => api.running.close());

const newCustomer = () =>
  `gid://shopify/Customer/${api.running.sandbox.perform(api.shop.domain, { do: "customer.create" }).id}`;

const CREATE = `mutation Create($input: DiscountCodeBasicInput!) { discountCodeBasicCreate(basicCodeDiscount: $input) {
  codeDiscountNode { id codeDiscount { ... on DiscountCodeBasic {
    title status usageLimit appliesOncePerCustomer asyncUsageCount startsAt endsAt discountClass summary
    codes(first: 5) { nodes { code asyncUsageCount } } codesCount { count }
    combinesWith { orderDiscounts productDiscounts shippingDiscounts }
    context { __typename ... on DiscountCustomers { customers { id } } }
    customerGets { value { __typename ... on DiscountAmount { amount { amount currencyCode } appliesOnEachItem } ... on DiscountPercentage { percentage } } items { __typename } }
    minimumRequirement { ... on DiscountMinimumSubtotal { greaterThanOrEqualToSubtotal { amount } } } } } }
  userErrors { field code message extraInfo } } }`;

const BY_CODE = `query Find($code: String!) { codeDiscountNodeByCode(code: $code) { id codeDiscount { __typename
  ... on DiscountCodeBasic { status endsAt asyncUsageCount usageLimit title } } } }`;

const basic = (fields: object = {}) => ({
  title: "Five pounds off",
  code: "FIVE",
  startsAt: "2026-05-01T00:00:00Z",
  context: { all: "ALL" },
  customerGets: {
    value: { discountAmount: { amount: "5.00", appliesOnEachItem: false } },
    items: { all: true },
  },
  ...fields,
});

const create = async (fields: object = {}) =>
  (await api.ask(CREATE, { input: basic(fields) })).data.discountCodeBasicCreate;

describe("a code discount", () => {
  test("tells all that it was made with", async () => {
    const customer = newCustomer();
    const { codeDiscountNode, userErrors } = await create({
      code: "LOYAL-1",
      usageLimit: 1,
      appliesOncePerCustomer: true,
      endsAt: "2026-07-01T00:00:00Z",
      context: { customers: { add: [customer] } },
      minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: "20.00" } },
      combinesWith: { shippingDiscounts: true },
    });
    expect(userErrors).toEqual([]);
    expect(codeDiscountNode.id).toMatch(/^gid:\/\/shopify\/DiscountCodeNode\/\d+$/);
    expect(codeDiscountNode.codeDiscount).toEqual({
      title: "Five pounds off",
      status: "ACTIVE",
      usageLimit: 1,
      appliesOncePerCustomer: true,
      asyncUsageCount: 0,
      startsAt: "2026-05-01T00:00:00Z",
      endsAt: "2026-07-01T00:00:00Z",
      discountClass: "ORDER",
      summary: "£5.00 off entire order • Minimum purchase of £20.00 • One use per customer",
      codes: { nodes: [{ code: "LOYAL-1", asyncUsageCount: 0 }] },
      codesCount: { count: 1 },
      combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: true },
      context: { __typename: "DiscountCustomers", customers: [{ id: customer }] },
      customerGets: {
        value: {
          __typename: "DiscountAmount",
          amount: { amount: "5.0", currencyCode: "GBP" },
          appliesOnEachItem: false,
        },
        items: { __typename: "AllDiscountItems" },
      },
      minimumRequirement: { greaterThanOrEqualToSubtotal: { amount: "20.0" } },
    });
  });

  test("is found by its code whatever the case, and a code is there only once", async () => {
    const { codeDiscountNode } = await create({ code: "Spring" });
    const { data } = await api.ask(BY_CODE, { code: "sPRING" });
    expect(data.codeDiscountNodeByCode.id).toBe(codeDiscountNode.id);
    expect(await create({ code: "SPRING" })).toEqual({
      codeDiscountNode: null,
      userErrors: [
        {
          field: ["basicCodeDiscount", "code"],
          code: "TAKEN",
          message: "Code must be unique. Please try a different code.",
          extraInfo: null,
        },
      ],
    });
    expect((await api.ask(BY_CODE, { code: "unheard-of" })).data.codeDiscountNodeByCode).toBeNull();
  });

  test.each([
    [{ title: "" }, ["basicCodeDiscount", "title"], "BLANK"],
    [{ code: "" }, ["basicCodeDiscount", "code"], "TOO_SHORT"],
    [{ code: "x".repeat(256) }, ["basicCodeDiscount", "code"], "TOO_LONG"],
    [{ startsAt: null }, ["basicCodeDiscount", "startsAt"], "BLANK"],
    [{ endsAt: "2026-04-01T00:00:00Z" }, ["basicCodeDiscount", "endsAt"], "INVALID"],
    [{ usageLimit: 0 }, ["basicCodeDiscount", "usageLimit"], "GREATER_THAN"],
    [
      { context: { customers: { add: ["gid://shopify/Customer/1"] } } },
      ["basicCodeDiscount", "context", "customers", "add"],
      "INVALID",
    ],
    [
      { customerGets: { value: { percentage: 1.5 }, items: { all: true } } },
      ["basicCodeDiscount", "customerGets", "value", "percentage"],
      "VALUE_OUTSIDE_RANGE",
    ],
    [
      {
        customerGets: {
          value: { percentage: 0.5 },
          items: { products: { productsToAdd: ["gid://shopify/Product/1"] } },
        },
      },
      ["basicCodeDiscount", "customerGets", "items", "products", "productsToAdd"],
      "INVALID",
    ],
  ])("with %j is refused", async (fields, field, code) => {
    const { codeDiscountNode, userErrors } = await create({ code: "NEVER", ...fields });
    expect(codeDiscountNode).toBeNull();
    expect(userErrors).toMatchObject([{ field, code }]);
  });

  test("begins, ends, is ended and begun again", async () => {
    const { codeDiscountNode } = await create({ code: "SUMMER", startsAt: "2026-06-02T00:00:00Z" });
    const { id } = codeDiscountNode;
    const status = async () =>
      (await api.ask(BY_CODE, { code: "SUMMER" })).data.codeDiscountNodeByCode.codeDiscount.status;
    const perform = (mutation: string) =>
      api.ask(`mutation { ${mutation}(id: "${id}") { codeDiscountNode { id } userErrors { code } } }`);
    expect(await status()).toBe("SCHEDULED");
    await perform("discountCodeActivate");
    expect(await status()).toBe("ACTIVE");
    await perform("discountCodeDeactivate");
    expect(await status()).toBe("EXPIRED");
    await perform("discountCodeActivate");
    expect(await status()).toBe("ACTIVE");
    const { data } = await api.ask(
      `mutation { discountCodeDelete(id: "${id}") { deletedCodeDiscountId userErrors { code } } }`,
    );
    expect(data.discountCodeDelete).toEqual({ deletedCodeDiscountId: id, userErrors: [] });
    expect((await api.ask(BY_CODE, { code: "SUMMER" })).data.codeDiscountNodeByCode).toBeNull();
    expect((await perform("discountCodeDeactivate")).data.discountCodeDeactivate).toEqual({
      codeDiscountNode: null,
      userErrors: [{ code: "INVALID" }],
    });
  });

  test("is over when its end has come", async () => {
    await create({ code: "DAY", endsAt: "2026-06-02T00:00:00Z" });
    const before = now;
    now = new Date("2026-06-02T00:00:00Z");
    const { data } = await api.ask(BY_CODE, { code: "DAY" });
    now = before;
    expect(data.codeDiscountNodeByCode.codeDiscount.status).toBe("EXPIRED");
  });

  test("keeps what an update leaves out", async () => {
    const { codeDiscountNode } = await create({ code: "CHANGE", usageLimit: 3 });
    const { data } = await api.ask(
      `mutation U($id: ID!, $input: DiscountCodeBasicInput!) { discountCodeBasicUpdate(id: $id, basicCodeDiscount: $input) {
        codeDiscountNode { codeDiscount { ... on DiscountCodeBasic { title usageLimit endsAt customerGets { value { ... on DiscountAmount { amount { amount } } } } } } }
        userErrors { message } } }`,
      { id: codeDiscountNode.id, input: { endsAt: "2026-12-01T00:00:00Z" } },
    );
    expect(data.discountCodeBasicUpdate).toEqual({
      codeDiscountNode: {
        codeDiscount: {
          title: "Five pounds off",
          usageLimit: 3,
          endsAt: "2026-12-01T00:00:00Z",
          customerGets: { value: { amount: { amount: "5.0" } } },
        },
      },
      userErrors: [],
    });
  });

  test("is listed with all others, by status and by code", async () => {
    await create({ code: "LISTED-1" });
    const { data } = await api.ask(
      '{ codeDiscountNodes(first: 9, query: "code:LISTED-*") { nodes { id } } discountNodes(first: 9, query: "status:active code:listed-1", reverse: true) { nodes { discount { ... on DiscountCodeBasic { title } } } } }',
    );
    expect(data.codeDiscountNodes.nodes).toHaveLength(1);
    expect(data.discountNodes.nodes).toEqual([{ discount: { title: "Five pounds off" } }]);
  });
});

describe("the other kinds", () => {
  test("free shipping does not combine with its own class", async () => {
    const mutation = `mutation F($input: DiscountCodeFreeShippingInput!) { discountCodeFreeShippingCreate(freeShippingCodeDiscount: $input) {
      codeDiscountNode { codeDiscount { ... on DiscountCodeFreeShipping { discountClass maximumShippingPrice { amount } destinationSelection { __typename } } } } userErrors { code } } }`;
    const input = {
      title: "Free shipping",
      code: "SHIP",
      startsAt: "2026-05-01T00:00:00Z",
      context: { all: "ALL" },
      destination: { all: true },
      maximumShippingPrice: "9.99",
    };
    const refused = await api.ask(mutation, {
      input: { ...input, combinesWith: { shippingDiscounts: true } },
    });
    expect(refused.data.discountCodeFreeShippingCreate.userErrors).toEqual([
      { code: "INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS" },
    ]);
    const made = await api.ask(mutation, { input });
    expect(made.data.discountCodeFreeShippingCreate.codeDiscountNode.codeDiscount).toEqual({
      discountClass: "SHIPPING",
      maximumShippingPrice: { amount: "9.99" },
      destinationSelection: { __typename: "DiscountCountryAll" },
    });
  });

  test("buy x, get y names what is bought and what is given", async () => {
    const { id } = api.running.sandbox.perform(api.shop.domain, {
      do: "product.create",
      title: "Mug",
      variants: [{ price: "12.50" }],
    });
    const product = `gid://shopify/Product/${id}`;
    const items = { products: { productsToAdd: [product] } };
    const mutation = `mutation B($input: DiscountCodeBxgyInput!) { discountCodeBxgyCreate(bxgyCodeDiscount: $input) {
      codeDiscountNode { codeDiscount { ... on DiscountCodeBxgy { discountClass usesPerOrderLimit
        customerBuys { value { ... on DiscountQuantity { quantity } } items { ... on DiscountProducts { products(first: 2) { nodes { id } } } } }
        customerGets { value { ... on DiscountOnQuantity { quantity { quantity } effect { ... on DiscountPercentage { percentage } } } } } } } } userErrors { field code } } }`;
    const input = {
      title: "Two for one",
      code: "TWO",
      startsAt: "2026-05-01T00:00:00Z",
      context: { all: "ALL" },
      customerBuys: { items, value: { quantity: "1" } },
      customerGets: { items, value: { discountOnQuantity: { quantity: "1", effect: { percentage: 1 } } } },
      usesPerOrderLimit: 1,
    };
    const made = await api.ask(mutation, { input });
    expect(made.data.discountCodeBxgyCreate).toEqual({
      codeDiscountNode: {
        codeDiscount: {
          discountClass: "PRODUCT",
          usesPerOrderLimit: 1,
          customerBuys: { value: { quantity: "1" }, items: { products: { nodes: [{ id: product }] } } },
          customerGets: {
            value: { quantity: { quantity: "1" }, effect: { percentage: 1 } },
          },
        },
      },
      userErrors: [],
    });
    const refused = await api.ask(mutation, {
      input: { ...input, code: "ALL", customerBuys: { items: { all: true }, value: { quantity: "1" } } },
    });
    expect(refused.data.discountCodeBxgyCreate.userErrors).toEqual([
      { field: ["bxgyCodeDiscount", "customerBuys", "items"], code: "BLANK" },
    ]);
  });
});

describe("many codes for one discount", () => {
  const ADD = `mutation Add($id: ID!, $codes: [DiscountRedeemCodeInput!]!) { discountRedeemCodeBulkAdd(discountId: $id, codes: $codes) {
    bulkCreation { id done codesCount } userErrors { field code } } }`;
  const JOB = `query Job($id: ID!) { discountRedeemCodeBulkCreation(id: $id) { done codesCount importedCount failedCount
    codes(first: 250) { nodes { code errors { code } discountRedeemCode { code } } } } }`;

  test("come by a job, which tells which of them were not to be had", async () => {
    const { codeDiscountNode } = await create({ code: "BASE" });
    await create({ code: "GONE" });
    const codes = [{ code: "ONE" }, { code: "gone" }, { code: "one" }];
    const { data } = await api.ask(ADD, { id: codeDiscountNode.id, codes });
    const { bulkCreation, userErrors } = data.discountRedeemCodeBulkAdd;
    expect(userErrors).toEqual([]);
    expect(bulkCreation).toMatchObject({ done: false, codesCount: 3 });
    expect((await api.ask(BY_CODE, { code: "ONE" })).data.codeDiscountNodeByCode).toBeNull();
    await expect
      .poll(async () => (await api.ask(JOB, { id: bulkCreation.id })).data.discountRedeemCodeBulkCreation)
      .toEqual({
        done: true,
        codesCount: 3,
        importedCount: 1,
        failedCount: 2,
        codes: {
          nodes: [
            { code: "ONE", errors: [], discountRedeemCode: { code: "ONE" } },
            { code: "gone", errors: [{ code: "TAKEN" }], discountRedeemCode: null },
            { code: "one", errors: [{ code: "TAKEN" }], discountRedeemCode: null },
          ],
        },
      });
    const { data: found } = await api.ask(BY_CODE, { code: "one" });
    expect(found.codeDiscountNodeByCode.id).toBe(codeDiscountNode.id);
  });

  test("are at most 250 at once", async () => {
    const { codeDiscountNode } = await create({ code: "MANY" });
    const codes = Array.from({ length: 251 }, (_, n) => ({ code: `MANY-${n}` }));
    const { errors } = await api.ask(ADD, { id: codeDiscountNode.id, codes });
    expect(errors?.[0]?.extensions?.code).toBe("MAX_INPUT_SIZE_EXCEEDED");
  });
});

describe("an answer that is lost", () => {
  test("leaves the code behind, to be found by who asks again", async () => {
    await api.control("PUT", "/graphql-faults", [{ answer: "lost", operation: "Create" }]);
    expect((await api.ask(CREATE, { input: basic({ code: "LOST" }) })).status).toBe(502);
    const again = await create({ code: "LOST" });
    expect(again.userErrors).toMatchObject([{ code: "TAKEN" }]);
    expect((await api.ask(BY_CODE, { code: "LOST" })).data.codeDiscountNodeByCode.id).toBeTruthy();
  });

  test.each([
    ["throttled", 200],
    ["503", 503],
    ["429", 429],
    ["html", 200],
  ] as const)("is not that of %s: nothing was done", async (answer, status) => {
    await api.control("PUT", "/graphql-faults", [{ answer, operation: "Create" }]);
    expect((await api.ask(CREATE, { input: basic({ code: `NOT-${answer}` }) })).status).toBe(status);
    expect((await create({ code: `NOT-${answer}` })).userErrors).toEqual([]);
  });
});
