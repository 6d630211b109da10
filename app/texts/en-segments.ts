import { enSegmentConditions } from "./en-segment-conditions.ts";
import { plural } from "./plural.ts";

const members = (count: string, shown: string) => `${shown} ${plural(count, "member", "members")}`;
const days = (count: string, shown: string) => `${shown} ${plural(count, "day", "days")}`;

/** Segments, groups of buyers, and the page where a segment is built. */
export const enSegments = {
  title: "Segments",
  new: "New segment",
  about:
    "Your own segments follow your customers by themselves. You can find them in the list of members, ask reports of them, use them in experiments and offers, and have your store tag who is in them.",
  empty: {
    heading: "Put customers together who have something in common",
    text: "For example everybody who bought three times and not at all for 60 days. You see at once how many that are, and why somebody comes in or leaves.",
    action: "Make a segment",
  },
  building: {
    title: "Your shop’s past is still being read",
    text: "Numbers are too low until that is done. This page shows more by itself.",
  },
  list: {
    heading: "Your segments",
    resource: { singular: "segment", plural: "segments" },
    columns: { name: "Segment", members: "Members", change: "30 days", store: "In your store" },
    counting: "Being counted",
    young: "—",
  },
  syncs: { off: "Not tagged", on: "Tagged", paused: "Stopped", removing: "Tags are coming off" },
  groups: {
    heading: "Groups by how lately, how often and for how much they buy",
    about: (count: string, shown: string) =>
      `${shown} ${plural(count, "member has", "members have")} bought. Each is compared with all others of your shop in recency, frequency and money, from 1 to 5, every night.`,
    none: "Once members have bought, you see here who is loyal, who is new and who is about to leave. It is worked out every night.",
    names: {
      champions: "Champions",
      loyal: "Loyal",
      "potential-loyalists": "Potentially loyal",
      new: "New",
      promising: "Promising",
      "need-attention": "Need attention",
      "about-to-sleep": "About to sleep",
      "at-risk": "At risk",
      "cannot-lose": "Cannot lose them",
      hibernating: "Hibernating",
      lost: "Lost",
    },
    meanings: {
      champions: "Bought lately, often and for much",
      loyal: "Buy often and for much",
      "potential-loyalists": "Bought lately, more than once",
      new: "Bought lately for the first time",
      promising: "Bought not long ago, little so far",
      "need-attention": "In the middle of everything",
      "about-to-sleep": "Not for a while, and never much",
      "at-risk": "Bought often, but not for a long while",
      "cannot-lose": "Bought most of all, but not for a long while",
      hibernating: "Little, and long ago",
      lost: "Least of all, and longest ago",
    },
    map: "Groups by recency across and by frequency and money upwards",
    columns: {
      group: "Group",
      members: "Members",
      share: "Share",
      purchases: "Purchases",
      spent: "Spent",
      last: "Last bought",
    },
    median: "Purchases, money and last purchase are those of the member in the middle of each group.",
    ago: (count: string, shown: string) => `${days(count, shown)} ago`,
    use: (group: string) => `Make a segment of: ${group}`,
    flows: "Moves of the last 30 days",
    flow: (from: string, to: string, count: string, shown: string) =>
      `${members(count, shown)} from **${from}** to **${to}**`,
    noFlows: "Nobody moved from one group to another in the last 30 days.",
    moves: "Who moved last",
    move: (from: string, to: string, date: string) => `From **${from}** to **${to}** on ${date}`,
    left: (from: string, date: string) => `Left **${from}** on ${date}`,
  },
  reasons: {
    first: "Bought for the first time.",
    bought: (count: string, shown: string) =>
      plural(count, "Bought: one purchase by now.", `Bought again: ${shown} purchases by now.`),
    quiet: (count: string, shown: string, usual: string) =>
      `No order for ${days(count, shown)}, usually every ${usual}.`,
    quietFor: (count: string, shown: string) => `No order for ${days(count, shown)}.`,
    returned: "Orders were cancelled or given back.",
    others: "Did nothing else; what others bought since moved them.",
    gone: "Has no orders any more, or was merged or erased.",
  },
  clusters: {
    heading: "Types of customers",
    about: "Found in how your customers buy, without anybody saying what to look for.",
    never: "They are looked for every night.",
    notEnough: (needed: string, have: string) =>
      `Not enough data yet: it takes ${needed} buyers, and your shop has ${have}.`,
    alike: (buyers: string) =>
      `Your ${buyers} buyers do not fall into types: no way to part them was found again in each half of them.`,
    type: (number: string) => `Type ${number}`,
    members,
    plain: "In the middle of everything",
    traits: {
      recency: {
        more: (value: string, others: string) => `bought long ago (${value} days; others ${others})`,
        less: (value: string, others: string) => `bought lately (${value} days ago; others ${others})`,
      },
      orders: {
        more: (value: string, others: string) => `buy often (${value} times; others ${others})`,
        less: (value: string, others: string) => `buy seldom (${value} times; others ${others})`,
      },
      basket: {
        more: (value: string, others: string) => `spend much at once (${value}; others ${others})`,
        less: (value: string, others: string) => `spend little at once (${value}; others ${others})`,
      },
      gap: {
        more: (value: string, others: string) => `take their time (every ${value} days; others ${others})`,
        less: (value: string, others: string) => `come back soon (every ${value} days; others ${others})`,
      },
      pieces: {
        more: (value: string, others: string) => `many products at once (${value}; others ${others})`,
        less: (value: string, others: string) => `few products at once (${value}; others ${others})`,
      },
      repeats: {
        more: (value: string, others: string) =>
          `take the same again (${value} of their products; others ${others})`,
        less: (value: string, others: string) =>
          `take something new (${value} of their products again; others ${others})`,
      },
      till: {
        more: (value: string, others: string) => `more at the till (${value} of orders; others ${others})`,
        less: (value: string, others: string) => `less at the till (${value} of orders; others ${others})`,
      },
      returns: {
        more: (value: string, others: string) => `send more back (${value} of their money; others ${others})`,
        less: (value: string, others: string) => `send less back (${value} of their money; others ${others})`,
      },
      rewards: {
        more: (value: string, others: string) => `use rewards (${value} in ten purchases; others ${others})`,
        less: (value: string, others: string) =>
          `leave rewards alone (${value} in ten purchases; others ${others})`,
      },
    },
    quality: (stability: string, apart: string, chance: string, buyers: string) =>
      `Of ${buyers} buyers. Halves of them agree to ${stability} on who belongs together. They stand apart by ${apart} on a scale up to 1; the same numbers mixed at random reach ${chance}.`,
  },
  page: {
    back: "Segments",
    name: "Name",
    nameHelp: "Only you and your staff read it.",
    saved: "Segment saved",
    faults: {
      name: "Write a name of 1 to 60 characters.",
      definition: "Something in the conditions cannot be read. Look for fields that are empty or marked.",
      many: "A shop can have 100 segments. Delete one that you no longer need.",
    },
    who: "Who belongs to it",
    everybody: "Without conditions, everybody belongs to it.",
    count: members,
    counting: "Counting …",
    cannotCount: "Fill in the fields to see how many that are.",
    of: "as of now",
    show: "Show them in the list of members",
    figures: "See their figures",
    afterSaving: "Save the segment to see its members.",
    delete: "Delete",
    deleteTitle: "Delete this segment?",
    deleteText:
      "Nobody loses points or rewards by it. If your store tags its members, the tags come off. You can bring the segment back.",
    deleted: "This segment was deleted.",
    restore: "Bring it back",
    overTime: (count: string, shown: string, date: string) => `${members(count, shown)} on ${date}`,
    days: "Members by day",
    dayColumns: { day: "Day", members: "Members", entered: "Came", departed: "Left" },
    noDays: "From now on you see here how many members it has, day by day.",
    showTable: "Show the numbers",
    hideTable: "Hide the numbers",
    moves: "Who came and left",
    noMoves: "Nobody has come in or left since the segment was made.",
    moreMoves: "Show more",
    fewerMoves: "Show fewer",
    entered: (name: string, date: string) => `**${name}** came in on ${date}`,
    departed: (name: string, date: string) => `**${name}** left on ${date}`,
    nowTrue: (condition: string) => `True: ${condition}`,
    nowFalse: (condition: string) => `Not true: ${condition}`,
    redefined: "The segment was changed.",
    gone: "Merged with somebody else, or erased.",
  },
  sync: {
    heading: "In your store",
    text: "Your store’s customers can carry a tag while they are in this segment. Themes, flows, discounts and your store’s own segments go by it.",
    tag: "Tag",
    start: "Tag them in the store",
    resume: "Go on",
    stop: "Stop",
    undo: "Take the tags off",
    undoTitle: "Take the tag off all customers?",
    undoText: "Whatever goes by it in your store, a discount for example, no longer finds them.",
    off: "Your store does not know of this segment.",
    on: (count: string, shown: string) =>
      plural(count, "One customer carries the tag.", `${shown} customers carry the tag.`),
    left: (count: string, shown: string) =>
      `${plural(count, "One is", `${shown} are`)} still to be changed. It goes as fast as Shopify lets us.`,
    paused: "Stopped. Tags stay as they are, and new members get none.",
    removing: "The tags are coming off.",
    refused: (count: string, shown: string) =>
      plural(count, `${shown} customer could not be tagged.`, `${shown} customers could not be tagged.`),
    failure: (said: string) => `Your store said: ${said}`,
    segment: "There is also a customer segment of that tag in Shopify.",
    later: "You can have them tagged once the segment is saved.",
  },
  ...enSegmentConditions,
};
