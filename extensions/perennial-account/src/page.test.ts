import { getExtension } from "@shopify/ui-extensions-tester";
import locale from "../locales/en.default.json";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  choose,
  englishTexts,
  find,
  leave,
  onScreen,
  press,
  shows,
  tick,
} from "../../perennial-shared/testing/on-screen.ts";
import {
  playApp,
  theStoreKeeps,
  type Answers,
  type Played,
  type Seen,
} from "../../perennial-shared/testing/played-app.ts";
import { anAccount, anOffer, aRedemption, outOfReach } from "../../perennial-shared/testing/rewards.ts";
import { aMember, aProgramme } from "../../perennial-shared/testing/summaries.ts";

const extension = getExtension("customer-account.page.render");
const texts = englishTexts(locale);

beforeEach(() => {
  vi.stubEnv("APP_URL", "https://app.example.com");
  extension.setUp();
  extension.shopify.i18n = texts;
});
afterEach(() => {
  leave();
  extension.tearDown();
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** Opens the page with an app that knows this member; `answers` says what is different. */
async function open(answers: Answers & { member?: unknown; programme?: unknown } = {}): Promise<Seen[]> {
  const { member = aMember(), programme = aProgramme(), ...rest } = answers;
  const app = playApp({
    store: { body: { data: null } },
    "GET member": { body: { member, text: "" } },
    "GET programme": { body: { programme, text: "" } },
    "GET rewards": { body: { member: { available: 0 }, rewards: [] } },
    "GET redemptions": { body: { redemptions: [] } },
    "GET account": { body: anAccount() },
    ...rest,
  });
  extension.fetch = app.fetch;
  await extension.render();
  return app.seen;
}

const UNREACHABLE: Played = { status: 503, body: "" };

describe("the balance", () => {
  test("is told with what is pending and from when, what is set aside, and what is owed", async () => {
    await open({
      member: aMember({
        balance: 1240,
        pending: { points: 30, next: [{ points: 30, at: "2026-12-05T00:00:00Z" }] },
        held: 250,
        owed: 15,
      }),
    });
    await shows("1,240 points");
    await shows("30 points pending | 30 points on Dec 5, 2026");
    await shows("250 points set aside for rewards you have not used yet");
    await shows("The next 15 points you get make up for it.");
  });

  test("of seven digits, and beyond what a number holds exactly, stays exact", async () => {
    await open({ member: aMember({ balance: "9007199254740993" }) });
    await shows("9,007,199,254,740,993 points");
  });

  test("of somebody new says what to do first and what it brings", async () => {
    await open({ member: null });
    await shows("0 points | Your first order earns points: 1 point for every £1.00.");
  });

  test("is called what the merchant calls it, in the buyer's language", async () => {
    extension.shopify.localization.language.value = { isoCode: "de-AT" };
    const names = { de: { points: { one: "Blatt", other: "Blätter" } } };
    await open({ member: aMember({ balance: 240 }), programme: aProgramme({ texts: names }) });
    await shows("240 Blätter");
  });

  test("stands there as the store keeps it before the app has answered, and when the app does not answer", async () => {
    await open({
      store: theStoreKeeps({ member: aMember({ balance: 77 }), programme: aProgramme() }),
      "GET member": "gone",
      "GET programme": "gone",
    });
    await shows("77 points");
  });

  test("of a metafield in another version is not read", async () => {
    await open({
      store: theStoreKeeps({ member: { ...aMember({ balance: 77 }), v: 1 } }),
      member: aMember({ balance: 12 }),
    });
    await shows("12 points");
    expect(onScreen()).not.toContain("77 points");
  });
});

describe("when nobody answers", () => {
  test("says that nothing is lost, and tries again on wish", async () => {
    let reachable = false;
    await open({
      "GET member": () => (reachable ? { body: { member: aMember({ balance: 5 }), text: "" } } : UNREACHABLE),
    });
    await shows("Nothing is lost. Try again in a minute.");
    reachable = true;
    await press("Try again");
    await shows("5 points");
  });

  test("keeps what is known and marks only the part that is missing", async () => {
    await open({ member: aMember({ balance: 40 }), "GET rewards": UNREACHABLE });
    await shows("40 points");
    await shows("What your points bring | We could not reach the shop just now");
  });

  test("of a shop without a programme says so and offers nothing", async () => {
    await open({ "GET member": { status: 404, body: { error: "This shop has no programme." } } });
    await shows("This shop has no points just now.");
  });
});

describe("what a member should know first", () => {
  test("a programme that is paused", async () => {
    await open({ programme: aProgramme({ paused: true }), member: null });
    await shows("The programme is paused | Nothing is earned just now, and your points stay yours.");
    expect(onScreen()).not.toContain("for every");
  });

  test("points that end soon, and when; of those that end later a line beside the balance is enough", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-22T12:00:00Z") });
    const expiring = [
      { points: 120, at: "2026-12-31T12:00:00Z" },
      { points: 30, at: "2027-06-01T12:00:00Z" },
    ];
    await open({ member: aMember({ balance: 150, expiring }) });
    await shows("Some of your points end soon | 120 points on Dec 31, 2026 | Your balance | 150 points");
    await shows("30 points end on Jun 1, 2027");
  });

  test("that they have left, with the way back", async () => {
    const seen = await open({
      member: aMember({ out: true, balance: 9 }),
      "POST join": { body: { outcome: "joined", text: "Welcome back.", member: aMember({ balance: 9 }) } },
    });
    await shows("You have left the programme");
    await press("Join again");
    await vi.waitFor(() =>
      expect(onScreen()).not.toContain("What you buy earns nothing until you join again"),
    );
    expect(seen.some(({ method, path }) => method === "POST" && path === "join")).toBe(true);
  });
});

describe("the ladder", () => {
  const onTheWay = aMember({
    tier: { id: "silver", name: "Silver" },
    progress: {
      value: "300.00",
      percent: 6,
      next: { id: "gold", missing: "700.00" },
      keep: { until: "2027-03-01T12:00:00Z", missing: "50.00" },
    },
  });

  test("shows the place, what is missing to the next level, and what it takes to stay, by when", async () => {
    await open({ member: onTheWay });
    await shows(
      "Bronze | Silver | from £250.00 | 1.25 times the points | You are here | Gold | from £1,000.00",
    );
    await shows("£700.00 more to reach Gold. | £50.00 more by Mar 1, 2027 to stay Silver.");
    const bar = document.querySelector("s-progress");
    expect(bar?.getAttribute("value")).toBe("6");
    expect(bar?.getAttribute("accessibilitylabel")).toBe("6% of the way to the next level");
  });

  test("counts orders in words where orders are what counts", async () => {
    const progress = { value: "2", percent: 66, next: { id: "gold", missing: "1" }, keep: null };
    const tiers = aProgramme().tiers.map((tier, place) => ({ ...tier, at: String(place * 3) }));
    await open({ member: { ...onTheWay, progress }, programme: aProgramme({ basis: "orders", tiers }) });
    await shows("from 6 orders");
    await shows("1 order more to reach Gold.");
  });

  test("says at the top that it is the top, and how long it lasts where nothing can keep it", async () => {
    const keep = { until: "2026-12-31T12:00:00Z", missing: null };
    await open({
      member: aMember({
        tier: { id: "gold", name: "Gold" },
        progress: { value: "2000.00", percent: 100, next: null, keep },
      }),
      programme: aProgramme({ window: { kind: "calendar-year" } }),
    });
    await shows(
      "You have reached the highest level. | You are Gold until Dec 31, 2026; then everybody starts anew.",
    );
  });
});

describe("the points shop", () => {
  test("has what can be had first, then what takes the fewest points more, each with what is missing", async () => {
    const far = outOfReach(900, { id: "far", title: "Far" });
    const near = outOfReach(20, { id: "near", title: "Near" });
    const not = anOffer({
      id: "not",
      title: "Not for you",
      reachable: false,
      why: "not-this-tier",
      text: "Kept for Gold.",
    });
    await open({
      "GET rewards": { body: { member: { available: 250 }, rewards: [far, not, near, anOffer()] } },
    });
    await shows("You need 20 points more for this.");
    const order = ["£5.00 off your order", "Near", "Far", "Not for you"].map((title) =>
      onScreen().indexOf(title),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    await shows("To be used within 60 days");
    expect(
      [...document.querySelectorAll("s-button")].filter((b) => b.textContent?.startsWith("Use ")),
    ).toHaveLength(1);
  });

  test("calls a reward what the merchant calls it, and then says the minimum beside it", async () => {
    const names = { en: { rewards: { "five-off": "A fiver" }, tiers: { gold: "Evergreen" } } };
    await open({
      programme: aProgramme({ texts: names }),
      "GET rewards": { body: { member: { available: 250 }, rewards: [anOffer()] } },
    });
    await shows("A fiver | 250 points | With orders from £25.00 | To be used within 60 days");
  });

  test("uses points after one more question, shows the code at once, and the balance that is left", async () => {
    const redemption = aRedemption();
    let held: unknown[] = [];
    const seen = await open({
      member: aMember({ balance: 260 }),
      "GET rewards": { body: { member: { available: 260 }, rewards: [anOffer()] } },
      "GET redemptions": () => ({ body: { redemptions: held } }),
      "POST redeem": () => {
        held = [redemption];
        return {
          body: {
            outcome: "held",
            redemption,
            text: redemption.text,
            member: aMember({ balance: 10, held: 250 }),
          },
        };
      },
    });
    await press("Use 250 points");
    await shows("Use 250 points for this reward?");
    expect(seen.some(({ method }) => method === "POST")).toBe(false);
    await press("Yes, use them");
    await shows("10 points");
    await shows("Your rewards | £5.00 off your order | 250 points | ABCDE-FGHJK-MNPQR");
    const [wish] = seen.filter(({ path }) => path === "redeem");
    expect(wish?.body).toEqual({ reward: "five-off", key: expect.stringMatching(/^[\w-]{8,64}$/) });
    expect(wish?.authorization).toBe("Bearer mock-session-token");
  });

  test("sends a wish that nobody answered with the same key: it is one wish, however often it is sent", async () => {
    const seen = await open({
      "GET rewards": { body: { member: { available: 260 }, rewards: [anOffer()] } },
      "POST redeem": "gone",
    });
    await press("Use 250 points");
    await press("Yes, use them");
    await shows("Nothing is lost; try again in a minute.");
    await press("Yes, use them");
    await vi.waitFor(() => expect(seen.filter(({ path }) => path === "redeem")).toHaveLength(4), 3_000);
    const keys = seen.filter(({ path }) => path === "redeem").map(({ body }) => body?.key);
    expect(new Set(keys).size).toBe(1);
  });

  test("says in the app's words why it was refused, and takes no points", async () => {
    await open({
      member: aMember({ balance: 260 }),
      "GET rewards": { body: { member: { available: 260 }, rewards: [anOffer()] } },
      "POST redeem": {
        status: 409,
        body: { outcome: "refused", text: "There is none of this reward left." },
      },
    });
    await press("Use 250 points");
    await press("Yes, use them");
    await shows("There is none of this reward left.");
    await shows("260 points");
  });

  test("takes so many of a sliding reward as is wished, and says what they cost", async () => {
    const sliding = anOffer({
      id: "money-off",
      cost: null,
      costPer: 45,
      value: null,
      title: "Money off your order",
    });
    const seen = await open({
      "GET rewards": { body: { member: { available: 260 }, rewards: [sliding] } },
      "POST redeem": { body: { outcome: "held", redemption: aRedemption(), text: "" } },
    });
    await shows("45 points for each £1.00");
    await choose("How much", "4");
    await press("Use 180 points");
    await press("Yes, use them");
    await vi.waitFor(() =>
      expect(seen.find(({ path }) => path === "redeem")?.body).toMatchObject({ units: 4 }),
    );
  });

  test("shows no code any more of what was just redeemed and given back", async () => {
    const redemption = aRedemption();
    let held: unknown[] = [];
    await open({
      "GET rewards": { body: { member: { available: 260 }, rewards: [anOffer()] } },
      "GET redemptions": () => ({ body: { redemptions: held } }),
      "POST redeem": () => {
        held = [redemption];
        return { body: { outcome: "held", redemption, text: redemption.text, member: aMember() } };
      },
      "POST cancel": () => {
        held = [];
        return { body: { outcome: "cancelled", text: "Given back.", member: aMember({ balance: 260 }) } };
      },
    });
    await press("Use 250 points");
    await press("Yes, use them");
    await press("Give it back");
    await press("Yes, give it back");
    await shows("260 points");
    await vi.waitFor(() => expect(onScreen()).not.toContain("ABCDE-FGHJK-MNPQR"));
  });

  test("gives a reward back, and the points are there again", async () => {
    let held = [aRedemption()];
    await open({
      member: aMember({ balance: 10, held: 250 }),
      "GET redemptions": () => ({ body: { redemptions: held } }),
      "POST cancel": ({ body }) => {
        held = [];
        expect(body).toEqual({ redemption: "r1" });
        return { body: { outcome: "cancelled", text: "Given back.", member: aMember({ balance: 260 }) } };
      },
    });
    await press("Give it back");
    await shows("250 points are yours again at once.");
    await press("Yes, give it back");
    await shows("260 points");
    await vi.waitFor(() => expect(onScreen()).not.toContain("ABCDE-FGHJK-MNPQR"));
  });
});

describe("the history", () => {
  test("says when, what, why and how much, with its sign", async () => {
    const reason = {
      terms: [{ value: "24.00", points: "1", per: "1.00", times: ["1.25"], tier: "Silver" }],
      moreTerms: 0,
      rate: 30,
      rounded: false,
      bonuses: [{ rule: "first", points: 100 }],
      sum: 130,
      before: 0,
    };
    const earned = {
      at: "2026-11-20T12:00:00Z",
      kind: "earn" as const,
      points: 130,
      order: "#1001",
      availableAt: "2026-12-04T12:00:00Z",
      note: null,
      reason,
    };
    const adjusted = {
      ...earned,
      kind: "adjust" as const,
      points: -5,
      order: null,
      availableAt: null,
      note: "Sorry",
      reason: null,
    };
    await open({ member: aMember({ history: [earned, adjusted], older: true }) });
    await shows(
      "Order #1001 | Nov 20, 2026 | £24.00 × 1 point × 1.25 (Silver) + 100 (first) = 130 | Available on Dec 4, 2026 | +130",
    );
    await shows("Adjusted by the shop | Nov 20, 2026 | Sorry | -5");
    await shows("Older entries are not shown here.");
  });

  test("names a reward as the merchant does, and shows nobody an id", async () => {
    const redeemed = {
      at: "2026-11-20T12:00:00Z",
      kind: "redeem" as const,
      points: -250,
      order: null,
      availableAt: null,
      note: "five-off",
      reason: null,
    };
    await open({
      member: aMember({ history: [redeemed, { ...redeemed, note: "ten-off" }] }),
      programme: aProgramme({
        rewards: [anOffer(), anOffer({ id: "ten-off" })],
        texts: { en: { rewards: { "five-off": "A fiver" } } },
      }),
    });
    await shows("Set aside for a reward | Nov 20, 2026 | A fiver | -250");
    expect(onScreen()).not.toContain("ten-off");
  });

  test("that is empty says what will stand there", async () => {
    await open();
    await shows("Every point you get or use will stand here, with the reason.");
  });
});

describe("what members may tell and ask", () => {
  test("their code is shown when it is asked for, for the till to scan", async () => {
    const seen = await open({
      "GET card": {
        body: { code: "7K3M-Q9ZT", qr: "<svg/>", barcode: "<svg xmlns='http://www.w3.org/2000/svg'/>" },
      },
    });
    const button = await find("Show my code");
    expect(seen.some(({ path }) => path === "card")).toBe(false);
    button.dispatchEvent(new Event("click"));
    await shows("Bar code of 7K3M-Q9ZT | 7K3M-Q9ZT");
    expect(document.querySelector("s-qr-code")?.getAttribute("content")).toBe("7K3M-Q9ZT");
    expect(document.querySelector("s-image")?.getAttribute("src")).toMatch(/^data:image\/svg\+xml,%3Csvg/);
  });

  test("their birthday, without a year", async () => {
    const seen = await open({
      "GET account": { body: anAccount({ birthdayAsked: true }) },
      "POST birthday": { body: { outcome: "birthday", text: "Thank you, your birthday is saved." } },
    });
    await choose("Month", "2");
    await choose("Day", "29");
    await press("Save");
    await shows("Thank you, your birthday is saved.");
    expect(seen.find(({ path }) => path === "birthday")?.body).toEqual({ month: 2, day: 29 });
  });

  test("whether they want to hear of their points", async () => {
    const seen = await open({ "POST preferences": { body: { outcome: "messages-on", text: "Saved." } } });
    await tick("Tell me about my points: what I earned, what ends, what is within reach", true);
    await shows("Saved.");
    expect(seen.find(({ path }) => path === "preferences")?.body).toEqual({ messages: true });
  });

  test("orders they placed as a guest", async () => {
    await open({
      "GET account": { body: anAccount({ claimable: 2 }) },
      "POST claim": { body: { outcome: "claimed", text: "2 orders are yours now." } },
    });
    await shows("You placed 2 orders without signing in. Their points can be yours.");
    await press("Add them");
    await shows("2 orders are yours now.");
  });

  test("everything that is kept about them", async () => {
    await open({ "GET data": { body: '{"points":240}' } });
    await press("Show my data");
    await shows("Everything that is kept about you");
    expect(document.querySelector("s-text-area")?.getAttribute("value")).toBe('{"points":240}');
  });

  test("to leave, after it was said what that means", async () => {
    let out = false;
    await open({
      "GET account": () => ({ body: anAccount({ out }) }),
      "POST leave": () => {
        out = true;
        return { body: { outcome: "left", text: "You have left.", member: aMember({ out: true }) } };
      },
    });
    await shows("the points you have stay yours, and you may come back.");
    await press("Leave the programme");
    await press("Yes, leave");
    await shows("You have left the programme. You may come back at any time.");
  });
});
