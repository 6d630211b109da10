import { plural } from "./plural.ts";

const days = (count: string, shown: string) => plural(count, `${shown} day`, `${shown} days`);

/** What is expected of members, and the cards of the models that say so. */
export const enPredictions = {
  title: "Predictions",
  about:
    "Who buys again, what they spend, and who is about to leave: learned from your own orders, with how sure it is.",
  range: (low: string, high: string) => `${low} to ${high}`,
  empty: {
    heading: "Not enough data yet",
    never:
      "Predictions are learned every night once your shop has orders. Press “Learn now” below to have it done at once.",
    notEnough: (have: { buyers: string; neededBuyers: string; days: string; neededDays: string }) =>
      `It takes ${have.neededBuyers} members who bought, and ${have.neededDays} days of orders. Your shop has ${have.buyers} members who bought and ${have.days} days. Below that a prediction would be chance, so none is shown.`,
  },
  outlook: {
    title: (shown: string) => `The next ${shown} days`,
    basis: (count: string, orders: string, members: string, ago: string) =>
      plural(
        count,
        `Learned from ${orders} order of ${members} members, ${ago}.`,
        `Learned from ${orders} orders of ${members} members, ${ago}.`,
      ),
    untested: (shown: string) =>
      `How good this is cannot be said yet: it takes 100 members who had bought ${shown} days ago, and enough who left and who stayed since. Read it with care.`,
    noBetter: "On your last months this was no better than a guess",
    noBetterText: (shown: string) =>
      `Over the last ${shown} days the model told no better who would leave than the share of all alone. Use the list as a start for looking, and do not spend money by it.`,
    members: "Members who bought",
    orders: "Orders expected",
    value: "Spending expected",
    leaving: "Active, and watched for leaving",
  },
  risks: {
    title: (high: string, members: string) =>
      `For ${high} of ${members} members the risk of buying nothing is 80% or more`,
    axes: "Members, by their risk of not buying in %",
    risk: "Risk of not buying",
    members: "Members",
    between: (from: string, to: string) => `${from}–${to}`,
    formula: (shown: string) =>
      `The risk is the chance that a member buys nothing in the next ${shown} days.`,
    formulaModel:
      "A regression over how lately, how often, how regularly and for how much they buy, what they sent back and how they use the programme, learned from what members of your shop did after past days.",
  },
  calibration: {
    nothing:
      "Too few members left, or stayed, in your last months to say how good the predictions are. It takes 100 members, and 20 of each.",
    title: (told: string, left: string) =>
      `Told on average: ${told} buy nothing. It came to ${left} in your last months.`,
    told: "Told",
    left: "Bought nothing",
    between: "The true share lies between",
    customers: "Members",
    range: (low: string, high: string) => `${low} to ${high}`,
    point: (told: string, left: string, members: string) =>
      `Told ${told}, and ${left} of ${members} members bought nothing`,
    formula: (from: string, to: string, members: string) =>
      `The same model was learned again without the days from ${from} to ${to}, and then asked about them, for ${members} members in tenths of the same size.`,
    formulaLine: "On the dashed line, what was told is what came. Below it fewer left than was told.",
    formulaSeason:
      "The model does not know the calendar: it sees neither the coming nor the end of a season in which much more is bought, such as the weeks before Christmas.",
  },
  list: {
    views: {
      leaving: "Active, riskiest first",
      value: "Worth most",
      next: "Expected next",
      all: "Everybody",
    },
    help: {
      leaving:
        "Members who bought more than once and within half a year, the riskiest first. Whoever has been gone for longer stands under “Everybody”.",
      value: "Everybody by what they are expected to spend.",
      next: "Members whose next order can be dated, the earliest first.",
      all: "Everybody, the riskiest first.",
    },
    dates:
      "Under “Next order”: the day about which it is expected, and two days between which it comes four times of five. No day stands there for members with fewer than four orders, and where their pauses differ too much or they may have left.",
    download: "Download CSV",
    resource: { singular: "member", plural: "members" },
    columns: {
      customer: "Member",
      risk: "Risk of leaving",
      reasons: "Why",
      expected: "Expected",
      next: "Next order",
    },
    nobody: "Nobody here",
    nobodyText: "No member fits this list at the moment. It is worked out anew every night.",
    orders: (orders: string, low: string, high: string) => `Orders: ${orders} (${low} to ${high})`,
    about: (day: string) => `About ${day}`,
    last: (date: string) => `Last: ${date}`,
  },
  reasons: {
    none: "Too little is known to say why.",
    raises: (reason: string) => `↑ ${reason}`,
    lowers: (reason: string) => `↓ ${reason}`,
    silence: (count: string, shown: string) => `Last order ${days(count, shown)} ago`,
    silenceAgainst: (count: string, shown: string, usual: string) =>
      `No order for ${days(count, shown)}; until then one every ${usual} or so`,
    silenceWithin: (count: string, shown: string, usual: string) =>
      `Last order ${days(count, shown)} ago; usually one every ${usual} or so`,
    frequency: (count: string, shown: string) =>
      plural(count, `Has ordered on ${shown} day`, `Has ordered on ${shown} days`),
    pace: (count: string, shown: string) => `Orders every ${days(count, shown)} or so`,
    spends: (amount: string) => `Spends ${amount} an order`,
    returnsMore: "Sends back more than others",
    returnsLess: "Sends back less than others",
    loyalLess: "Uses the programme less than others",
    loyalMore: "Uses the programme more than others",
  },
  card: {
    title: "Predictions",
    risk: (shown: string) => `Buys nothing in ${shown} days`,
    orders: "Orders expected",
    value: "Spending expected",
    next: "Next order about",
    nextBetween: (on: string, early: string, late: string) => `${on} (${early} to ${late})`,
    group: "Group",
    /** Where some would order, and most will not: an average without a range. */
    likelyNone: (value: string) => `${value} on average, most likely none`,
    withRange: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,
    made: (ago: string) => `Worked out ${ago}. What comes lies within the bounds four times of five.`,
  },
};
