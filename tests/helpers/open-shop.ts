import type { Browser, Page } from "playwright-core";
import { afterAll } from "vitest";
import { keepPicturesOfFailures, openInAdmin, openPage } from "./admin-app.ts";
import { openBrowser } from "./browser.ts";
import { startWholeLine, type WholeLine } from "./whole-line.ts";

export interface OpenShop {
  browser: Browser;
  line: WholeLine;
  /** A tab to begin with. */
  page: Page;
}

export interface OpenShopTerms {
  /** How far the app has come in the shop: it knows a shop, and hears of it, from when it was first opened there. */
  app: "absent" | "installed" | "opened";
  /** The programme as YAML, instead of the simplest one. */
  programme?: string;
}

/** For one test file: a shop with the app, and a browser to look at both. All of it goes when the file is over. */
export async function openShop({ app, programme }: OpenShopTerms): Promise<OpenShop> {
  const [browser, line] = await Promise.all([
    openBrowser(),
    startWholeLine({ installed: app !== "absent", ...(programme === undefined ? {} : { programme }) }),
  ]);
  afterAll(() => Promise.all([browser.close(), line.close()]));
  keepPicturesOfFailures(browser);
  const page = await openPage(browser);
  if (app === "opened") await openInAdmin(page, line.admin("/app/members"), "Members");
  return { browser, line, page };
}
