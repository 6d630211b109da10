import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import locale from "../locales/en.default.json";
import {
  englishTexts,
  find,
  leave,
  onScreen,
  press,
  shows,
} from "../../perennial-shared/testing/on-screen.ts";
import { playApp, theStoreKeeps, type Answers } from "../../perennial-shared/testing/played-app.ts";
import { anOffer, outOfReach } from "../../perennial-shared/testing/rewards.ts";
import { aMember, aProgramme } from "../../perennial-shared/testing/summaries.ts";

const texts = englishTexts(locale);
const PAGE = "extension://perennial-account/";

beforeEach(() => void vi.stubEnv("APP_URL", "https://app.example.com"));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

function offers(available: number, ...rewards: unknown[]) {
  return { body: { member: { available }, rewards } };
}

describe("the block in the profile", () => {
  const extension = getExtension("customer-account.profile.block.render");
  beforeEach(() => {
    extension.setUp();
    extension.shopify.i18n = texts;
  });
  afterEach(() => {
    leave();
    extension.tearDown();
  });

  async function open(answers: Answers) {
    const app = playApp({
      store: { body: { data: null } },
      "GET member": { body: { member: aMember(), text: "" } },
      "GET programme": { body: { programme: aProgramme(), text: "" } },
      "GET rewards": offers(0),
      ...answers,
    });
    extension.fetch = app.fetch;
    await extension.render();
    return app.seen;
  }

  test("tells balance, level and what is within reach, and leads to the page", async () => {
    const member = aMember({ balance: 1240, tier: { id: "gold", name: "Gold" } });
    await open({
      "GET member": { body: { member } },
      "GET rewards": offers(1240, anOffer({ id: "small", cost: 10, title: "Small" }), anOffer()),
    });
    await shows("Your points | 1,240 points | Gold | Within reach: £5.00 off your order");
    expect((await find("Points and rewards")).getAttribute("href")).toBe(PAGE);
  });

  test("tells what is still missing to the nearest reward", async () => {
    await open({
      "GET member": { body: { member: aMember({ balance: 230 }) } },
      "GET rewards": offers(230, outOfReach(500, { title: "Far" }), outOfReach(20)),
    });
    await shows("230 points | 20 points to go: £5.00 off your order");
  });

  test("of a member with pending points alone tells of those", async () => {
    const pending = { points: 30, next: [{ points: 30, at: "2026-12-05T00:00:00Z" }] };
    await open({ "GET member": { body: { member: aMember({ pending }) } } });
    await shows("0 points | 30 points pending");
  });

  test("of somebody who left says so and promises nothing", async () => {
    await open({
      "GET member": { body: { member: aMember({ balance: 300, out: true }) } },
      "GET rewards": offers(300, anOffer()),
    });
    await shows("300 points | You have left the programme");
    expect(onScreen()).not.toContain("Within reach");
  });

  test("stands in the height it will have while it is looked up", async () => {
    await open({ "GET member": () => ({ body: { member: aMember() } }) });
    expect(document.querySelectorAll("s-skeleton-paragraph")).toHaveLength(3);
    await shows("0 points");
  });

  test("shows what the store keeps where the app is not there", async () => {
    await open({
      store: theStoreKeeps({ member: aMember({ balance: 77 }) }),
      "GET member": "gone",
      "GET programme": "gone",
      "GET rewards": "gone",
    });
    await shows("77 points");
  });

  test("is not there in a shop without a programme", async () => {
    const seen = await open({
      "GET member": { status: 404, body: {} },
      "GET programme": { status: 404, body: {} },
    });
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(1));
    await vi.waitFor(() => expect(document.body.innerHTML).toBe(""));
  });
});

