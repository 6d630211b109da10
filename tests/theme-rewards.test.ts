import { describe, expect, it } from "vitest";
import type { RedemptionSummary, RewardSummary } from "../app/loyalty/summary.ts";
import { PROGRAMME, renderBlock } from "./helpers/theme-page.ts";
import { member, said, seen } from "./helpers/theme-sentences.ts";

const reward = (id: string, change: Partial<RewardSummary> = {}): RewardSummary => ({
  ...{ id, kind: "amount", cost: 500, value: "5.00", costPer: null, mostUnits: null },
  ...{
    minimum: null,
    minimumCents: 0,
    codeDays: 60,
    product: null,
    handle: null,
    tiers: null,
    perMember: null,
  },
  ...{ from: null, to: null },
  ...change,
});

const redemption = (change: Partial<RedemptionSummary> = {}): RedemptionSummary => ({
  ...{ id: "r1", reward: "five", kind: "amount", points: 500, value: "5.00", state: "ready" },
  ...{ code: "ABCDE-FGHJK", heldAt: "2026-11-21T10:00:00Z", endsAt: "2027-01-20T10:00:00Z" },
  ...change,
});

const shop = (...rewards: RewardSummary[]) => ({ programme: { ...PROGRAMME, rewards } });
const FIVE = "£5.00 off your order";

describe("the rewards", () => {
  it("are those within reach first, each with its cost and its way, then the others with what is missing", () => {
    const page = { ...shop(reward("far", { cost: 2000, value: "20.00" }), reward("five")), ...member() };
    const text = said("points-panel", page);
    expect(text.indexOf(FIVE)).toBeLessThan(text.indexOf("£20.00 off your order"));
    expect(text).toContain(`${FIVE} to be used within 60 days 500 points Use points: ${FIVE}`);
    expect(text).toContain("£20.00 off your order to be used within 60 days 2,000 points 760 points to go");
    const [form, ...others] = seen("points-panel", "form", page);
    expect(others).toEqual([]);
    expect(form?.getAttribute("action")).toBe("/apps/perennial/redeem");
    expect(form?.querySelector("[name=reward]")?.getAttribute("value")).toBe("five");
  });

  it("are sorted by what is missing, those of other levels last", () => {
    const page = {
      ...shop(
        reward("gold", { tiers: ["gold"], cost: 1, value: "4.00" }),
        reward("far", { cost: 9000, value: "3.00" }),
        reward("near", { cost: 1250, value: "2.00" }),
        reward("have", { cost: 1240, value: "1.00" }),
      ),
      ...member(),
    };
    const names = seen("points-shop", "h3.perennial-name", page).map(({ textContent }) => textContent);
    expect(names).toEqual(["£1.00", "£2.00", "£3.00", "£4.00"].map((value) => `${value} off your order`));
  });

  it("that are products show their picture, and a model only behind a button", () => {
    const pot = {
      title: "Terracotta pot",
      featured_image: { src: "/pot.svg" },
      media: [{ media_type: "model", alt: "A pot", sources: [{ url: "/pot.glb" }] }],
    };
    const page = {
      ...shop(reward("pot", { kind: "free-product", value: null, handle: "pot" })),
      ...member(),
      allProducts: { pot },
    };
    expect(said("points-shop", page)).toContain("A free product Terracotta pot");
    expect(seen("points-shop", ".perennial-media img", page)[0]?.getAttribute("src")).toBe("/pot.svg");
    expect(seen("points-shop", "model-viewer", page)).toEqual([]);
    expect(renderBlock("points-shop", page)).toContain('<template><model-viewer src="/pot.glb"');
    expect(seen("points-shop", ".perennial-media svg", { ...page, allProducts: {} })).toHaveLength(1);
  });

  it("are reached by exactly what they cost", () => {
    expect(said("points-panel", { ...shop(reward("five")), ...member({ balance: 500 }) })).not.toContain(
      "to go",
    );
    expect(said("points-panel", { ...shop(reward("five")), ...member({ balance: 499 }) })).toContain(
      "1 point to go",
    );
  });

  it.each([
    [{ kind: "percent", value: "12.5" }, "12.5% off your order"],
    [{ kind: "free-shipping", value: null }, "Free shipping"],
    [{ kind: "free-product", value: null }, "A free product"],
    [{ kind: "gift-with-purchase", value: null }, "A gift with your order"],
    [{ kind: "store-credit", codeDays: null }, "£5.00 of store credit"],
    [{ kind: "gift-card", codeDays: null }, "A gift card of £5.00"],
    [{ kind: "donation", codeDays: null }, "£5.00 for a good cause"],
    [{ kind: "exclusive", value: null, codeDays: null }, "Exclusive access"],
    [{ kind: "custom", value: null, codeDays: null }, "A reward from the shop"],
    [{ minimum: "20.00", minimumCents: 2000 }, "with orders from £20.00"],
    [{ to: 1796083200 }, "to be had until Dec 1, 2026"],
  ] as [Partial<RewardSummary>, string][])("say what they are: %j", (change, sentence) => {
    expect(said("points-panel", { ...shop(reward("r", change)), ...member() })).toContain(sentence);
  });

  it("with a sliding cost ask how much, and for no more than can be had", () => {
    const sliding = { cost: null, value: null, costPer: 100, mostUnits: 50 };
    const page = { ...shop(reward("slide", sliding)), ...member({ balance: 1240 }) };
    expect(said("points-panel", page)).toContain("100 points for each: £1.00 off your order");
    expect(renderBlock("points-panel", page)).toMatch(/name="units"[^>]*min="1" max="12"/);
    const rich = renderBlock("points-panel", { ...page, ...member({ balance: 100_000 }) });
    expect(rich).toMatch(/max="50"/);
    const poor = said("points-panel", { ...page, ...member({ balance: 99 }) });
    expect(poor).toContain("1 point to go");
  });

  it("of other levels say for whom they are, and those that are over or to come are left out", () => {
    const gold = reward("gold", { tiers: ["silver", "bronze"] });
    const platinum = reward("platinum", { tiers: ["bronze"], value: "9.00" });
    const page = { ...shop(gold, platinum, reward("past", { to: 1, value: "7.00" })), ...member() };
    const text = said("points-panel", page);
    expect(text).toContain("£9.00 off your order to be used within 60 days kept for Bronze");
    expect(text).not.toContain("£7.00");
    expect(seen("points-panel", "form", page)).toHaveLength(1);
  });

  it("are shown to guests, who are asked to sign in", () => {
    const page = shop(reward("five"));
    const text = said("points-panel", page);
    expect(text).toContain(`${FIVE} to be used within 60 days 500 points`);
    expect(text).not.toMatch(/to go|Use points/);
    expect(text).toContain("Create an account and get 25 points Sign in");
  });

  it("are there only where the merchant wants them, and where there are any", () => {
    const page = { ...shop(reward("five")), ...member() };
    expect(said("points-panel", { ...page, settings: { show_shop: false } })).not.toContain(FIVE);
    expect(said("points-panel", { ...shop(), ...member() })).not.toContain("What your points bring");
    const { rewards: _none, ...older } = PROGRAMME;
    expect(said("points-panel", { programme: older, ...member() })).toContain("1,240 points");
  });

  it("lead to where the merchant put the app", () => {
    const page = { ...shop(reward("five")), ...member(), settings: { app_path: "/tools/points" } };
    expect(renderBlock("points-panel", page)).toContain('action="/tools/points/redeem"');
  });
});

