import { describe, expect, it } from "vitest";
import type { LoyaltySummary, RedemptionSummary, RunningOffer } from "../app/loyalty/summary.ts";
import { said, seen, member } from "./helpers/theme-sentences.ts";
import { NOW, type ThemePage } from "./helpers/theme-page.ts";

const CODE = "GIFT-8QK2M-4TR7C";

function offer(minutes: number, change: Partial<RunningOffer> = {}): RunningOffer {
  const to = Date.parse(NOW) / 1000 + minutes * 60;
  const own = { reward: "thanks", kind: "amount", value: "5.00", code: CODE, minimum: "30.00" } as const;
  return { ...own, reason: "We have missed you", to, endsAt: new Date(to * 1000).toISOString(), ...change };
}

function heldOf({ reward, kind, value, code, endsAt }: RunningOffer): RedemptionSummary {
  return { id: code, reward, kind, points: 0, value, state: "ready", code, heldAt: NOW, endsAt };
}

/** Its code stands among what they hold, as in the member's document. */
function offered(running: RunningOffer, change: Partial<LoyaltySummary> = {}): ThemePage {
  return member({ offer: running, redemptions: [heldOf(running)], ...change });
}

const cart = { lines: [{ price: 2400 }] };

describe.each(["points-panel", "points-shop", "launcher", "cart-points"])("an offer in %s", (block) => {
  it("says what it is, why, for how much, until when, and its code, once", () => {
    const text = said(block, { ...offered(offer(30)), cart });
    expect(text).toContain("£5.00 off your order We have missed you");
    expect(text).toContain("Yours alone, until November 21, 2026 at 12:30 PM.");
    expect(text).toContain("with orders from £30.00");
    expect(text.split(CODE)).toHaveLength(2);
  });

  it("is gone when it is over, and its code with it", () => {
    const text = said(block, { ...offered(offer(30)), cart, now: "2026-11-21T12:30:00Z" });
    expect(text).not.toContain("Yours alone");
    expect(text).not.toContain(CODE);
  });

  it("counts nothing down that is more than a day away", () => {
    const timers = (minutes: number) => seen(block, "[role=timer]", { ...offered(offer(minutes)), cart });
    expect(timers(23 * 60)).toHaveLength(1);
    expect(timers(25 * 60)).toHaveLength(0);
  });
});

it("prints the merchant's sentence as text", () => {
  const [drawn] = seen("points-panel", "perennial-offer", offered(offer(5, { reason: "<b>5 > 3</b>" })));
  expect(drawn?.innerHTML).toContain("&lt;b&gt;5 &gt; 3&lt;/b&gt;");
});

it("leaves the member's other codes where they are", () => {
  const running = offer(5);
  const others = [heldOf({ ...running, code: "OTHER-CODE" }), heldOf(running)];
  const text = said("points-panel", offered(running, { redemptions: others }));
  expect(text.split("OTHER-CODE")).toHaveLength(2);
  expect(text.split(CODE)).toHaveLength(2);
});
