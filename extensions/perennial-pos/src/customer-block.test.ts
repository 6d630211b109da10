import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { englishTexts, leave, press, shows } from "../../perennial-shared/testing/on-screen.ts";
import { playApp, type Answers } from "../../perennial-shared/testing/played-app.ts";
import { aMember, aProgramme } from "../../perennial-shared/testing/summaries.ts";
import locale from "../locales/en.default.json";

const extension = getExtension("pos.customer-details.block.render");

beforeEach(() => {
  vi.stubEnv("APP_URL", "https://app.example.com");
  extension.setUp();
  extension.shopify.i18n = englishTexts(locale);
});
afterEach(() => {
  leave();
  extension.tearDown();
  vi.unstubAllEnvs();
});

async function open(facts: Parameters<typeof aMember>[0] = {}, answers: Answers = {}): Promise<void> {
  extension.fetch = playApp({
    "GET member": { body: { member: aMember({ balance: 1240, ...facts }), text: "" } },
    "GET programme": { body: { programme: aProgramme(), text: "" } },
    ...answers,
  }).fetch;
  await extension.render();
}

test("says what a member has, their level, what waits and what ends next", async () => {
  await open({
    tier: { id: "silver", name: "Silver" },
    pending: { points: 30, next: [] },
    owed: 15,
    expiring: [{ points: 100, at: "2026-12-31T00:00:00Z" }],
  });
  await shows("1,240 points | Silver | 30 points pending | 15 points to be made up first");
  await shows("100 points end on Dec 31, 2026");
});

test("calls points and levels what the merchant calls them", async () => {
  extension.shopify.locale.current.value = "de";
  const texts = { de: { points: { one: "Blatt", other: "Blätter" }, tiers: { silver: "Silberblatt" } } };
  await open(
    { tier: { id: "silver", name: "Silver" } },
    { "GET programme": { body: { programme: aProgramme({ texts }), text: "" } } },
  );
  await shows("1,240 Blätter | Silberblatt");
});

test.each([
  [{ out: true }, {}, "Has left the programme"],
  [{}, { paused: true }, "The programme is paused"],
])("says when a sale earns nothing: %o %o", async (member, programme, text) => {
  await open(member, { "GET programme": { body: { programme: aProgramme(programme), text: "" } } });
  await shows(text);
});

test("of a customer who is no member yet says how they become one", async () => {
  await open({}, { "GET member": { status: 404, body: { error: "No member has this customer id." } } });
  await shows("Not a member yet");
});

test("leads to the rewards", async () => {
  const presentModal = vi.spyOn(extension.shopify.action, "presentModal");
  await open();
  await press("Rewards");
  expect(presentModal).toHaveBeenCalledOnce();
});

test("of an app that is away says that nothing is lost, and tries again", async () => {
  let away = true;
  const member = { body: { member: aMember({ balance: 5 }), text: "" } };
  await open({}, { "GET member": () => (away ? "gone" : member) });
  await shows("Nothing is lost");
  away = false;
  await press("Try again");
  await shows("5 points");
});
