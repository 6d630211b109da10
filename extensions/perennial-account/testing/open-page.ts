import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, beforeEach, vi } from "vitest";
import locale from "../locales/en.default.json";
import { englishTexts, leave } from "../../perennial-shared/testing/on-screen.ts";
import { playApp, type Answers, type Seen } from "../../perennial-shared/testing/played-app.ts";
import { anAccount } from "../../perennial-shared/testing/rewards.ts";
import { aMember, aProgramme } from "../../perennial-shared/testing/summaries.ts";

export const extension = getExtension("customer-account.page.render");

/** A page for each test of a file, and none left over for the next. */
export function eachOnItsOwnPage(): void {
  beforeEach(() => {
    vi.stubEnv("APP_URL", "https://app.example.com");
    extension.setUp();
    extension.shopify.i18n = englishTexts(locale);
  });
  afterEach(() => {
    leave();
    extension.tearDown();
    vi.useRealTimers();
    vi.unstubAllEnvs();
  });
}

/** Opens the page with an app that knows this member; `answers` says what is different. Answers with what the app is asked. */
export async function open(
  answers: Answers & { member?: unknown; programme?: unknown } = {},
): Promise<Seen[]> {
  const { member = aMember(), programme = aProgramme(), ...rest } = answers;
  const app = playApp({
    store: { body: { data: null } },
    "GET member": { body: { member, text: "" } },
    "GET programme": { body: { programme, text: "" } },
    "GET rewards": { body: { member: { available: 0 }, rewards: [] } },
    "GET redemptions": { body: { redemptions: [] } },
    "GET account": { body: anAccount() },
    ...rest,
  });
  extension.fetch = app.fetch;
  await extension.render();
  return app.seen;
}
