import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { englishTexts, leave, press, shows } from "../../perennial-shared/testing/on-screen.ts";
import { playApp, type Answers, type Seen } from "../../perennial-shared/testing/played-app.ts";
import { aProgramme } from "../../perennial-shared/testing/summaries.ts";
import locale from "../locales/en.default.json";

const extension = getExtension("pos.purchase.post.block.render");

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

async function open(customerId: number | undefined, answers: Answers = {}): Promise<Seen[]> {
  const app = playApp({
    "GET programme": { body: { programme: aProgramme(), text: "" } },
    ...answers,
  });
  extension.fetch = app.fetch;
  extension.shopify.order = { id: 5612, name: "#1001", customerId };
  await extension.render();
  return app.seen;
}

const told = (facts: object) => ({
  body: { state: "known", points: 115, availableAt: null, text: "You got 115 points.", next: null, ...facts },
});

test("says what the sale earned and what comes next", async () => {
  const next = { title: "£10.00 off", missing: 40, text: "40 points to go: £10.00 off" };
  const seen = await open(7012, { "GET order": told({ next }) });
  await shows("115 points | You got 115 points. | 40 points to go: £10.00 off");
  expect(seen.find(({ path }) => path === "order")?.query).toMatchObject({ order: "5612", customer: "7012" });
});

test("of a sale that earns nothing says why, in the app's words", async () => {
  await open(7012, { "GET order": told({ state: "nothing", points: 0, text: "Gift cards earn nothing." }) });
  await shows("Gift cards earn nothing.");
});

test("without a customer invites to name one next time, and asks nobody", async () => {
  const seen = await open(undefined);
  await shows("Nobody was named, so this sale earns nothing.");
  expect(seen).toEqual([]);
});

test("of a customer whose first sale this is says that the points are on their way", async () => {
  let known = false;
  const early = { status: 404, body: { error: "No member has this customer id." } };
  await open(7012, { "GET order": () => (known ? told({}) : early) });
  await shows("The points of this sale are on their way");
  known = true;
  await press("Try again");
  await shows("115 points");
});

test("of an app that is away says that nothing is lost", async () => {
  await open(7012, { "GET order": "gone" });
  await shows("Nothing is lost");
});
