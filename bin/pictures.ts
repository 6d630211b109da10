import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { z } from "zod";
import { openBrowser, USER_AGENT } from "../tests/helpers/browser.ts";
import { root } from "./bootstrap/environment.mjs";
import { plainly } from "./plainly.ts";

const FOLDER = join(root, "docs/pictures");

/** The pictures of the README, taken of a demo that runs: `npm run pictures [-- http://localhost:4000]`. */
async function main(store = "http://localhost:4000"): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const member = await findTelling(store);
  const browser = await openBrowser();
  try {
    await pictureAdmin(await open(browser), store, member);
    await picturePlan(await open(browser), store);
    await pictureStorefront(await open(browser), store, member);
  } finally {
    await browser.close();
  }
}

const metafields = z.object({
  metafields: z.array(
    z.object({ ownerType: z.string(), ownerId: z.string(), key: z.string(), value: z.string() }),
  ),
});
const summary = z.object({
  pending: z.object({ points: z.number() }),
  history: z.array(z.object({ kind: z.string() })),
});
const customer = z.object({ id: z.string(), email: z.string() });

type Customer = z.infer<typeof customer>;

/** A member who has something of everything: points on their way, and an order that went back. */
async function findTelling(store: string): Promise<Customer> {
  const answer = await fetch(`${store}/sandbox/api/metafields?limit=250`);
  const candidates = metafields
    .parse(await answer.json())
    .metafields.filter(({ ownerType, key }) => ownerType === "CUSTOMER" && key === "summary")
    .map(({ ownerId, value }) => ({ ownerId, ...summary.parse(JSON.parse(value)) }));
  const [best] = candidates.sort((a, b) => variety(b) - variety(a));
  if (best === undefined) throw new Error("The demo has no members yet.");
  return customer.parse(await (await fetch(`${store}/sandbox/api/customers/${best.ownerId}`)).json());
}

function variety({ pending, history }: z.infer<typeof summary>): number {
  const kinds = new Set(history.map(({ kind }) => kind)).size;
  return kinds * 100 + (pending.points > 0 ? 50 : 0) + history.length;
}

async function pictureAdmin(page: Page, store: string, { id }: Customer): Promise<void> {
  const app = `${store}/store/perennial-demo/apps/perennial/app`;
  const inside = page.frameLocator("iframe");
  await page.goto(app);
  await inside.getByText("Points out").first().waitFor();
  await take(page, "home");
  await page.goto(`${app}/members/${id}`);
  const why = inside.locator(".perennial-details > summary").first();
  await why.waitFor();
  await alive(why);
  await why.click();
  await take(page, "member");
  await page.goto(`${app}/insight/predictions`);
  await inside.getByText("The next 90 days").waitFor();
  await take(page, "predictions");
}

/** Tiers that are reached sooner, and a reward that costs less: what that would do is worked out, and nothing is published. */
async function picturePlan(page: Page, store: string): Promise<void> {
  const inside = page.frameLocator("iframe");
  await page.goto(`${store}/store/perennial-demo/apps/perennial/app/programme`);
  const begin = inside.getByRole("button", { name: "New draft" });
  await begin.waitFor();
  await alive(begin);
  await begin.click();
  await inside.getByRole("tab", { name: "Code" }).click();
  const code = inside.getByLabel("The whole programme as YAML");
  const programme = await code.inputValue();
  await code.fill(
    programme
      .replace('at: "250.00"', 'at: "200.00"')
      .replace("bonus: 50", "bonus: 75")
      .replace("cost: 150", "cost: 120"),
  );
  await page.getByRole("button", { name: "Save draft" }).click();
  const saved = page.getByRole("status").getByText("Draft saved");
  await saved.waitFor();
  await saved.waitFor({ state: "detached" });
  await inside.getByRole("button", { name: "Review and publish" }).click();
  await inside.getByText("Who changes tier").waitFor();
  await take(page, "plan");
  await page.goto(`${store}/store/perennial-demo/apps/perennial/app/programme`);
  const discard = inside.getByRole("button", { name: "Delete draft: " }).first();
  await discard.waitFor();
  await alive(discard);
  await discard.click();
  await inside.getByRole("dialog").getByRole("button", { name: "Delete draft" }).click();
  await inside.getByText(/was deleted/).waitFor();
}

/** The server's page is there before its script: what is pressed earlier than that is pressed for nothing. */
async function alive(place: Locator): Promise<void> {
  await place.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (Object.keys(element).some((key) => key.startsWith("__reactFiber$"))) resolve();
          else setTimeout(look, 20);
        };
        look();
      }),
  );
}

async function pictureStorefront(page: Page, store: string, { email }: Customer): Promise<void> {
  await page.goto(`${store}/account/login?q=${encodeURIComponent(email)}`);
  await page.locator(".person").first().click();
  await page.goto(`${store}/pages/rewards`);
  await take(page, "storefront");
}

async function open(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    userAgent: USER_AGENT,
    reducedMotion: "reduce",
  });
  return context.newPage();
}

async function take(page: Page, name: string): Promise<void> {
  // Fonts and pictures may come a moment after the page.
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  process.stdout.write(`docs/pictures/${name}.png\n`);
}

await main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${plainly(error)}\n`);
  process.exitCode = 1;
});
