import { AT_THE_TILL, type Steps } from "./till.ts";

/** A page that shoppers see and no theme draws: the app's own in the shop, and those with its extensions. */
export interface ShopPage {
  group: string;
  title: string;
  path: string;
  /** Without anybody signed in. */
  isForGuests?: boolean;
  steps?: Steps;
  /** No picture in other languages. */
  isInEnglish?: boolean;
}

export const SHOP_PAGES: readonly ShopPage[] = [
  ...[
    ["Everything on one page", ""],
    ["Preferences", "/preferences"],
    ["Rewards that were had", "/redemptions"],
    ["Before points are used", "/redeem?reward=five-off"],
    ["Before a product is shown no more", "/refuse?pick=none"],
    ["Before leaving", "/leave"],
    ["The card", "/card"],
  ].map(([title = "", path = ""]) => ({ group: "Pages in the shop", title, path: `/apps/perennial${path}` })),
  { group: "Pages in the shop", title: "For guests", path: "/apps/perennial", isForGuests: true },
  { group: "Customer account", title: "Points", path: "/customer-account/pages/perennial-account" },
  { group: "Customer account", title: "Profile", path: "/customer-account/profile" },
  { group: "Customer account", title: "Orders", path: "/customer-account/orders" },
  ...AT_THE_TILL.map((state) => ({ group: "Till", path: "/pos", ...state })),
];
