import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  englishTexts,
  find,
  leave,
  onScreen,
  press,
  shows,
} from "../../perennial-shared/testing/on-screen.ts";
import { playApp, type Answers, type Played, type Seen } from "../../perennial-shared/testing/played-app.ts";
import { anOffer, aRedemption, outOfReach } from "../../perennial-shared/testing/rewards.ts";
import { aMember, aProgramme } from "../../perennial-shared/testing/summaries.ts";
import locale from "../locales/en.default.json";
import { aCart } from "./testing/cart.ts";

const extension = getExtension("pos.customer-details.action.render");
const CODE = "ABCDE-FGHJK-MNPQR";
const HELD = { outcome: "held", text: "Your reward is being made.", member: aMember({ balance: 50 }) };

beforeEach(() => {
  vi.stubEnv("APP_URL", "https://app.example.com");
  extension.setUp();
  extension.shopify.i18n = englishTexts(locale);
  extension.shopify.cart.current.value = aCart();
  extension.shopify.customer.id = 7012;
});
afterEach(() => {
  leave();
  extension.tearDown();
  vi.unstubAllEnvs();
});

async function open(answers: Answers = {}, member = aMember({ balance: 300 })): Promise<Seen[]> {
  const app = playApp({
    "GET member": { body: { member, text: "" } },
    "GET programme": { body: { programme: aProgramme(), text: "" } },
    "GET rewards": {
      body: { member: { available: 300 }, rewards: [outOfReach(200, { id: "ten" }), anOffer()] },
    },
    "POST redeem": { body: { ...HELD, redemption: aRedemption({ code: CODE }) } },
    ...answers,
  });
  extension.fetch = app.fetch;
  await extension.render();
  await shows("What the points bring");
  return app.seen;
}

const wishes = (seen: Seen[]) => seen.filter(({ path }) => path === "redeem").map(({ body }) => body);

describe("a reward", () => {
  test("that can be had stands before one that cannot, and last what points alone do not bring", async () => {
    const other = outOfReach(0, { id: "gold", missing: null, text: "For another level." });
    const rewards = [other, outOfReach(200, { id: "ten" }), anOffer()];
    await open({ "GET rewards": { body: { member: { available: 300 }, rewards } } });
    await shows(
      "£5.00 off your order | Use 250 points | £5.00 off your order | You need 200 points more for this. | £5.00 off your order | For another level.",
    );
  });

  test("is made for this member, and its code is taken off the sale with them as its customer", async () => {
    const { cart } = extension.shopify;
    const setCustomer = vi.spyOn(cart, "setCustomer");
    const addCode = vi.spyOn(cart, "addCartCodeDiscount");
    const seen = await open();
    await press("Use 250 points");
    await shows(`${CODE} is taken off this sale.`);
    expect(wishes(seen)).toMatchObject([
      { reward: "five-off", customer: "7012", key: expect.any(String) as string },
    ]);
    expect(setCustomer).toHaveBeenCalledWith({ id: 7012 });
    expect(addCode).toHaveBeenCalledWith(CODE);
    expect(setCustomer.mock.invocationCallOrder[0]).toBeLessThan(addCode.mock.invocationCallOrder[0] ?? 0);
    await shows("50 points");
  });

  test("that the sale does not take keeps its code for another time", async () => {
    vi.spyOn(extension.shopify.cart, "addCartCodeDiscount").mockRejectedValue(new Error("too small"));
    await open();
    await press("Use 250 points");
    await shows(`The points are used for ${CODE}. This sale does not take it`);
  });

  test("without a code is told of in the app's words", async () => {
    await open({ "POST redeem": { body: { ...HELD, text: "It is on your account." } } });
    await press("Use 250 points");
    await shows("It is on your account.");
  });

  test("that the app refuses says why", async () => {
    const text = "You need 10 points more for this.";
    await open({ "POST redeem": { status: 409, body: { outcome: "refused", because: "short", text } } });
    await press("Use 250 points");
    await shows(text);
  });
});

test("a wish whose answer never came is sent again as the same wish, also after a while of too many", async () => {
  let answer: Played = "gone";
  const stored = new Map<string, unknown>();
  Object.assign(extension.shopify.storage, {
    get: (key: string) => Promise.resolve(stored.get(key)),
    set: (key: string, value: unknown) => Promise.resolve(void stored.set(key, value)),
    delete: (key: string) => Promise.resolve(stored.delete(key)),
  });
  const made = { body: { ...HELD, redemption: aRedemption({ code: CODE }) } };
  const seen = await open({ "POST redeem": () => answer });
  await press("Use 250 points");
  await shows("Nothing is lost: press once more, it is not used twice.");
  answer = { status: 429, body: { outcome: "too-many", text: "Too often." } };
  await press("Use 250 points");
  await shows("Too often.");
  answer = made;
  await press("Use 250 points");
  await shows(`${CODE} is taken off this sale.`);
  const keys = new Set(wishes(seen).map((body) => body?.key));
  expect(keys.size).toBe(1);
  expect(stored.size).toBe(0);
});

describe("a reward that the member brought along", () => {
  const member = aMember({
    balance: 10,
    redemptions: [
      {
        id: "r1",
        reward: "five-off",
        kind: "amount",
        points: 250,
        value: "5.00",
        state: "ready",
        code: CODE,
        heldAt: "2026-11-01T00:00:00Z",
        endsAt: null,
      },
    ],
  });

  test("is taken off the sale, with no points used", async () => {
    const addCode = vi.spyOn(extension.shopify.cart, "addCartCodeDiscount");
    const seen = await open({}, member);
    await shows(`£5.00 off your order | ${CODE} | Use ${CODE} for this sale`);
    await press(`Use ${CODE} for this sale`);
    await vi.waitFor(() => expect(addCode).toHaveBeenCalledWith(CODE));
    expect(wishes(seen)).toEqual([]);
  });

  test("that is on the sale already is not offered once more", async () => {
    extension.shopify.cart.current.value = aCart({
      cartDiscounts: [{ amount: 5, discountDescription: CODE.toLowerCase() }],
    });
    await open({}, member);
    await shows("Taken off this sale");
    expect(onScreen()).not.toContain("for this sale");
  });

  test("that the sale does not take says so", async () => {
    vi.spyOn(extension.shopify.cart, "addCartCodeDiscount").mockRejectedValue(new Error("no"));
    await open({}, member);
    await press(`Use ${CODE} for this sale`);
    await shows("This sale does not take it.");
    await find(`Use ${CODE} for this sale`);
  });
});
