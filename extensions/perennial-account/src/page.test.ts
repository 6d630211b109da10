import { describe, expect, test, vi } from "vitest";
import { onScreen, press, shows } from "../../perennial-shared/testing/on-screen.ts";
import { theStoreKeeps } from "../../perennial-shared/testing/played-app.ts";
import { anAccount, aRedemption } from "../../perennial-shared/testing/rewards.ts";
import { aMember, aProgramme } from "../../perennial-shared/testing/summaries.ts";
import { eachOnItsOwnPage, extension, open } from "../testing/open-page.ts";

eachOnItsOwnPage();

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

  test("keeps the places of what comes later, so that nothing moves under a finger", async () => {
    const progress = { value: "10", percent: 4, next: null, keep: null };
    const { text: _text, title: _title, minimum: _minimum, canCancel: _canCancel, ...held } = aRedemption();
    const member = aMember({ balance: 77, progress, redemptions: [{ ...held, state: "ready" }] });
    await open({
      store: theStoreKeeps({ member }),
      "GET member": "late",
      "GET programme": "late",
      "GET rewards": "late",
    });
    await shows("77 points");
    await shows("Your rewards");
    await shows("Your level");
    expect(document.querySelectorAll("s-skeleton-paragraph").length).toBeGreaterThan(9);
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
      "GET member": () =>
        reachable ? { body: { member: aMember({ balance: 5 }), text: "" } } : { status: 503, body: "" },
    });
    await shows("Nothing is lost. Try again in a minute.");
    reachable = true;
    await press("Try again");
    await shows("5 points");
  });

  test("keeps what is known and marks only the part that is missing", async () => {
    await open({ member: aMember({ balance: 40 }), "GET rewards": { status: 503, body: "" } });
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
      "GET account": { body: anAccount({ out: true }) },
      "POST join": { body: { outcome: "joined", text: "Welcome back.", member: aMember({ balance: 9 }) } },
    });
    await shows("You have left the programme");
    await press("Join again");
    await shows("You may leave the programme.");
    expect(onScreen()).not.toContain("You have left the programme");
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
