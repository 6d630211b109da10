import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { englishTexts, leave, shows } from "../../perennial-shared/testing/on-screen.ts";
import { playApp, type Answers, type Seen } from "../../perennial-shared/testing/played-app.ts";
import { aMember, aProgramme } from "../../perennial-shared/testing/summaries.ts";
import locale from "../locales/en.default.json";
import { aCart } from "./testing/cart.ts";

const extension = getExtension("pos.home.tile.render");

beforeEach(() => {
  vi.stubEnv("APP_URL", "https://app.example.com");
  extension.setUp();
  extension.shopify.i18n = englishTexts(locale);
  extension.shopify.cart.current.value = aCart();
});
afterEach(() => {
  leave();
  extension.tearDown();
  vi.unstubAllEnvs();
});

async function open(customer: number | null, answers: Answers = {}): Promise<Seen[]> {
  const app = playApp({
    "GET member": { body: { member: aMember({ balance: 240 }), text: "" } },
    "GET programme": { body: { programme: aProgramme(), text: "" } },
    ...answers,
  });
  extension.fetch = app.fetch;
  if (customer !== null) extension.shopify.cart.current.value = aCart({ customer: { id: customer } });
  await extension.render();
  return app.seen;
}

const tile = () => document.body.querySelector("s-tile");

test("without a customer it invites to scan, and asks nobody", async () => {
  const seen = await open(null);
  expect(tile()?.getAttribute("subheading")).toBe("Scan a member's code");
  expect(seen).toEqual([]);
});

test("with a customer it says how many points they have, asked for by staff", async () => {
  const seen = await open(7012);
  await vi.waitFor(() => expect(tile()?.getAttribute("subheading")).toBe("240 points"));
  const asked = seen.find(({ path }) => path === "member");
  expect(asked?.query).toMatchObject({ customer: "7012", locale: "en-US" });
  expect(asked?.authorization).toBe("Bearer mock-session-token");
});

test.each([
  ["somebody who never bought anything", { status: 404, body: { error: "No member." } }, "Not a member yet"],
  ["an app that is away", "gone" as const, "Not reachable just now"],
])("of %s it says so", async (_what, answer, text) => {
  await open(7012, { "GET member": answer });
  await vi.waitFor(() => expect(tile()?.getAttribute("subheading")).toBe(text), { timeout: 3_000 });
});

test("opens the modal when it is pressed", async () => {
  const presentModal = vi.spyOn(extension.shopify.action, "presentModal");
  await open(null);
  await shows("Points");
  tile()?.dispatchEvent(new Event("click"));
  expect(presentModal).toHaveBeenCalledOnce();
});
