import type { Page } from "playwright-core";
import { extensionAt } from "../../../tests/helpers/extension-pages.ts";

/** Whom the pictures show. */
export interface Shopper {
  email: string;
  /** Of their card. */
  code: string;
}

/** What is done on a page before its picture is taken. */
export type Steps = (tab: Page, shopper: Shopper) => Promise<void>;

const TILE = "pos.home.tile.render";
const MODAL = "pos.home.modal.render";
const BLOCK = "pos.customer-details.block.render";
const BLOCK_MODAL = "pos.customer-details.action.render";
const AFTER_SALE = "pos.purchase.post.block.render";

/** The till's tile is pressed; with a code, that is scanned. */
const openTile: Steps = async (tab) => {
  await extensionAt(tab, TILE).getByRole("button").click();
  await extensionAt(tab, MODAL).getByRole("textbox").waitFor();
};

const scan = (codeOf: (shopper: Shopper) => string): Steps => {
  return async (tab, shopper) => {
    await openTile(tab, shopper);
    await tab.getByLabel("Scan").fill(codeOf(shopper));
    await tab.getByRole("button", { name: "Read" }).click();
    await extensionAt(tab, MODAL).locator("s-spinner").waitFor({ state: "detached" });
  };
};

const openCustomer: Steps = async (tab, { email }) => {
  await tab.getByRole("button", { name: "Customers" }).click();
  await tab.getByLabel("Search").fill(email);
  await tab.getByRole("listitem").filter({ hasText: email }).getByRole("button").click();
  await extensionAt(tab, BLOCK).getByRole("button").first().waitFor();
};

const openBlock: Steps = async (tab, shopper) => {
  await openCustomer(tab, shopper);
  await extensionAt(tab, BLOCK).getByRole("button").first().click();
  await extensionAt(tab, BLOCK_MODAL).getByRole("button").first().waitFor();
};

const loseConnection: Steps = async (tab, shopper) => {
  await tab.getByRole("button", { name: "Online" }).click();
  await openCustomer(tab, shopper);
};

async function addProduct(tab: Page): Promise<void> {
  await tab.getByRole("button", { name: "Products" }).click();
  await tab.locator(".tiles button").first().click();
}

const sell: Steps = async (tab, shopper) => {
  await openCustomer(tab, shopper);
  await tab.getByRole("button", { name: "Add to sale" }).click();
  await tab.getByRole("button", { name: "Home" }).click();
  await addProduct(tab);
  await tab.getByRole("button", { name: /^Take / }).click();
  await extensionAt(tab, AFTER_SALE).getByText(/\d/).first().waitFor();
};

const usePoints: Steps = async (tab, shopper) => {
  await addProduct(tab);
  await tab.getByRole("button", { name: "Home" }).click();
  await scan(({ code }) => code)(tab, shopper);
  const modal = extensionAt(tab, MODAL);
  await modal
    .getByRole("button", { name: /^Use [\d,]+ points/ })
    .first()
    .click();
  await modal.locator("s-banner").first().waitFor();
};

/** What staff meet at the till; what takes the member's points is looked at in English alone. */
export const AT_THE_TILL: { title: string; steps?: Steps; isInEnglish?: boolean }[] = [
  { title: "Home" },
  { title: "Whose card is it", steps: openTile },
  { title: "A member's card was scanned", steps: scan(({ code }) => code) },
  { title: "Points were used", steps: usePoints, isInEnglish: true },
  { title: "Nobody's card was scanned", steps: scan(() => "AAAA-BBBB-CCCC") },
  { title: "A customer", steps: openCustomer },
  { title: "A customer's points", steps: openBlock },
  { title: "A customer, without a connection", steps: loseConnection },
  { title: "After a sale", steps: sell },
];
