import type { Page } from "playwright-core";
import type { WholeLine } from "./whole-line.ts";

/** Signs a customer in to the storefront. */
export async function signIn(page: Page, { shopUrl }: WholeLine, email: string): Promise<void> {
  await page.goto(`${shopUrl}/account/login?q=${email}`);
  await page.getByRole("button", { name: email }).click();
  await page.waitForURL("**/account");
}

/** The figure on the rewards page, as it stands now. */
export async function balanceOf(page: Page, { shopUrl }: WholeLine): Promise<number> {
  await page.goto(`${shopUrl}/pages/rewards`);
  const figure = await page.locator(".perennial-figure-number").textContent();
  return Number(figure?.replaceAll(",", ""));
}

export async function putIntoCart(page: Page, { shopUrl }: WholeLine, handle: string): Promise<void> {
  await page.goto(`${shopUrl}/products/${handle}`);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.waitForURL("**/cart");
}

/** Fills in the checkout as it stands and places the order; answers its id. */
export async function payAtCheckout(page: Page): Promise<string> {
  await page.getByLabel("Street and number").fill("1 Hill Road");
  await page.getByLabel("Postcode").fill("N1 1AA");
  await page.getByLabel("Town").fill("London");
  await page.getByRole("button", { name: "Place order" }).click();
  await page.waitForURL("**/checkout/thank-you/*");
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
