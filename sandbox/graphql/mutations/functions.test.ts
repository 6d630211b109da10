import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startAdminApi, type AdminApi } from "../../testing/admin-api.ts";

let api: AdminApi;

beforeAll(async () => {
  api = await startAdminApi();
});
afterAll(() => api.running.close());

const ERRORS = "userErrors { field message code }";
const CREATE = `mutation ($input: DiscountAutomaticAppInput!) { discountAutomaticAppCreate(automaticAppDiscount: $input) {
  automaticAppDiscount { discountId title status startsAt endsAt discountClasses combinesWith { orderDiscounts productDiscounts shippingDiscounts } } ${ERRORS} } }`;
const UPDATE = `mutation ($id: ID!, $input: DiscountAutomaticAppInput!) { discountAutomaticAppUpdate(id: $id, automaticAppDiscount: $input) {
  automaticAppDiscount { title status endsAt combinesWith { productDiscounts } } ${ERRORS} } }`;
const NODE = `query ($id: ID!) { automaticDiscountNode(id: $id) { id metafield(namespace: "$app", key: "perks") { value type }
  automaticDiscount { ... on DiscountAutomaticApp { title status } } } }`;
const CREATE_VALIDATION = `mutation ($input: ValidationCreateInput!) { validationCreate(validation: $input) { validation { id title enabled blockOnFailure } ${ERRORS} } }`;
const UPDATE_VALIDATION = `mutation ($id: ID!, $input: ValidationUpdateInput!) { validationUpdate(id: $id, validation: $input) { validation { title enabled } ${ERRORS} } }`;

const INPUT = {
  title: "Member prices",
  functionHandle: "perennial-discount",
  startsAt: "2026-01-01T00:00:00Z",
  discountClasses: ["PRODUCT"],
  combinesWith: { productDiscounts: true },
  metafields: [{ namespace: "$app", key: "perks", type: "json", value: "{}" }],
};

describe("an automatic discount by a function", () => {
  test("is made with its metafields, found, changed, ended, begun again and deleted", async () => {
    const { data, errors } = await api.ask(CREATE, { input: INPUT });
    expect(errors).toBeUndefined();
    const { automaticAppDiscount, userErrors } = data.discountAutomaticAppCreate;
    expect(userErrors).toEqual([]);
    expect(automaticAppDiscount).toMatchObject({
      title: "Member prices",
      status: "ACTIVE",
      endsAt: null,
      discountClasses: ["PRODUCT"],
      combinesWith: { orderDiscounts: false, productDiscounts: true, shippingDiscounts: false },
    });
    const id = automaticAppDiscount.discountId as string;
    const found = (await api.ask(NODE, { id })).data.automaticDiscountNode;
    expect(found).toEqual({
      id,
      metafield: { value: "{}", type: "json" },
      automaticDiscount: { title: "Member prices", status: "ACTIVE" },
    });
    const changed = await api.ask(UPDATE, { id, input: { title: "Prices", endsAt: "2026-02-01T00:00:00Z" } });
    expect(changed.data.discountAutomaticAppUpdate.automaticAppDiscount).toEqual({
      title: "Prices",
      status: "EXPIRED",
      endsAt: "2026-02-01T00:00:00Z",
      combinesWith: { productDiscounts: true },
    });
    const ask = async (name: string) =>
      (await api.ask(`mutation ($id: ID!) { ${name}(id: $id) { ${ERRORS} } }`, { id })).data[name].userErrors;
    const status = async () =>
      (await api.ask(NODE, { id })).data.automaticDiscountNode.automaticDiscount.status;
    expect(await ask("discountAutomaticActivate")).toEqual([]);
    expect(await status()).toBe("ACTIVE");
    expect(await ask("discountAutomaticDeactivate")).toEqual([]);
    expect(await status()).toBe("EXPIRED");
    expect(await ask("discountAutomaticDelete")).toEqual([]);
    expect((await api.ask(NODE, { id })).data.automaticDiscountNode).toBeNull();
    expect(await ask("discountAutomaticActivate")).toMatchObject([{ field: ["id"] }]);
  });

  test.each<[string, object, string[]]>([
    ["no title", { title: " " }, ["automaticAppDiscount", "title"]],
    ["no start", { startsAt: null }, ["automaticAppDiscount", "startsAt"]],
    [
      "a function that the app does not have",
      { functionHandle: "nobody" },
      ["automaticAppDiscount", "functionHandle"],
    ],
    [
      "a function of another kind",
      { functionHandle: "perennial-validation" },
      ["automaticAppDiscount", "functionHandle"],
    ],
    ["no class", { discountClasses: [] }, ["automaticAppDiscount", "discountClasses"]],
    [
      "a metafield that is none",
      { metafields: [{ key: "perks", type: "json", value: "{" }] },
      ["automaticAppDiscount", "metafields"],
    ],
  ])("with %s is refused", async (_what, changes, field) => {
    const { data } = await api.ask(CREATE, { input: { ...INPUT, ...changes } });
    expect(data.discountAutomaticAppCreate).toMatchObject({
      automaticAppDiscount: null,
      userErrors: [{ field }],
    });
  });

  test("needs the scope for discounts", async () => {
    const { errors } = await api.ask(CREATE, { input: INPUT }, ["read_discounts"]);
    expect(errors?.[0]?.extensions?.code).toBe("ACCESS_DENIED");
  });
});

describe("a validation", () => {
  const input = { functionHandle: "perennial-validation", title: "Members", enable: true };

  test("is made, is disabled by whoever does not say that it is enabled, and takes metafields by its id", async () => {
    const { data } = await api.ask(CREATE_VALIDATION, { input });
    const { id, ...made } = data.validationCreate.validation;
    expect(made).toEqual({ title: "Members", enabled: true, blockOnFailure: false });
    const updated = await api.ask(UPDATE_VALIDATION, { id, input: { title: "Gate" } });
    expect(updated.data.validationUpdate.validation).toEqual({ title: "Gate", enabled: false });
    const set = `mutation ($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { metafields { key } ${ERRORS} } }`;
    const metafields = [{ ownerId: id, namespace: "$app", key: "perks", type: "json", value: "{}" }];
    expect((await api.ask(set, { metafields })).data.metafieldsSet).toEqual({
      metafields: [{ key: "perks" }],
      userErrors: [],
    });
    const listed = await api.ask(
      `{ validations(first: 5) { nodes { id metafield(namespace: "$app", key: "perks") { jsonValue } } } }`,
    );
    expect(listed.data.validations.nodes).toEqual([{ id, metafield: { jsonValue: {} } }]);
    const denied = await api.ask(set, { metafields }, ["read_validations"]);
    expect(denied.errors?.[0]?.extensions?.code).toBe("ACCESS_DENIED");
  });

  test("needs a function of its kind, and there are at most 25 at work", async () => {
    const other = await api.ask(CREATE_VALIDATION, {
      input: { ...input, functionHandle: "perennial-discount" },
    });
    expect(other.data.validationCreate.userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
    for (let n = 0; n < 25; n++) await api.ask(CREATE_VALIDATION, { input });
    const tooMany = await api.ask(CREATE_VALIDATION, { input });
    expect(tooMany.data.validationCreate.userErrors).toMatchObject([{ code: "MAX_VALIDATIONS_ACTIVATED" }]);
  });

  test("needs its own scope", async () => {
    const { errors } = await api.ask(CREATE_VALIDATION, { input }, ["write_discounts"]);
    expect(errors?.[0]?.extensions?.code).toBe("ACCESS_DENIED");
  });
});
