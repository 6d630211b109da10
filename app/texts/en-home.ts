import { plural } from "./plural.ts";

export const enHome = {
  title: "Home",
  empty: {
    heading: "Points begin with your first paid order",
    text: "As soon as a customer pays for an order, they become a member and you see here what they earned and why. Until then, look at how your programme rewards them, and add the points blocks to your theme.",
    action: "Look at the programme",
  },
  members: { title: "Members", all: "All members" },
  out: {
    title: "Points out",
    help: "Everything your members have: available, pending and held for rewards.",
    available: "Available",
    pending: "Pending",
    held: "Held for rewards",
    owed: "Owed by members",
    owedHelp:
      "Points that were spent before the order that earned them was refunded. Later points pay them off first.",
    erased: (count: string, shown: string) =>
      `${shown} of them ${plural(count, "belongs", "belong")} to customers who were erased.`,
  },
  programme: { title: "Your programme", change: "Change it", none: "No programme is in force yet." },
  line: {
    title: "News from your store",
    allDone: "All news of your store is worked off.",
    restDone: "Everything else is worked off.",
    waiting: (count: string, shown: string, since: string) =>
      `${shown} ${plural(count, "delivery waits", "deliveries wait")} to be worked off, the oldest for ${since}.`,
    dead: (count: string, shown: string) =>
      `${shown} ${plural(count, "delivery", "deliveries")} could not be worked off.`,
    look: "See why",
    none: "No news has come from your store yet.",
    today: "Received today",
    waitingLabel: "Waiting",
    oldest: "Oldest waiting",
    deadLabel: "Dead letters",
    last: "Last received",
    compared: "Compared with your store",
    comparisons: "Comparisons",
  },
  proof: {
    title: "Proof of the ledger",
    none: "The ledger is read through and signed once a day, for the first time soon after your first points.",
    whole: (count: string, shown: string) =>
      `Every hash and every sum of ${shown} ${plural(count, "entry", "entries")} was found right.`,
    fault: "The ledger is not as it was written:",
    faultHelp:
      "Points still work. Somebody or something changed the database by other ways than the app: have it looked at, and compare it with a backup.",
    verified: "Last read through",
    signed: "Last signed",
    never: "not yet",
    broken: "Look at this",
  },
  latest: { title: "Last activity", none: "Nothing has happened yet." },
};
