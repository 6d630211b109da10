import { join } from "node:path";
import { openBrowser } from "../../../tests/helpers/browser.ts";
import { takeShopPages } from "../shop/take.ts";
import type { Shot } from "../take.ts";
import { adminPages } from "./pages.ts";
import { reportOf } from "./report.ts";
import { openAdminStore } from "./store.ts";
import { takePages, type Look } from "./take.ts";
import type { AdminView } from "./views.ts";

export interface AdminWish {
  views: AdminView[];
  /** Part of a page's name; null for all. */
  page: string | null;
  /** Address of a demo that runs already; null for a store of one's own. */
  store: string | null;
  folder: string;
}

/**
 * A picture of every page of the admin in its states, and what was measured meanwhile; and of the pages that shoppers see
 * and no theme draws, which need the same store.
 */
export async function takeAdmin({ views, page, store: running, folder }: AdminWish): Promise<Shot[]> {
  const store = await openAdminStore(running);
  const browser = await openBrowser();
  const shots: Shot[] = [];
  const looks: Look[] = [];
  const missed: string[] = [];
  try {
    const pages = adminPages(store).filter(
      ({ group, title }) => page === null || `${group} ${title}`.toLowerCase().includes(page.toLowerCase()),
    );
    for (const view of views) {
      process.stderr.write(`admin ${view.id} …\n`);
      const taken = await takePages(browser, view, { store, pages, folder });
      shots.push(...taken.shots);
      looks.push(...taken.looks);
      missed.push(...taken.missed);
    }
    shots.push(...(await takeShopPages(browser, { url: store.url, page, folder: join(folder, "../shop") })));
  } finally {
    await browser.close();
    await store.stop();
  }
  process.stdout.write(`${reportOf(looks)}\n`);
  if (missed.length > 0) {
    process.stderr.write(`Not shown: ${missed.join(", ")}\n`);
    process.exitCode = 1;
  }
  return shots;
}
