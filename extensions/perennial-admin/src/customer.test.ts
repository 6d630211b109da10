import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { MemberAtAGlance } from "../../perennial-shared/admin-answers.ts";
import {
  englishTexts,
  find,
  leave,
  onScreen,
  press,
  shows,
} from "../../perennial-shared/testing/on-screen.ts";
import { playApp, type Answers, type Seen } from "../../perennial-shared/testing/played-app.ts";
import locale from "../locales/en.default.json";

const block = getExtension("admin.customer-details.block.render");
const action = getExtension("admin.customer-details.action.render");
const CUSTOMER = "gid://shopify/Customer/7012";

const MEMBER: MemberAtAGlance = {
  available: "1240",
  pending: "30",
  held: "0",
  owed: "0",
  tier: "Silver",
  next: { name: "Gold", missing: "12.50", basis: "spend" },
  blocked: false,
  out: false,
  latest: [{ key: "order:1:1", at: "2026-07-01T12:00:00Z", text: "Order #1001: £120.00 × 1 point = 120" }],
};

/** One of the two for each test: the platform has one `shopify` at a time. */
function eachOnItsOwnPage(extension: typeof block | typeof action): void {
  beforeEach(() => {
    vi.stubEnv("APP_URL", "https://app.example.com");
    extension.setUp();
    Object.assign(extension.shopify, { i18n: englishTexts(locale), data: { selected: [{ id: CUSTOMER }] } });
  });
  afterEach(() => {
    leave();
    extension.tearDown();
    vi.unstubAllEnvs();
  });
}

function told(member: Partial<MemberAtAGlance> | null = {}, adjust = true): Answers {
  const body = { member: member === null ? null : { ...MEMBER, ...member }, may: { adjust } };
  return { "GET admin/member": { body } };
}

describe("the block on a customer's page", () => {
  eachOnItsOwnPage(block);

  async function open(answers: Answers): Promise<Seen[]> {
    const app = playApp(answers);
    block.fetch = app.fetch;
    await block.render();
    return app.seen;
  }

  test("says what they have, their tier, how far the next is, and what happened last with its arithmetic", async () => {
    const seen = await open(told());
    await shows("Loyalty points | 1,240 points | Silver | 30 points pending");
    await shows("to Gold");
    await shows("Order #1001: £120.00 × 1 point = 120");
    expect(seen[0]).toMatchObject({ query: { customer: CUSTOMER, locale: "en" } });
  });

  test.each<[Partial<MemberAtAGlance>, string]>([
    [{ blocked: true, out: true }, "Blocked"],
    [{ out: true }, "Has left"],
    [{ owed: "15" }, "15 points owed"],
    [{ held: "50" }, "50 points held for rewards"],
  ])("says what staff should know: %o", async (member, text) => {
    await open(told(member));
    await shows(text);
  });

  test("opens the form only for those who may adjust", async () => {
    const navigate = vi.spyOn(block.shopify.navigation, "navigate");
    await open(told());
    await press("Adjust points");
    expect(navigate).toHaveBeenCalledWith("extension:perennial-adjust");
    leave();
    await open(told({}, false));
    await shows("Silver");
    expect(onScreen()).not.toContain("Adjust points");
  });

  test("of somebody who is no member says how one becomes one", async () => {
    await open(told(null));
    await shows("Not a member yet");
  });

  test("of an app that is away says that nothing is lost, and tries again", async () => {
    let isAway = true;
    const found = told()["GET admin/member"];
    await open({ "GET admin/member": () => (isAway ? "gone" : (found as never)) });
    await shows("Nothing is lost");
    isAway = false;
    await press("Try again");
    await shows("1,240 points");
  });
});

describe("the form to adjust points", () => {
  eachOnItsOwnPage(action);

  async function open(answers: Answers = {}): Promise<Seen[]> {
    const app = playApp({ ...told(), ...answers });
    action.fetch = app.fetch;
    await action.render();
    return app.seen;
  }

  async function type(label: string, value: string): Promise<void> {
    const field = await vi.waitFor(() => {
      const found = document.body.querySelector(`s-text-field[label="${label}"]`);
      if (found === null) throw new Error(`no field ${label} in ${onScreen()}`);
      return found;
    });
    Object.assign(field, { value });
    field.dispatchEvent(new Event("input"));
  }

  test("sends what was typed once, and closes when it is done", async () => {
    const close = vi.spyOn(action.shopify, "close");
    const seen = await open({ "POST admin/adjust": { body: { outcome: "adjusted", points: "-50" } } });
    await type("Points", "-50");
    await type("Reason", "Parcel was late");
    await press("Adjust");
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce());
    expect(seen.at(-1)?.body).toMatchObject({
      ...{ customer: CUSTOMER, points: "-50", reason: "Parcel was late" },
      key: expect.stringMatching(/^[\w-]{8,64}$/) as string,
    });
  });

  test("keeps what was typed where the app says no, says why at the field, and sends the same key again", async () => {
    const seen = await open({ "POST admin/adjust": { body: { outcome: "faults", faults: ["points"] } } });
    await type("Points", "many");
    await press("Adjust");
    await vi.waitFor(() =>
      expect(document.body.querySelector('s-text-field[label="Points"]')?.getAttribute("error")).toContain(
        "whole number",
      ),
    );
    await press("Adjust");
    await vi.waitFor(() => expect(seen.filter(({ path }) => path === "admin/adjust")).toHaveLength(2));
    const [first, second] = seen.filter(({ path }) => path === "admin/adjust").map(({ body }) => body);
    expect(second).toEqual(first);
  });

  test("says how much a role may move where it is more", async () => {
    await open({ "POST admin/adjust": { body: { outcome: "beyond-limit", each: "100", left: "40" } } });
    await press("Adjust");
    await shows("more than your role may move");
    await shows("You may still move 40 points today.");
  });

  test("is not there for somebody whose role does not allow it", async () => {
    await open(told({}, false));
    await shows("Your role in the app does not allow this");
    expect(onScreen()).not.toContain("Reason");
    await find("Close");
  });
});
