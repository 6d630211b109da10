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
  figures: {
    title: "Last 30 days",
    more: "All reports",
    active: "Active members",
    earned: "Points earned",
    redeemed: "Points redeemed",
    out: "Points out",
    before: (before: string) => `${before} in the 30 days before`,
    ago: (before: string) => `${before} 30 days ago`,
    trend: (what: string) => `${what}, day by day over the last 30 days`,
    worth: (worth: string) => `The points out may cost up to ${worth}.`,
    pending: "The figures are being worked out; they will be here in a minute.",
  },
  news: {
    title: "Since yesterday",
    from: (date: string) => `From ${date} on.`,
    none: "Nothing has happened since yesterday.",
    earned: (count: string, orders: string, points: string) =>
      `**${orders} ${plural(count, "order", "orders")}** earned **${points}**.`,
    takenBack: (count: string, orders: string, points: string) =>
      `Refunds and cancellations of **${orders} ${plural(count, "order", "orders")}** took back **${points}**.`,
    redeemed: (count: string, rewards: string, points: string) =>
      `Members redeemed **${rewards} ${plural(count, "reward", "rewards")}** for **${points}**.`,
    given: (count: string, rewards: string) =>
      `**${rewards} ${plural(count, "reward was", "rewards were")}** given without points.`,
    expired: (count: string, members: string, points: string) =>
      `**${points}** of **${members} ${plural(count, "member", "members")}** expired.`,
    joined: (count: string, members: string) =>
      `**${members} ${plural(count, "person", "people")}** became ${plural(count, "a member", "members")}.`,
    levelsUp: (count: string, members: string) =>
      `**${members} ${plural(count, "member", "members")}** rose to a higher tier.`,
    levelsDown: (count: string, members: string) =>
      `**${members} ${plural(count, "member", "members")}** fell to a lower tier.`,
    adjusted: (count: string, times: string) =>
      `Points were adjusted by hand **${plural(count, "once", `${times} times`)}**.`,
    version: (number: string) => `**Version ${number}** of the programme was saved.`,
    versions: (saved: string, newest: string) =>
      `**${saved} versions** of the programme were saved, the newest is version ${newest}.`,
    look: {
      earned: "Entries",
      "taken-back": "Entries",
      redeemed: "Redemptions",
      given: "Rewards",
      expired: "Entries",
      joined: "Members",
      levels: "Tiers",
      adjusted: "Entries",
      version: "What changed",
    },
  },
  decisions: {
    title: "Needs a decision",
    well: "Everything is well",
    wellText:
      "News of your store comes through, the ledger is right, no reward runs low, and nothing waits for you.",
    more: (count: string, shown: string) => `And ${shown} more ${plural(count, "thing", "things")}`,
    "ledger-fault": "The ledger is not as it was written. Points still work, but have this looked at.",
    dead: (count: string, shown: string) =>
      `**${shown} ${plural(count, "delivery", "deliveries")}** of your store could not be worked off, so points may be missing.`,
    waiting: (count: string, shown: string, since: string) =>
      `**${shown} ${plural(count, "delivery", "deliveries")}** of your store ${plural(count, "waits", "wait")}, the oldest for **${since}**. Nothing is lost.`,
    "not-comparing": (since: string) =>
      `The comparison with your store, begun ${since}, gets no answer from it. It goes on by itself as soon as the store answers.`,
    doubtful: (count: string, shown: string) =>
      `The last comparison found **${shown} ${plural(count, "thing", "things")}** that only a person can judge.`,
    liability: (worth: string, limit: string) =>
      `The points that are out may cost up to **${worth}**, more than your limit of ${limit}.`,
    "by-hand": (count: string, shown: string, since: string) =>
      `**${shown} ${plural(count, "reward waits", "rewards wait")}** to be handed over by you, the first for **${since}**.`,
    "rewards-stuck": (count: string, shown: string) =>
      `**${shown} ${plural(count, "reward", "rewards")}** could not be made in your store yet. We try again by ourselves.`,
    "rewards-refused": (count: string, shown: string) =>
      `Your store refused **${shown} ${plural(count, "reward", "rewards")}** in the last seven days; the points went back.`,
    "reward-out": (reward: string, of: string) => `**${reward}** is out of stock: all ${of} are gone.`,
    "reward-low": (reward: string, left: string, of: string) =>
      `**${reward}** runs low: **${left}** of ${of} left.`,
    "feedback-overdue": (count: string, shown: string, since: string) =>
      `**${shown} ${plural(count, "message", "messages")}** of your customers should have been answered by now, the first for **${since}**.`,
    "no-notice": (points: string, isMore: boolean) =>
      `${isMore ? "More than " : ""}**${points}** past their date wait for a notice, and stay until it is delivered.`,
    paused: (since: string) => `The programme is **paused** since ${since}: orders earn nothing.`,
    archived: (since: string) => `The programme is **archived** since ${since}.`,
    "starts-soon": (version: string, at: string) =>
      `**Version ${version}** of the programme starts on **${at}**.`,
    "draft-behind": (name: string, basedOn: string, newest: string) =>
      `The draft **${name}** was begun from version ${basedOn}; version ${newest} was saved since.`,
    act: {
      "ledger-fault": "See the check",
      dead: "See why",
      waiting: "See the deliveries",
      "not-comparing": "See the comparison",
      doubtful: "Judge them",
      liability: "See the liability",
      "by-hand": "Hand over",
      "rewards-stuck": "See the rewards",
      "rewards-refused": "See why",
      "reward-out": "Change the reward",
      "reward-low": "Change the reward",
      "feedback-overdue": "Answer them",
      "no-notice": "Look at the rules",
      paused: "Resume or change",
      archived: "Look at it",
      "starts-soon": "Look at it",
      "draft-behind": "Open the draft",
    },
  },
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
