import { getExtension } from "@shopify/ui-extensions-tester";
import { createResult } from "@shopify/ui-extensions-tester/checkout";
import { h, render } from "preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import locale from "../locales/en.default.json";
import { englishTexts, leave, onScreen, press, shows } from "../../perennial-shared/testing/on-screen.ts";
import { playApp, type Answers } from "../../perennial-shared/testing/played-app.ts";
import { anOffer, aRedemption, outOfReach } from "../../perennial-shared/testing/rewards.ts";
import { Reductions } from "./reductions-block.tsx";
import { appOf, wordsOf } from "./surface.ts";
import { aProgramme } from "../../perennial-shared/testing/summaries.ts";

const texts = englishTexts(locale);

beforeEach(() => void vi.stubEnv("APP_URL", "https://app.example.com"));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const CUSTOMER = { id: "gid://shopify/Customer/7" };
const COMPANY = {
  company: { id: "gid://shopify/Company/1", name: "Firm" },
  location: { id: "gid://shopify/CompanyLocation/1", name: "Here" },
};

/** The tester plays an app without access to customer data: it has no `buyerIdentity`, and lets none be set. */
function theBuyerIs(
  shopify: object,
  { customer, purchasingCompany }: { customer?: typeof CUSTOMER; purchasingCompany?: typeof COMPANY },
): void {
  const value = { customer: { value: customer }, purchasingCompany: { value: purchasingCompany } };
  Object.defineProperty(shopify, "buyerIdentity", { value, configurable: true, enumerable: true });
}

const PROGRAMME = {
  target: { type: "shop" as const, id: "gid://shopify/Shop/1" },
  metafield: {
    key: "programme",
    namespace: "$app",
    value: JSON.stringify(aProgramme()),
    valueType: "json_string" as const,
    type: "json",
  },
};

describe("the block on the thank-you page", () => {
  const extension = getExtension("purchase.thank-you.block.render");
  beforeEach(() => {
    extension.setUp();
    extension.shopify.i18n = texts;
    extension.shopify.appMetafields.value = [PROGRAMME];
    theBuyerIs(extension.shopify, { customer: CUSTOMER });
    extension.shopify.orderConfirmation.value = {
      order: { id: "gid://shopify/OrderIdentity/1001" },
      isFirstOrder: false,
    };
  });
  afterEach(() => {
    leave();
    extension.tearDown();
  });

  async function open(answers: Answers) {
    const app = playApp(answers);
    extension.fetch = app.fetch;
    await extension.render();
    return app.seen;
  }
  const KNOWN = { state: "known", points: 130, availableAt: "2026-12-05T12:00:00Z", text: "", next: null };

  test("tells what the order earns, from when it can be used, and what is next", async () => {
    const next = { title: "Free shipping", missing: 20, text: "" };
    const seen = await open({ "GET order": { body: { ...KNOWN, next } } });
    await shows(
      "This order earns 130 points, to be used from Dec 5, 2026 on. | 20 points to go: Free shipping",
    );
    expect(seen[0]?.query.order).toBe("1001");
  });

  test("waits for an order the shop was not told of yet", async () => {
    vi.useFakeTimers();
    let asked = 0;
    await open({ "GET order": () => ({ body: ++asked < 3 ? { ...KNOWN, state: "unknown" } : KNOWN }) });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(onScreen()).toContain("This order earns 130 points");
  });

  test("promises no number where it stays unknown", async () => {
    vi.useFakeTimers();
    await open({ "GET order": { body: { ...KNOWN, state: "unknown", points: 0 } } });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(onScreen()).toBe(
      "Points for this order | The points of this order are not counted yet. You will find them in your account soon.",
    );
  });

  test("explains an order that earns nothing", async () => {
    const text = "This order earns no points. The programme is paused.";
    await open({ "GET order": { body: { ...KNOWN, state: "nothing", points: 0, text } } });
    await shows(text);
  });

  test("tells a guest how the points can be theirs, and asks the app nothing", async () => {
    theBuyerIs(extension.shopify, {});
    const seen = await open({});
    await shows("Sign in to your account with the e-mail address of this order");
    expect(seen).toEqual([]);
  });

  test.for([
    [
      "the programme is paused",
      [
        {
          ...PROGRAMME,
          metafield: { ...PROGRAMME.metafield, value: JSON.stringify(aProgramme({ paused: true })) },
        },
      ],
    ],
    ["the programme cannot be read", []],
  ] as const)("promises a guest nothing where %s", async ([, metafields]) => {
    theBuyerIs(extension.shopify, {});
    extension.shopify.appMetafields.value = [...metafields];
    await open({});
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(document.body.innerHTML).toBe("");
  });

  test("says that nothing is lost when nobody answers, and asks again on wish", async () => {
    let there = false;
    await open({ "GET order": () => (there ? { body: KNOWN } : { status: 502, body: "" }) });
    await shows("Nothing is lost; try again in a minute.");
    there = true;
    await press("Try again");
    await shows("This order earns 130 points");
  });
});

