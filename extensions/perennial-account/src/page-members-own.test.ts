import { describe, expect, test } from "vitest";
import { choose, find, onScreen, press, shows, tick } from "../../perennial-shared/testing/on-screen.ts";
import { anAccount, anOffer } from "../../perennial-shared/testing/rewards.ts";
import { aMember, aProgramme } from "../../perennial-shared/testing/summaries.ts";
import { eachOnItsOwnPage, open } from "../testing/open-page.ts";

eachOnItsOwnPage();

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
    await shows("Adjusted by the shop | Nov 20, 2026 | Sorry | −5");
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
    await shows("Set aside for a reward | Nov 20, 2026 | A fiver | −250");
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