describe("what was redeemed", () => {
  const redeemed = (...redemptions: RedemptionSummary[]) => said("points-panel", member({ redemptions }));

  it("shows its code, until when, and the way to the cart with it", () => {
    expect(redeemed(redemption())).toContain(
      `Your rewards ${FIVE} Enter this code at checkout. It can be used once, until Jan 20, 2027. Code: ABCDE-FGHJK Copy Use it now Give it back`,
    );
    const markup = renderBlock("points-panel", {
      programme: PROGRAMME,
      ...member({ redemptions: [redemption()] }),
    });
    expect(markup).toContain('href="/discount/ABCDE-FGHJK?redirect=');
    expect(markup).toContain('href="/apps/perennial/redemptions?locale=en"');
  });

  it("says how far it is where there is no code", () => {
    const none = { code: null, endsAt: null };
    expect(redeemed(redemption({ state: "making", ...none }))).toContain("Being made.");
    expect(redeemed(redemption({ state: "waiting", ...none }))).toContain("The shop will be in touch.");
    expect(redeemed(redemption({ state: "granted", ...none }))).toContain("You have it.");
  });

  it("is gone when its days are over", () => {
    expect(redeemed(redemption({ endsAt: "2026-11-21T12:00:00Z" }))).not.toContain("ABCDE");
    expect(redeemed(redemption({ endsAt: "2026-11-21T12:00:01Z" }))).toContain("ABCDE");
  });
});

describe("in every language", () => {
  it.each([
    ["de", "5,00 Rabatt auf deine Bestellung", "noch 7.760 Punkte"],
    ["fr", "de réduction sur votre commande", "encore 7 760 points"],
  ])("%s", (locale, benefit, missing) => {
    const page = { ...shop(reward("five"), reward("far", { cost: 9000 })), ...member(), locale };
    const text = said("points-panel", { ...page, moneyFormat: "£{{amount_with_comma_separator}}" });
    expect(text).toContain(benefit);
    expect(text).toContain(missing);
  });
});
