import { afterAll, beforeAll, expect, test } from "vitest";
import type { SharedDiscount } from "../../app/commerce/reward-store.ts";
import { NOON } from "../support/perennial.ts";
import { startSandboxedStore, type SandboxedStore } from "../support/sandboxed-store.ts";

let store: SandboxedStore;

beforeAll(async () => {
  store = await startSandboxedStore();
});
afterAll(() => store.close());

const STATUS = `query ($code: String!) { codeDiscountNodeByCode(code: $code) { codeDiscount { ... on DiscountCodeBasic { status } } } }`;

async function statusOf(code: string): Promise<string | null> {
  const { data } = await store.api.ask(STATUS, { code });
  return data.codeDiscountNodeByCode?.codeDiscount.status ?? null;
}

const withdraw = (code: string) => store.platform.withdrawCode(store.shop, code);

test("one code of a discount is withdrawn without the others, and with the last one the discount", async () => {
  const discount: SharedDiscount = {
    ...{
      benefit: { kind: "amount", value: 500n },
      currency: "GBP",
      code: "GIFT-1",
      title: "A gift",
      minimum: 0n,
    },
    ...{ combinesWith: { order: false, product: false, shipping: false }, startsAt: NOON, endsAt: null },
    customerIds: [store.newCustomer(), store.newCustomer(), store.newCustomer()],
  };
  const made = await store.platform.makeSharedDiscount(store.shop, discount);
  if (made.outcome !== "made" || made.reference === null) throw new Error(JSON.stringify(made));
  const adding = await store.platform.addCodes(store.shop, made.reference, ["GIFT-2", "GIFT-3"]);
  await expect.poll(() => store.platform.codesAdded(store.shop, adding)).toMatchObject({ state: "done" });
  const all = async () => Promise.all(["GIFT-1", "GIFT-2", "GIFT-3"].map(statusOf));
  expect(await all()).toEqual(["ACTIVE", "ACTIVE", "ACTIVE"]);
  // Codes are the same in any case.
  expect(await withdraw("gift-1")).toBe(true);
  expect(await all()).toEqual([null, "ACTIVE", "ACTIVE"]);
  expect(await withdraw("GIFT-1")).toBe(false);
  await withdraw("GIFT-2");
  expect(await withdraw("GIFT-3")).toBe(true);
  expect(await all()).toEqual([null, null, "EXPIRED"]);
  expect(await withdraw("GIFT-3")).toBe(true);
});
