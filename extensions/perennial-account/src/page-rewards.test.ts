import { describe, expect, test, vi } from "vitest";
import { choose, onScreen, press, shows } from "../../perennial-shared/testing/on-screen.ts";
import { anOffer, aRedemption, outOfReach } from "../../perennial-shared/testing/rewards.ts";
import { aMember, aProgramme } from "../../perennial-shared/testing/summaries.ts";
import { eachOnItsOwnPage, open } from "../testing/open-page.ts";

eachOnItsOwnPage();

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

  test("says the minimum also where the app answers with the merchant's name", async () => {
    await open({
      programme: aProgramme({ texts: { en: { rewards: { "five-off": "A fiver" } } } }),
      "GET rewards": { body: { member: { available: 250 }, rewards: [anOffer({ title: "A fiver" })] } },
    });
    await shows("A fiver | 250 points | With orders from £25.00");
  });

  test("uses points after one more question, shows the code at once, and the balance that is left", async () => {
    const redemption = aRedemption();
    let held: unknown[] = [];
    const seen = await open({
      member: aMember({ balance: 260 }),
      "GET rewards": { body: { member: { available: 260 }, rewards: [anOffer()] } },
      held: () => held,
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

  test("makes a new wish of what is asked for after a no: the first was answered", async () => {
    const sliding = anOffer({ id: "money-off", cost: null, costPer: 45, value: null, title: "Money off" });
    const seen = await open({
      "GET rewards": { body: { member: { available: 260 }, rewards: [sliding] } },
      "POST redeem": ({ body }) =>
        body?.units === 5
          ? { status: 409, body: { outcome: "refused", text: "You need 20 points more." } }
          : { body: { outcome: "held", redemption: aRedemption(), text: "" } },
    });
    await choose("How much", "5");
    await press("Use 225 points");
    await press("Yes, use them");
    await shows("You need 20 points more.");
    await choose("How much", "4");
    await press("Yes, use them");
    await shows("ABCDE-FGHJK-MNPQR");
    const [first, second] = seen.filter(({ path }) => path === "redeem").map(({ body }) => body?.key);
    expect(second).not.toBe(first);
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
      held: () => held,
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
      held: () => held,
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
