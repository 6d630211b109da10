import type { UiExtension } from "./extensions.ts";

/** Where on the sandbox's pages a target stands, by what its name begins with. */
const PLACES: [begins: string, path: (extension: UiExtension) => string, where: string][] = [
  [
    "customer-account.page.render",
    ({ handle }) => `/customer-account/pages/${handle}`,
    "A page of the account",
  ],
  ["customer-account.profile.block", () => "/customer-account/profile", "The profile"],
  ["customer-account.profile.announcement", () => "/customer-account/profile", "The profile"],
  ["customer-account.profile.addresses", () => "/customer-account/profile", "The profile"],
  ["customer-account.order-index.", () => "/customer-account/orders", "The list of orders"],
  ["customer-account.order-status.block", () => "/customer-account/orders", "An order of the list"],
  ["customer-account.order-status.announcement", () => "/customer-account/orders", "An order of the list"],
  ["customer-account.order-status.cart-line-list", () => "/customer-account/orders", "An order of the list"],
  ["customer-account.order-status.payment-details", () => "/customer-account/orders", "An order of the list"],
  ["customer-account.footer.", () => "/customer-account/profile", "The foot of every page of the account"],
  ["purchase.checkout.reductions.", () => "/checkout", "The checkout, with something in the cart"],
  ["purchase.thank-you.block", () => "/checkout", "The page after the checkout"],
  ["admin.customer-details.", () => "/sandbox/customers", "A customer in the admin"],
  ["admin.order-details.", () => "/sandbox/orders", "An order in the admin"],
  ["pos.home.tile", () => "/pos", "The till's home"],
  ["pos.home.modal", () => "/pos", "What the tile opens"],
  ["pos.customer-details.block", () => "/pos", "A customer at the till"],
  ["pos.customer-details.action.render", () => "/pos", "What the customer's block opens"],
  ["pos.purchase.post.block", () => "/pos", "After a sale"],
  ["pos.purchase.post.action.render", () => "/pos", "What the block after a sale opens"],
];

export interface Shown {
  path: string;
  where: string;
}

/** null: this target is on no page of the sandbox. */
export function whereShown(extension: UiExtension, target: string): Shown | null {
  const found = PLACES.find(([begins]) => target.startsWith(begins));
  return found ? { path: found[1](extension), where: found[2] } : null;
}