describe("the announcement above the orders", () => {
  const extension = getExtension("customer-account.order-index.announcement.render");
  beforeEach(() => {
    extension.setUp();
    extension.shopify.i18n = texts;
  });
  afterEach(() => {
    leave();
    extension.tearDown();
  });

  async function open(answers: Answers) {
    const app = playApp({ "GET programme": { body: { programme: aProgramme() } }, ...answers });
    extension.fetch = app.fetch;
    await extension.render();
    return app.seen;
  }

  test("says how many points there are and what is within reach", async () => {
    await open({ "GET rewards": offers(260, anOffer()) });
    await shows("You have 260 points. Within reach: £5.00 off your order | See your rewards");
    expect((await find("See your rewards")).getAttribute("href")).toBe(PAGE);
  });

  test.for([
    ["nothing is within reach", offers(10, outOfReach(240))],
    ["nobody answers", "gone" as const],
    ["whoever looks has no account", { body: { member: null, rewards: [anOffer({ reachable: false })] } }],
  ] as const)("is not there where %s", async ([, rewards]) => {
    const seen = await open({ "GET rewards": rewards });
    const asked = () => seen.filter(({ path }) => path === "rewards");
    await vi.waitFor(() => expect(asked().length).toBeGreaterThan(rewards === "gone" ? 1 : 0), 3_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(document.body.innerHTML).toBe("");
  });
});

describe("the block on an order", () => {
  const extension = getExtension("customer-account.order-status.block.render");
  beforeEach(() => {
    extension.setUp();
    extension.shopify.i18n = texts;
    extension.shopify.order.value = { id: "gid://shopify/Order/1001", name: "#1001" };
    extension.shopify.authenticationState.value = "fully_authenticated";
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
  const KNOWN = { state: "known", points: 130, availableAt: null, text: "", next: null };

  test("tells what the order earned, why it is that much, and what is next", async () => {
    const reason = {
      terms: [{ value: "24.00", points: "1", per: "1.00", times: ["1.25"], tier: "Silver" }],
      moreTerms: 0,
      rate: 30,
      rounded: false,
      bonuses: [],
      sum: 30,
      before: 0,
    };
    const at = "2026-11-20T12:00:00Z";
    const entry = {
      at,
      kind: "earn" as const,
      points: 30,
      order: "#1001",
      availableAt: null,
      note: null,
      reason,
    };
    extension.shopify.appMetafields.value = [
      handed("customer", "summary", aMember({ history: [entry] })),
      handed("shop", "programme", aProgramme()),
    ];
    const next = { title: "Free shipping", missing: 20, text: "" };
    const seen = await open({ "GET order": { body: { ...KNOWN, points: 30, next } } });
    await shows("This order earned 30 points. They can be used now. | £24.00 × 1 point × 1.25 (Silver) = 30");
    await shows("20 points to go: Free shipping");
    expect(seen[0]?.query).toEqual({ order: "1001", locale: "en" });
  });

  test("tells from when the points can be used", async () => {
    await open({ "GET order": { body: { ...KNOWN, availableAt: "2026-12-05T12:00:00Z" } } });
    await shows("This order earns 130 points, to be used from Dec 5, 2026 on.");
  });

  test("explains an order that earns nothing", async () => {
    const text = "This order earns no points. Gift cards earn nothing.";
    await open({ "GET order": { body: { ...KNOWN, state: "nothing", points: 0, text } } });
    await shows(text);
  });

  test("asks again for an order that nobody counted yet, and then says so", async () => {
    vi.useFakeTimers();
    const seen = await open({ "GET order": { body: { ...KNOWN, state: "unknown", points: 0 } } });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(seen).toHaveLength(4);
    expect(onScreen()).toContain("not counted yet. You will find them here and in your account soon.");
  });

  test("asks whoever only followed a link to sign in, and asks the app nothing", async () => {
    extension.shopify.authenticationState.value = "pre_authenticated";
    const requireLogin = vi.fn(async () => undefined);
    extension.shopify.requireLogin = requireLogin;
    const seen = await open({});
    await press("Sign in");
    expect(requireLogin).toHaveBeenCalledOnce();
    expect(seen).toEqual([]);
  });

  test("says that nothing is lost when nobody answers", async () => {
    await open({ "GET order": "gone" });
    await shows("Nothing is lost. Try again in a minute.");
  });
});

function handed(type: "customer" | "shop", key: string, value: unknown) {
  const metafield = {
    key,
    namespace: "$app",
    value: JSON.stringify(value),
    valueType: "json_string",
    type: "json",
  };
  return {
    target: { type, id: "gid://shopify/X/1" },
    metafield: { ...metafield, valueType: "json_string" as const },
  };
}
