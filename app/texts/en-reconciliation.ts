import { plural } from "./plural.ts";

export const enReconciliation = {
  title: "Reconciliation",
  about:
    "News of your store can get lost on its way. Every hour we compare what we know with what your store holds, and make up for what did not reach us, once.",
  run: "Compare now",
  begun: "The comparison has begun",
  failedToBegin: "The comparison could not be begun. Nothing is lost; try again in a minute.",
  status: {
    never: "Not compared yet",
    neverText:
      "The first comparison begins by itself within a minute. You can also begin it now: it only reads your store.",
    underWay: "Comparing with your store",
    progress: (done: string, all: string) => `Step ${done} of ${all}`,
    stuck:
      "Your store did not answer just now. Nothing is lost: the comparison goes on where it was, by itself.",
    good: "Everything is as it is in your store",
    mended: (count: string, shown: string) =>
      plural(
        count,
        "One change had not reached us and is made up for",
        `${shown} changes had not reached us and are made up for`,
      ),
    doubtful: "Much of your shop could not be found in your store",
    when: (ago: string) => `Compared ${ago}`,
  },
  figures: {
    orders: "Changed orders",
    customers: "New customers",
    members: "Members looked for",
    products: "Products asked about",
    codes: "Reward codes",
    missed: "Missed",
  },
  findings: {
    title: (when: string) => `What the comparison of ${when} found`,
    window: (from: string, to: string) => `What changed in your store from ${from} to ${to}.`,
    failures: (count: string, shown: string, last: string) =>
      plural(
        count,
        `One attempt failed and was made again: ${last}.`,
        `${shown} attempts failed and were made again, the last with: ${last}.`,
      ),
    none: "Nothing was missed in any of the last comparisons.",
    noneHere: "Nothing was missed in this comparison.",
    columns: { what: "What", member: "Member", points: "Points", state: "State" },
    resource: { singular: "finding", plural: "findings" },
  },
  kinds: {
    order: (name: string, isNew: string) =>
      isNew === "new" ? `Order ${name} was not known` : `Order ${name} had changed`,
    "order-deleted": (name: string) => `Order ${name} was deleted`,
    customer: () => "Joined",
    "customer-merged": () => "Another customer was merged into this one",
    "customer-deleted": () => "Is gone from your store",
    "orders-not-found": (_name: string, gone: string, looked: string) =>
      `${gone} of ${looked} orders could not be found in your store. Nothing was taken from anybody: see whether the app may still read your orders.`,
    "codes-not-found": (_name: string, gone: string, looked: string) =>
      `${gone} of ${looked} reward codes could not be found in your store. No points were given back: see whether the app may still read your discounts.`,
    "code-cancelled": () => "The code of a reward no longer works in your store: its points went back",
    "code-alive": () => "The code of a reward that was given up still worked: it is being disabled",
    "benefit-unknown": () => "Your store has not said what became of a reward: it is being looked up",
    "members-not-found": (_name: string, gone: string, looked: string) =>
      `${gone} of ${looked} members could not be found in your store. Nothing was changed: see whether the app may still read your customers.`,
  },
  runs: {
    title: "Comparisons so far",
    causes: { schedule: "by the hour", installation: "after the installation", staff: "asked for" },
    line: (when: string, cause: string) => `${when}, ${cause}`,
    looked: (count: string, shown: string) => `${shown} changed ${plural(count, "order", "orders")}`,
    missed: (count: string, shown: string) => (count === "0" ? "nothing missed" : `${shown} missed`),
    stopped: "ended by an uninstallation",
  },
};
