import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { englishTexts, leave, press, shows } from "../../perennial-shared/testing/on-screen.ts";
import { playApp, type Answers, type Seen } from "../../perennial-shared/testing/played-app.ts";
import { aMember, aProgramme } from "../../perennial-shared/testing/summaries.ts";
import locale from "../locales/en.default.json";
import { aCart } from "./testing/cart.ts";

const extension = getExtension("pos.home.modal.render");
const UNKNOWN = { status: 404, body: { outcome: "unknown-code", text: "This is no member's code." } };

let hear: ((scanned: { data: string; source: "external" }) => void) | null;

/** As soon as the modal listens. */
async function scan(data: string): Promise<void> {
  await vi.waitFor(() => expect(hear).not.toBeNull());
  hear?.({ data, source: "external" });
}

beforeEach(() => {
  vi.stubEnv("APP_URL", "https://app.example.com");
  extension.setUp();
  extension.shopify.i18n = englishTexts(locale);
  extension.shopify.cart.current.value = aCart();
  hear = null;
  extension.shopify.scanner.scannerData.current.subscribe = (listener) => {
    hear = listener;
    return () => undefined;
  };
});
afterEach(() => {
  leave();
  extension.tearDown();
  vi.unstubAllEnvs();
});

async function open(answers: Answers = {}): Promise<Seen[]> {
  const app = playApp({
    "GET member": ({ query }) => {
      if (query.code !== undefined && query.code !== "GOOD-CODE") return UNKNOWN;
      return { body: { customer: "7012", member: aMember({ balance: 240 }), text: "" } };
    },
    "GET programme": { body: { programme: aProgramme(), text: "" } },
    "GET rewards": { body: { member: { available: 240 }, rewards: [] } },
    ...answers,
  });
  extension.fetch = app.fetch;
  await extension.render();
  await shows("Whose card is it?");
  return app.seen;
}

test("a scanned code shows whose it is, and can make them the customer of the sale", async () => {
  const setCustomer = vi.spyOn(extension.shopify.cart, "setCustomer");
  const seen = await open();
  await scan("GOOD-CODE");
  await shows("240 points");
  expect(seen.find(({ query }) => query.code !== undefined)?.query).toMatchObject({ code: "GOOD-CODE" });
  await press("Add to this sale");
  expect(setCustomer).toHaveBeenCalledWith({ id: 7012 });
});

test("a code of nobody is told in the app's own words, and another can be scanned", async () => {
  await open();
  await scan("5012345678900");
  await vi.waitFor(() =>
    expect(document.body.querySelector("s-text-field")?.getAttribute("error")).toBe(
      "This is no member's code.",
    ),
  );
  await scan("GOOD-CODE");
  await shows("240 points");
});

test("who was there before is gone once another card is scanned, whatever becomes of it", async () => {
  await open();
  await scan("GOOD-CODE");
  await shows("240 points");
  await scan("5012345678900");
  await vi.waitFor(() =>
    expect(document.body.querySelector("s-text-field")?.getAttribute("error")).toBe(
      "This is no member's code.",
    ),
  );
  expect(document.body.textContent).not.toContain("240 points");
});

test("a code can be written by hand", async () => {
  await open();
  const field = document.body.querySelector("s-text-field");
  if (field) Object.assign(field, { value: " GOOD-CODE " });
  field?.dispatchEvent(new Event("input"));
  await press("Find the member");
  await shows("240 points");
});

test("without a connection it says that nothing is lost", async () => {
  await open({ "GET member": "gone" });
  await scan("GOOD-CODE");
  await vi.waitFor(
    () =>
      expect(document.body.querySelector("s-text-field")?.getAttribute("error")).toMatch(/Nothing is lost/),
    { timeout: 3_000 },
  );
});

test("a customer who is in the sale already needs no card", async () => {
  extension.shopify.cart.current.value = aCart({ customer: { id: 7012 } });
  await open();
  await shows("240 points");
  await shows("The customer of this sale");
});
