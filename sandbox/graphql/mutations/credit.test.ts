import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startAdminApi, type AdminApi } from "../../testing/admin-api.ts";

const SCOPES = [
  "write_customers",
  "read_store_credit_accounts",
  "write_store_credit_account_transactions",
  "write_gift_cards",
  "write_gift_card_transactions",
  "write_customer_merge",
];

let api: AdminApi;
let now = new Date("2026-06-01T12:00:00Z");
beforeAll(async () => {
  api = await startAdminApi({ now: () => now });
});
afterAll(() => api.running.close());

const ask = (query: string, variables: object = {}) => api.ask(query, variables, SCOPES);
const newCustomer = () =>
  `gid://shopify/Customer/${api.running.sandbox.perform(api.shop.domain, { do: "customer.create" }).id}`;

const CREDIT = `mutation Credit($id: ID!, $input: StoreCreditAccountCreditInput!) { storeCreditAccountCredit(id: $id, creditInput: $input) {
  storeCreditAccountTransaction { id amount { amount currencyCode } expiresAt balanceAfterTransaction { amount } account { id balance { amount } } }
  userErrors { field code } } }`;
const DEBIT = `mutation Debit($id: ID!, $input: StoreCreditAccountDebitInput!) { storeCreditAccountDebit(id: $id, debitInput: $input) {
  storeCreditAccountTransaction { amount { amount } account { balance { amount } } } userErrors { field code } } }`;
const ACCOUNTS = `query Accounts($id: ID!) { customer(id: $id) { storeCreditAccounts(first: 5) { nodes { balance { amount currencyCode }
  transactions(first: 20) { nodes { __typename event amount { amount } balanceAfterTransaction { amount } ... on StoreCreditAccountCreditTransaction { remainingAmount { amount } } } } } } } }`;

const gbp = (amount: string) => ({ amount, currencyCode: "GBP" });
const credit = async (id: string, amount: string, fields: object = {}) =>
  (await ask(CREDIT, { id, input: { creditAmount: gbp(amount), ...fields } })).data.storeCreditAccountCredit;
const accounts = async (id: string) => (await ask(ACCOUNTS, { id })).data.customer.storeCreditAccounts.nodes;

