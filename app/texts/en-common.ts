import { plural } from "./plural.ts";

/** What more than one page says: the menu, words around everything, and what is shown where a page cannot be. */
export const enCommon = {
  nav: {
    home: "Home",
    members: "Members",
    programme: "Programme",
    rewards: "Rewards",
    analytics: "Analytics",
    insight: "Insight",
    operations: "Operations",
    stores: "Stores",
    settings: "Settings",
  },
  points: (count: string, shown: string) => plural(count, `${shown} point`, `${shown} points`),
  common: {
    cancel: "Cancel",
    none: "None",
    newer: "Newer",
    older: "Older",
    next: "Next page",
    previous: "Previous page",
    loading: "Loading",
    customer: (id: string) => `Customer ${id}`,
    erasedCustomer: "Erased customer",
    staff: (id: string) => `Staff member ${id}`,
  },
  errors: {
    notFound: {
      title: "Not found",
      member:
        "There is no member of this number in your shop. They may have been deleted, or the address is mistyped.",
      delivery:
        "There is no delivery of this number. What is erased on a person's request takes its deliveries with it.",
      programme:
        "This shop has no programme yet. Close the app and open it again: it makes one as it starts.",
      feedback:
        "There is no message at this address. It may have been deleted, or whoever wrote it asked to be forgotten.",
      draft: "There is no draft at this address. It may have been published or thrown away.",
      version: "There is no version of this number.",
      page: "There is no page at this address.",
      back: "Back to home",
    },
    noShop: {
      title: "The app is not set up for this shop",
      text: "We could not read your shop's details when the app was installed. Close the app and open it again. If this message stays, uninstall the app and install it anew: nothing is lost by that.",
    },
    failed: {
      title: "This page could not be shown",
      text: "Something went wrong on our side. Your points and settings are as they were. Try again in a minute.",
      retry: "Try again",
    },
    /** Where there is no admin around the page. */
    outside: {
      open: {
        title: "Open Perennial from your Shopify admin",
        text: "Here nobody can tell which store you look after.",
        help: "Go to Apps in your store’s admin and choose Perennial.",
      },
      nowhere: {
        title: "There is no page at this address",
        text: "It may have moved, or the address is mistyped.",
        help: "Perennial opens in your store’s admin: go to Apps there and choose Perennial.",
      },
      failed: {
        title: "This page could not be shown",
        text: "Something went wrong on our side. Nothing was changed by it.",
        help: "Try again in a minute. Perennial opens in your store’s admin: go to Apps there and choose Perennial.",
      },
    },
    offline:
      "We cannot reach the app just now. What you typed is still here, and what you sent is sent again by itself.",
  },
};
