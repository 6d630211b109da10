import { getExtension } from "@shopify/ui-extensions-tester";
import { afterEach, beforeEach, vi } from "vitest";
import locale from "../locales/en.default.json";
import { englishTexts, leave } from "../../perennial-shared/testing/on-screen.ts";
import { playApp, type Answers, type Played, type Seen } from "../../perennial-shared/testing/played-app.ts";
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
  answers: Answers & { member?: unknown; programme?: unknown; held?: () => unknown[] } = {},
): Promise<Seen[]> {
  const { member = aMember(), programme = aProgramme(), held = () => [], ...rest } = answers;
  const rewards = rest["GET rewards"] ?? { body: { member: { available: 0 }, rewards: [] } };
  const app = playApp({
    store: { body: { data: null } },
    "GET member": { body: { member, text: "" } },
    "GET programme": { body: { programme, text: "" } },
    "GET account": { body: anAccount() },
    ...rest,
    "GET rewards": (seen) => withHeld(typeof rewards === "function" ? rewards(seen) : rewards, held()),
  });
  extension.fetch = app.fetch;
  await extension.render();
  return app.seen;
}

/** The page asks for both at once. */
function withHeld(played: Played, redemptions: unknown[]): Played {
  if (typeof played === "string" || typeof played.body !== "object") return played;
  return { ...played, body: { ...played.body, redemptions } };
}