describe("store credit", () => {
  test("opens the customer's account with the first credit and adds the next ones to it", async () => {
    const id = newCustomer();
    expect(await accounts(id)).toEqual([]);
    const first = await credit(id, "5.00");
    expect(first).toMatchObject({
      storeCreditAccountTransaction: {
        amount: { amount: "5.0", currencyCode: "GBP" },
        account: { balance: { amount: "5.0" } },
      },
      userErrors: [],
    });
    const second = await credit(first.storeCreditAccountTransaction.account.id, "2.50");
    expect(second.storeCreditAccountTransaction.balanceAfterTransaction.amount).toBe("7.5");
    expect(await accounts(id)).toHaveLength(1);
  });

  test("spends first what expires first, and writes off what expired", async () => {
    const id = newCustomer();
    await credit(id, "5.00");
    await credit(id, "3.00", { expiresAt: "2026-06-10T00:00:00Z" });
    const debited = await ask(DEBIT, { id, input: { debitAmount: gbp("1.00") } });
    expect(debited.data.storeCreditAccountDebit.userErrors).toEqual([]);
    const before = now;
    now = new Date("2026-06-10T00:00:00Z");
    const [account] = await accounts(id);
    now = before;
    const entries = account.transactions.nodes as { __typename: string; amount: { amount: string } }[];
    expect(account.balance).toEqual({ amount: "5.0", currencyCode: "GBP" });
    expect(
      entries.map((entry) => [entry.__typename.replace("StoreCreditAccount", ""), entry.amount.amount]),
    ).toEqual([
      ["CreditTransaction", "5.0"],
      ["CreditTransaction", "3.0"],
      ["DebitTransaction", "-1.0"],
      ["ExpirationTransaction", "-2.0"],
    ]);
  });

  test.each([
    [{ creditAmount: gbp("0.00") }, "NEGATIVE_OR_ZERO_AMOUNT"],
    [{ creditAmount: gbp("15000.01") }, "CREDIT_LIMIT_EXCEEDED"],
    [{ creditAmount: gbp("1.00"), expiresAt: "2026-05-01T00:00:00Z" }, "EXPIRES_AT_IN_PAST"],
  ])("refuses %j", async (input, code) => {
    const { data } = await ask(CREDIT, { id: newCustomer(), input });
    expect(data.storeCreditAccountCredit).toMatchObject({
      storeCreditAccountTransaction: null,
      userErrors: [{ code }],
    });
  });

  test("refuses another currency, an owner who is not there and more than there is", async () => {
    const id = newCustomer();
    const { storeCreditAccountTransaction } = await credit(id, "5.00");
    const euros = { creditAmount: { amount: "1.00", currencyCode: "EUR" } };
    const mixed = await ask(CREDIT, { id: storeCreditAccountTransaction.account.id, input: euros });
    expect(mixed.data.storeCreditAccountCredit.userErrors).toMatchObject([{ code: "MISMATCHING_CURRENCY" }]);
    const nobody = await credit("gid://shopify/Customer/1", "1.00");
    expect(nobody.userErrors).toEqual([{ field: ["id"], code: "OWNER_NOT_FOUND" }]);
    const much = await ask(DEBIT, { id, input: { debitAmount: gbp("5.01") } });
    expect(much.data.storeCreditAccountDebit.userErrors).toMatchObject([{ code: "INSUFFICIENT_FUNDS" }]);
  });

  test("is given once under an idempotency key, and a key stands for one thing only", async () => {
    const id = newCustomer();
    const mutation = CREDIT.replace("creditInput: $input)", 'creditInput: $input) @idempotent(key: "abc")');
    const input = { creditAmount: gbp("5.00") };
    const first = (await ask(mutation, { id, input })).data.storeCreditAccountCredit;
    const again = (await ask(mutation, { id, input })).data.storeCreditAccountCredit;
    expect(again).toEqual(first);
    expect((await accounts(id))[0].balance.amount).toBe("5.0");
    const { errors } = await ask(mutation, { id, input: { creditAmount: gbp("6.00") } });
    expect(errors?.[0]?.extensions?.code).toBe("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
  });
});

describe("a gift card", () => {
  const CREATE = `mutation Issue($input: GiftCardCreateInput!) { giftCardCreate(input: $input) {
    giftCardCode giftCard { id initialValue { amount currencyCode } balance { amount } lastCharacters enabled expiresOn customer { id } } userErrors { field code } } }`;
  const issue = async (input: object) => (await ask(CREATE, { input })).data.giftCardCreate;

  test("tells its whole code once, in small letters", async () => {
    const customerId = newCustomer();
    const issued = await issue({
      initialValue: "25.00",
      code: "PRNL 1234 abcd",
      customerId,
      expiresOn: "2027-05-31",
    });
    expect(issued).toEqual({
      giftCardCode: "prnl1234abcd",
      giftCard: {
        id: expect.stringMatching(/^gid:\/\/shopify\/GiftCard\/\d+$/),
        initialValue: { amount: "25.0", currencyCode: "GBP" },
        balance: { amount: "25.0" },
        lastCharacters: "abcd",
        enabled: true,
        expiresOn: "2027-05-31",
        customer: { id: customerId },
      },
      userErrors: [],
    });
    expect(await issue({ initialValue: "1.00", code: "prnl1234ABCD" })).toMatchObject({
      giftCard: null,
      userErrors: [{ field: ["input", "code"], code: "TAKEN" }],
    });
  });

  test.each([
    [{ initialValue: "0" }, "GREATER_THAN"],
    [{}, "MISSING_ARGUMENT"],
    [{ initialValue: "5", code: "short" }, "TOO_SHORT"],
    [{ initialValue: "5", code: "a".repeat(21) }, "TOO_LONG"],
    [{ initialValue: "5", code: "abcdefgh!" }, "INVALID"],
    [{ initialValue: "5", customerId: "gid://shopify/Customer/1" }, "CUSTOMER_NOT_FOUND"],
  ])("of %j is refused", async (input, code) => {
    expect((await issue(input)).userErrors).toMatchObject([{ code }]);
  });

  test("is found by its customer and its state, and worth nothing once it is switched off", async () => {
    const customerId = newCustomer();
    const { giftCard } = await issue({ initialValue: "10.00", customerId });
    const number = customerId.split("/").at(-1);
    const list = `{ giftCards(first: 9, query: "customer_id:${number} AND status:enabled") { nodes { id isRedeemable } } }`;
    expect((await ask(list)).data.giftCards.nodes).toEqual([{ id: giftCard.id, isRedeemable: true }]);
    const off = `mutation { giftCardDeactivate(id: "${giftCard.id}") { giftCard { enabled isRedeemable deactivatedAt } userErrors { code } } }`;
    expect((await ask(off)).data.giftCardDeactivate).toEqual({
      giftCard: { enabled: false, isRedeemable: false, deactivatedAt: "2026-06-01T12:00:00Z" },
      userErrors: [],
    });
    expect((await ask(list)).data.giftCards.nodes).toEqual([]);
  });
});

describe("customerMerge", () => {
  const MERGE = `mutation Merge($one: ID!, $two: ID!) { customerMerge(customerOneId: $one, customerTwoId: $two) {
    job { id done } resultingCustomerId userErrors { field code } } }`;

  test("keeps the second customer, tells of it, and the job says that it is done", async () => {
    const [one, two] = [newCustomer(), newCustomer()];
    const { job, resultingCustomerId, userErrors } = (await ask(MERGE, { one, two })).data.customerMerge;
    expect({ resultingCustomerId, userErrors }).toEqual({ resultingCustomerId: two, userErrors: [] });
    const status = `{ customerMergeJobStatus(jobId: "${job.id}") { status resultingCustomerId } }`;
    expect((await ask(status)).data.customerMergeJobStatus).toEqual({
      status: "COMPLETED",
      resultingCustomerId: two,
    });
    const { deliveries } = (await api.control("GET", "/deliveries")) as { deliveries: { topic: string }[] };
    expect(deliveries.map(({ topic }) => topic)).toContain("customers/merge");
  });

  test("is refused for the owner of a gift card", async () => {
    const [one, two] = [newCustomer(), newCustomer()];
    await ask(
      `mutation { giftCardCreate(input: { initialValue: "5", customerId: "${one}" }) { giftCard { id } } }`,
    );
    expect((await ask(MERGE, { one, two })).data.customerMerge.userErrors).toEqual([
      { field: ["customerOneId"], code: "CUSTOMER_HAS_GIFT_CARDS" },
    ]);
  });
});
