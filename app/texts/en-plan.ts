import { plural } from "./plural.ts";

/** What publishing a draft would do, before it is done. */
export const enPlan = {
  title: "Plan",
  back: "Back to the draft",
  intro: "Nothing has changed yet. This is what publishing the draft would do.",
  faults: {
    title: "This draft cannot be published yet",
    action: "Mend it in the editor",
  },
  behind: (basedOn: number, latest: number) =>
    `This draft was begun from version ${basedOn}, and version ${latest} was published since. Below is everything that the draft says otherwise than what is in force now, what others changed meanwhile included.`,
  start: {
    title: "Start",
    atOnce: "As soon as it is published",
    later: "At a date and time",
    date: "Date",
    time: "Time",
    zone: (zone: string) => `In the time of your shop (${zone}).`,
    apply: "Plan for this start",
    faults: {
      unreadable: "Choose a date and a time.",
      past: "This moment is over. Choose a later one, or start as soon as it is published.",
    },
  },
  changes: {
    title: "What changes",
    none: "The draft says what is in force already: there is nothing to publish.",
    first: "This is the first programme of your shop.",
    against: (number: number) => `Compared with version ${number}, which is in force.`,
  },
  work: {
    title: "The plan is being worked out",
    beginning: "Every member is looked at twice: with the draft and without it.",
    progress: (done: string, of: string) => `${done} of ${of} members`,
    leave: "You can close this page and come back: the work goes on.",
    store: "Your store did not answer just now. Nothing is lost; it is asked again in a minute.",
    none: "This draft has not been planned yet.",
    noneMay: "This draft has not been planned yet. An owner or manager can have it planned.",
    begin: "Work out the plan",
    stop: "Stop",
    stopped: "The plan was stopped. Nothing was changed.",
    again: "Work it out again",
    finished: (when: string) => `Worked out ${when}`,
    failed: {
      title: "The plan could not be worked out",
      failed: "Something went wrong on our side. Your points and settings are as they were. Try it again.",
      overtaken: "The programme changed while the plan was being worked out. Try it again.",
      action: "Try again",
    },
  },
  tiers: {
    title: "Who changes tier",
    none: "Nobody changes tier because of this draft.",
    noTiers: "This programme has no tiers.",
    from: (date: string) =>
      `From ${date}, the first midnight under the draft. Whoever would have moved anyway is not counted.`,
    up: "Move up",
    down: "Move down",
  },
  lists: {
    open: "Show members",
    close: "Hide",
    titles: {
      up: "Members who move up",
      down: "Members who move down",
      gain: "Members whose orders would have earned more",
      lose: "Members whose orders would have earned less",
    },
    member: "Member",
    before: "Before",
    after: "After",
    noTier: "no tier",
    empty: "Nobody",
  },
  liability: {
    title: "What points may cost you",
    out: "Points out",
    before: "May cost now",
    after: "May cost then",
    help: "Points that members have, at what the most generous reward gives for a point. A new programme moves no points.",
    none: "no reward in money",
  },
  rewards: {
    title: "Rewards within reach",
    help: "Members who could have the reward with the points they have.",
    reward: "Reward",
    cost: "Points",
    members: "Members",
    becomes: (before: string, after: string) => `${before} → ${after}`,
    states: { new: "New", gone: "Goes", changed: "Changed", same: "" },
    none: "The draft has no rewards.",
    reachable: (count: number, shown: string) =>
      `${shown} more ${plural(String(count), "member", "members")} can have it`,
    unreachable: (count: number, shown: string) =>
      `${shown} ${plural(String(count), "member loses", "members lose")} it`,
  },
  perks: {
    title: "Perks",
    perk: "Perk",
    members: "Members",
    tags: (tags: string) => `and whoever is tagged ${tags}`,
  },
  earning: {
    title: "What recent orders would have earned",
    none: "No order counts yet: those from before you installed the app are not compared here. You can credit them after publishing, with a preview of their own.",
    orders: (count: number, shown: string, from: string, to: string) =>
      `The newest ${shown} ${plural(String(count), "order", "orders")}, ${from} to ${to}, as each would have earned. First-order bonuses are left out.`,
    before: "Earned now",
    after: "Would earn",
    gain: "Members gain",
    lose: "Members lose",
    by: (points: string) => `${points} in all`,
  },
  fairness: {
    title: "Does everybody fare alike?",
    help: (orders: string) =>
      `Points for what is spent, of ${orders} recent orders: how that changes for a group, and for everybody else. Whoever spends more is not ahead by that.`,
    floor: (orders: number, members: number, points: number) =>
      `Groups of fewer than ${orders} orders or ${members} members are not judged: chance says more there than your rules. Changes that differ by less than ${points} percentage points count as alike.`,
    none: "There are not enough orders yet to say anything.",
    alike: "All groups that are large enough fare alike.",
    differs: (count: number) =>
      plural(
        String(count),
        "One group fares otherwise than the rest.",
        `${count} groups fare otherwise than the rest.`,
      ),
    group: "Group",
    orders: "Orders",
    change: "Change",
    others: "Everybody else",
    verdict: "In short",
    verdicts: {
      alike: "Alike",
      better: "Better than the rest",
      worse: "Worse than the rest",
      few: "Not enough data",
    },
    begins: "begins to earn",
    nothing: "earns nothing",
    dimensions: {
      tenure: "New and old members",
      language: "Language",
      channel: "Channel",
      size: "Size of the order",
    } as Record<string, string>,
    groups: {
      "tenure new": "First order in the last 90 days",
      "tenure old": "Members for longer",
      "channel web": "Online shop",
      "channel pos": "At the till",
    } as Record<string, string>,
    small: (money: string) => `Below ${money}`,
    medium: (from: string, to: string) => `${from} to ${to}`,
    large: (money: string) => `${money} and more`,
  },
  notes: {
    title: "To know before you publish",
    replaced: (version: number, date: string) =>
      `Version ${version} is scheduled and takes the place of this one on ${date}.`,
    pendingStays: (count: number, shown: string, points: string, shownPoints: string) =>
      `${shown} ${plural(String(count), "order", "orders")} with ${shownPoints} pending ${plural(points, "point", "points")} ${plural(String(count), "stays under the version that it was", "stay under the version that they were")} placed under, and so do refunds of all orders before.`,
    levelGone: (level: string, count: number, shown: string) =>
      `${shown} ${plural(String(count), "member holds", "members hold")} **${level}**, which is no tier any more. From the first midnight they have the highest that they reach.`,
    rewardGone: (reward: string, count: number, shown: string) =>
      plural(
        String(count),
        `${shown} redemption of **${reward}** is held. It stays as it was made, though the reward goes.`,
        `${shown} redemptions of **${reward}** are held. They stay as they were made, though the reward goes.`,
      ),
    expiryKept:
      "Points that are available already keep the expiry they have. The new one is for points that become available under the draft.",
    otherZone: (before: string, after: string) =>
      `Days begin at the midnights of ${after} from then on, no longer of ${before}.`,
    productsUnknown:
      "Nothing is known yet of your products' tags, collections and types. What orders would have earned takes every product as having none.",
  },
  publish: {
    action: "Publish",
    scheduleAction: "Schedule",
    title: (version: number) => `Publish as version ${version}?`,
    waits: "You can publish once the plan is worked out.",
    nothing: "There is nothing to publish.",
    try: "Try it in the simulator",
    keeps: "Orders that were placed before keep the version they were placed under.",
    starts: (date: string) => `It starts on ${date}.`,
    startsNow: "It starts at once.",
    moves: (up: number, shownUp: string, down: number, shownDown: string) =>
      `${shownUp} ${plural(String(up), "member moves", "members move")} up a tier, ${shownDown} ${plural(String(down), "moves", "move")} down.`,
    earns: (gain: number, shownGain: string, shownLose: string) =>
      `On orders like the recent ones, ${shownGain} ${plural(String(gain), "member", "members")} would earn more and ${shownLose} less.`,
    costs: (before: string, after: string) => `Points that are out may cost ${after}; now it is ${before}.`,
    done: (version: number) => `Version ${version} is in force`,
    scheduled: (version: number, date: string) => `Version ${version} starts on ${date}`,
  },
  answers: {
    gone: {
      title: "This draft is gone",
      text: "Somebody published it or threw it away while you were looking at its plan. Nothing was changed by you.",
      action: "Look at the versions",
    },
    overtaken: (number: number) => ({
      title: `Version ${number} was published meanwhile`,
      text: "What you looked at was a plan on top of an older version. Nothing was published. Here is the plan on top of the new one: look at it again before you publish.",
    }),
    "another-plan": {
      title: "The draft has changed since this plan",
      text: "Somebody saved the draft after you looked. Nothing was published. Look at the new plan before you publish.",
    },
    unchanged: {
      title: "This is in force already",
      text: "The newest version says what the draft says. Nothing was published.",
    },
    "no-start": {
      title: "The start is over",
      text: "The moment that you chose has passed. Nothing was published. Choose another, and look at the plan for it.",
    },
    refused: {
      title: "The draft was refused",
      text: "It is no sound programme any more. Nothing was published. Mend it in the editor.",
    },
  },
};
