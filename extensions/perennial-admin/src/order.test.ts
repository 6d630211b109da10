import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, expect, test, vi } from "vitest";
import type { OrderExplained } from "../../perennial-shared/admin-answers.ts";
import { englishTexts, leave, press, shows } from "../../perennial-shared/testing/on-screen.ts";
import { playApp } from "../../perennial-shared/testing/played-app.ts";
import locale from "../locales/en.default.json";

const block = getExtension("admin.order-details.block.render");
const action = getExtension("admin.order-details.action.render");

const ORDER: OrderExplained = {
  name: "#1001",
  points: "30",
  pending: "30",
  vestsAt: "2026-07-15T12:00:00Z",
  because: [{ key: "order:1:1", text: "Order #1001: £24.00 × 1 point × 1.25 (silver) = 30" }],
  whyNot: "Order #1001 earned 30 points. Gift card (£10.00) earns nothing: a gift card.",
};

let opened: typeof block | typeof action;

afterEach(() => {
  leave();
  opened.tearDown();
  vi.unstubAllEnvs();
});

async function open(extension: typeof block | typeof action, order: Partial<OrderExplained> | null = {}) {
  const told = order === null ? null : { ...ORDER, ...order };
  vi.stubEnv("APP_URL", "https://app.example.com");
  extension.setUp();
  opened = extension;
  const page = { i18n: englishTexts(locale), data: { selected: [{ id: "gid://shopify/Order/1" }] } };
  Object.assign(extension.shopify, page);
  extension.fetch = playApp({ "GET admin/order": { body: { order: told } } }).fetch;
  await extension.render();
}

test("the block says what an order earned and until when it waits, and leads to why", async () => {
  await open(block);
  const navigate = vi.spyOn(block.shopify.navigation, "navigate");
  await shows("This order earned 30 points | 30 points pending until Jul 15, 2026");
  await press("Why?");
  expect(navigate).toHaveBeenCalledWith("extension:perennial-why");
});

test("an order that earned nothing is asked why nothing", async () => {
  await open(block, { points: "0", pending: "0", vestsAt: null });
  await shows("This order earned no points | Why nothing?");
});

test("an order that nobody told of is said to be unknown", async () => {
  await open(block, null);
  await shows("The app has not heard of this order yet.");
});

test("why is every posting with its arithmetic, and what earned no more", async () => {
  await open(action);
  await shows("Order #1001: £24.00 × 1 point × 1.25 (silver) = 30");
  await shows("Why no more | Order #1001 earned 30 points. Gift card (£10.00) earns nothing");
});