describe("rewards beside the discount codes", () => {
  const extension = getExtension("purchase.checkout.reductions.render-after");
  const apply = vi.fn();
  beforeEach(() => {
    extension.setUp();
    extension.shopify.i18n = texts;
    theBuyerIs(extension.shopify, { customer: CUSTOMER });
    extension.shopify.instructions.value.discounts.canUpdateDiscountCodes = true;
    extension.shopify.discountCodes.value = [];
    extension.shopify.appMetafields.value = [PROGRAMME];
    extension.shopify.cost.subtotalAmount.value = { amount: 60, currencyCode: "GBP" };
    apply.mockReset().mockResolvedValue(createResult("applyDiscountCodeChange"));
    extension.shopify.applyDiscountCodeChange = apply;
  });
  afterEach(() => {
    leave();
    extension.tearDown();
  });

  async function open(answers: Answers = {}) {
    const app = playApp({
      "GET rewards": { body: { member: { available: 260 }, rewards: [anOffer()] } },
      "GET redemptions": { body: { redemptions: [] } },
      ...answers,
    });
    extension.fetch = app.fetch;
    await extension.render();
    return app.seen;
  }

  test("uses points after one more question and puts the code into the checkout", async () => {
    const redemption = aRedemption();
    const seen = await open({ "POST redeem": { body: { outcome: "held", redemption, text: "" } } });
    await shows("Use your points | You have 260 points. | £5.00 off your order | 250 points");
    await press("Use points");
    await shows("Use 250 points for this?");
    expect(apply).not.toHaveBeenCalled();
    await press("Yes, use them");
    await shows("Your reward is taken off this order.");
    expect(document.querySelectorAll("s-button")).toHaveLength(0);
    expect(apply).toHaveBeenCalledExactlyOnceWith({ type: "addDiscountCode", code: redemption.code });
    expect(seen.find(({ path }) => path === "redeem")?.body).toMatchObject({ reward: "five-off" });
  });

  test("makes a new wish of what is asked for after a no, and the same one where nobody answered", async () => {
    const no = (text: string) => ({ status: 409, body: { outcome: "refused", text } });
    const answers = [no("Not now."), "gone" as const, "gone" as const, no("Not yet.")];
    const seen = await open({ "POST redeem": () => answers.shift() ?? "gone" });
    await press("Use points");
    for (const text of ["Not now.", "Nothing is lost", "Not yet."]) {
      await press("Yes, use them");
      await shows(text);
    }
    const [first, second, ...again] = seen
      .filter(({ path }) => path === "redeem")
      .map(({ body }) => body?.key);
    expect(second).not.toBe(first);
    expect(again).toEqual([second, second]);
  });

  test("offers a code that is there already, and no more points are used", async () => {
    const seen = await open({ "GET redemptions": { body: { redemptions: [aRedemption()] } } });
    await shows("You have this already: £5.00 off your order");
    expect(onScreen()).not.toContain("Use points");
    await press("Use it");
    await shows("Your reward is taken off this order.");
    expect(apply).toHaveBeenCalledWith({ type: "addDiscountCode", code: "ABCDE-FGHJK-MNPQR" });
    expect(seen.some(({ method }) => method === "POST")).toBe(false);
  });

  test("offers nothing more where the order bears a reward already", async () => {
    extension.shopify.discountCodes.value = [{ code: "abcde-fghjk-mnpqr" }];
    const seen = await open({ "GET redemptions": { body: { redemptions: [aRedemption()] } } });
    await vi.waitFor(() => expect(seen).toHaveLength(2));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(document.body.innerHTML).toBe("");
  });

  test("offers the reward again to whoever took its code off the order", async () => {
    const app = playApp({
      "GET rewards": { body: { member: { available: 10 }, rewards: [] } },
      "GET redemptions": { body: { redemptions: [aRedemption()] } },
    });
    extension.fetch = app.fetch;
    const props = {
      words: wordsOf(extension.shopify),
      app: appOf(extension.shopify),
      apply: async () => ({ type: "success" as const }),
      subtotal: 60,
    };
    const draw = (applied: string[]) => render(h(Reductions, { ...props, applied }), document.body);
    draw([]);
    await press("Use it");
    await shows("Your reward is taken off this order.");
    draw(["ABCDE-FGHJK-MNPQR"]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    draw([]);
    await shows("You have this already: £5.00 off your order");
    expect(onScreen()).not.toContain("is taken off this order");
  });

  test("looks again for a code that the store makes slowly", async () => {
    vi.useFakeTimers();
    let made = false;
    const making = aRedemption({ state: "making", code: null });
    await open({
      "GET redemptions": () => ({ body: { redemptions: made ? [aRedemption()] : [] } }),
      "POST redeem": () => {
        made = true;
        return { body: { outcome: "held", redemption: making, text: "" } };
      },
    });
    await vi.advanceTimersByTimeAsync(100);
    await press("Use points");
    await vi.advanceTimersByTimeAsync(100);
    await press("Yes, use them");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(onScreen()).toContain("Your reward is taken off this order.");
  });

  test("a code that the checkout does not take stays the member's, and they are told where", async () => {
    apply.mockResolvedValue(createResult("applyDiscountCodeChange", { type: "error", message: "no" }));
    await open({ "GET redemptions": { body: { redemptions: [aRedemption()] } } });
    await press("Use it");
    await shows("The checkout does not take the code ABCDE-FGHJK-MNPQR for this order. It stays yours");
  });

  test("of so many points for each pound offers as much as there are points for", async () => {
    const sliding = anOffer({ id: "money-off", cost: null, costPer: 45, value: null, title: "Money off" });
    await open({ "GET rewards": { body: { member: { available: 260 }, rewards: [sliding] } } });
    await shows("£5.00 off your order | 225 points");
  });

  test("offers nothing that this order could not use", async () => {
    const dear = anOffer({ id: "dear", title: "Dear", minimum: "100.00" });
    const credit = anOffer({ id: "credit", kind: "store-credit", title: "Credit" });
    const rewards = [dear, credit, outOfReach(100), anOffer()];
    await open({ "GET rewards": { body: { member: { available: 260 }, rewards } } });
    await shows("£5.00 off your order");
    expect(document.querySelectorAll("s-button")).toHaveLength(1);
  });

  test("of what is paid for in another currency offers no code that the order may not be worth", async () => {
    extension.shopify.cost.subtotalAmount.value = { amount: 9_000, currencyCode: "JPY" };
    const delivery = anOffer({
      id: "delivery",
      kind: "free-shipping",
      title: "Free shipping",
      minimum: null,
    });
    await open({ "GET rewards": { body: { member: { available: 260 }, rewards: [delivery, anOffer()] } } });
    await shows("Free shipping");
    expect(onScreen()).not.toContain("£5.00 off");
  });

  test.for([
    ["guests", () => theBuyerIs(extension.shopify, {})],
    ["companies", () => theBuyerIs(extension.shopify, { customer: CUSTOMER, purchasingCompany: COMPANY })],
    [
      "a checkout that takes no codes",
      () => {
        extension.shopify.instructions.value.discounts.canUpdateDiscountCodes = false;
      },
    ],
  ] as const)("is not there for %s, and asks the app nothing", async ([, change]) => {
    change();
    const seen = await open();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(document.body.innerHTML).toBe("");
    expect(seen).toEqual([]);
  });

  test("does not stand in the way of paying when nobody answers", async () => {
    const seen = await open({ "GET rewards": "gone", "GET redemptions": "gone" });
    await vi.waitFor(() => expect(seen).toHaveLength(4), 3_000);
    expect(document.body.innerHTML).toBe("");
  });
});
