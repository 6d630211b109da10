import { plural } from "./plural.ts";

/** Offers for single members. */
export const enOffers = {
  title: "Personal offers",
  about:
    "Offer something to members whom you may lose, as much as they are worth, within your budget. Offers are gifts on top: nobody pays another price, and each says why it was made.",
  form: {
    title: "Prepare offers",
    policy: "Who is offered what",
    policies: {
      personal: "By what is at risk",
      learned: "By what worked",
      same: "The same for all",
    },
    policyHelp: {
      personal:
        "The more you may lose with a member, the larger the offer. First are those who may still be won, never those long gone. Whoever waits for lower prices gets a code, others points; the fewer orders a member has, the more the usual in your shop decides which.",
      learned:
        "Of what a member’s worth allows, what brought most buyers back so far is offered more and more often.",
      same: "Everybody is offered the first thing that you choose. If the budget is too small for all, chance decides.",
    },
    rewards: "Rewards that may be offered, each as a code of their own",
    noPrice: {
      order: "Cannot be offered yet: say under “What offers may cost” how large an order you count with.",
      delivery: "Cannot be offered yet: say under “What offers may cost” what a delivery costs you.",
      product: "Cannot be offered: your store sells no such product, or says no price of it.",
      "sold-out": "Cannot be offered now: it is sold out.",
    },
    priceBy: {
      order:
        "Counted with the largest order that you count with. A larger one costs more: no code can be held to a sum.",
      delivery: "Counted with what you said that a delivery costs you.",
      goods: "Counted with what the goods cost you, as your store has it.",
      price:
        "Counted with its price, for your store does not say what it costs you. Dearer variants cost more.",
    },
    worth: (name: string, cost: string) => `${name}, costs ${cost}`,
    noRewards: "Your programme has no reward with a code yet.",
    points: "Points that may be offered",
    pointsHelp: "Empty for none. They are given at once and expire as your programme says.",
    noPointCost: "Points have no price yet: add a reward that is worth an amount of money.",
    budget: "Budget",
    budgetHelp: "What is set aside for offers never goes beyond this.",
    budgetHelpOpen:
      "What is set aside for offers never goes beyond this. Points may cost more, for some of your rewards have no price: they count with the dearest that has one.",
    generosity: "How much of what you may lose an offer may cost",
    generosityHelp:
      "An offer costs at most this share of the spending that you may lose with the member: of 50.00 at risk, 10% are 5.00.",
    reason: "What members read",
    audience: "Who may be offered something",
    lasts: "How long they hold",
    asRewards: "As long as each reward’s code",
    minutes: (count: string, shown: string) => plural(count, `${shown} minute`, `${shown} minutes`),
    hours: (count: string, shown: string) => plural(count, `${shown} hour`, `${shown} hours`),
    days: (count: string, shown: string) => plural(count, `${shown} day`, `${shown} days`),
    lastsHelp:
      "From the moment you send them. Then the codes really end, members see the time that is left, and what nobody used goes back into the budget a day later.",
    preview: "Show whom and why",
    send: "Send these offers",
    sendTitle: "Send these offers?",
    sendText: (given: string, cost: string) =>
      `${given} members are given something now, for ${cost} at most. What was given cannot be taken back.`,
    faults: {
      choices: "Choose at least one reward with a price, or points.",
      points: "Enter a whole number from 1 to 1,000,000, or nothing.",
      budget: "Enter an amount above 0.",
      generosity: "Enter a number from 1 to 50.",
      reason: "Write what members read, in up to 120 characters.",
      lasts:
        "Points cannot end at such a time. Offer rewards only, or let offers hold as long as their codes.",
    },
    overtaken: "Meanwhile others would be offered something. Look at it once more.",
    nobody: "Nobody would be offered anything.",
    beyondLimit:
      "Your role may not give so many points by hand. Ask an owner to send them, or to raise the limit in the settings.",
  },
  preview: {
    title: "Whom and why",
    given: (count: string, shown: string, cost: string) =>
      plural(
        count,
        `**${shown} member** is offered something, `,
        `**${shown} members** are offered something, `,
      ) + `for **${cost}** at most.`,
    leftOut: (count: string, shown: string) =>
      plural(
        count,
        `${shown} more would be, but chance leaves them without, so that you see what offers bring.`,
        `${shown} more would be, but chance leaves them without, so that you see what offers bring.`,
      ),
    comeAnyway: (count: string, shown: string) =>
      plural(
        count,
        `${shown} is offered nothing: they almost surely buy anyway, so it would be given away.`,
        `${shown} are offered nothing: they almost surely buy anyway, so it would be given away.`,
      ),
    notWorth: (shown: string) => `${shown} are offered nothing: less is at risk than an offer costs.`,
    unknown: (shown: string) => `Of ${shown} nothing is known that would call for an offer.`,
    longGone: (count: string, shown: string) =>
      plural(
        count,
        `${shown} is offered nothing: they have not bought for so long that they have left already.`,
        `${shown} are offered nothing: they have not bought for so long that they have left already.`,
      ),
    beyond: {
      sending: (shown: string) => `For ${shown} the budget that you entered is used up.`,
      month: (shown: string) => `For ${shown} there is no more: what is left of this month is used up.`,
    },
    unused: {
      "too-dear": (what: string) =>
        `Nobody gets “${what}”: it costs more than an offer may cost for any of these members. A larger share of what you may lose allows it.`,
      "full-price": (what: string) =>
        `Nobody gets “${what}”: whoever it is not too dear for is taken for buying at the full price, by their own orders and the usual in your shop, and gets points instead.`,
      "lower-prices": (what: string) =>
        `Nobody gets “${what}”: whoever it is not too dear for is taken for waiting for lower prices, by their own orders and the usual in your shop, and gets a code instead.`,
      larger: (what: string) =>
        `Nobody gets “${what}”: whoever it is not too dear for gets something that is worth as much or more.`,
      learned: (what: string) =>
        `Nobody gets “${what}” this time: by what worked so far, something else was better for everybody who could get it.`,
      "first-only": (what: string) => `Nobody gets “${what}”: everybody is offered the first thing chosen.`,
      budget: (what: string) => `Nobody gets “${what}”: the budget ends before the members whom it is for.`,
      chance: (what: string) => `Nobody gets “${what}”: chance leaves those without whom it is for.`,
    },
    percentOpen: "Per cent off may cost more: an order may be larger than the largest that you count with.",
    tooFew: (shown: string, fewest: string) =>
      `What these offers bring cannot be told: ${shown} are left without, and it takes ${fewest} to compare with.`,
    expected: (count: string, shown: string, days: string) =>
      plural(
        count,
        `About ${shown} of them is expected to buy within ${days} days, with or without an offer.`,
        `About ${shown} of them are expected to buy within ${days} days, with or without an offer.`,
      ),
    fewBuyers: (shown: string, fewest: string, days: string) =>
      `What these offers bring can hardly be told: about ${shown} of the smaller side are expected to buy within ${days} days, and it takes ${fewest}.`,
    monthLeft: (left: string) => `This month ${left} is left for offers.`,
    ends: (duration: string) => `They end ${duration} after you send them.`,
    noPredictions:
      "There are no predictions for your members yet, so nothing is known to be at risk. “The same for all” works without them.",
    gets: {
      points: (points: string, shown: string) => plural(points, `${shown} point`, `${shown} points`),
      reward: (name: string) => name,
    },
    without: "Left without by chance",
    atRisk: (worth: string, days: string, risk: string, atRisk: string) =>
      `Spends about ${worth} where they buy in ${days} days; with a chance of ${risk} they do not: ${atRisk} is at risk.`,
    sensitivity: (discounted: string, orders: string) =>
      `Used a discount code for ${discounted} of ${orders} orders.`,
    takenOtherwise: {
      full: (discounted: string, orders: string) =>
        `Used a discount code for ${discounted} of ${orders} orders: not enough to be taken for waiting for lower prices, as most orders in your shop are at the full price.`,
      lower: (discounted: string, orders: string) =>
        `Used a discount code for ${discounted} of ${orders} orders: not enough to be taken for buying at the full price, as most orders in your shop are below it.`,
    },
    noOrders: "Has no orders yet, so is taken for like the others.",
    same: "The same for everybody.",
    first: (shown: string) => `The first ${shown} are shown.`,
    more: "Next",
  },
  runs: {
    title: "Sent before",
    empty: "Nothing was sent yet.",
    line: (given: string, date: string, budget: string) =>
      `${given} given on ${date}, from a budget of ${budget}`,
  },
  limits: {
    title: "What offers may cost",
    about:
      "All personal offers of a calendar month together, beside the budget of each sending; and what you count with where your programme says no price.",
    amount: "For each month",
    amountHelp: "Empty for no limit.",
    carries: "What is left of a month is added to the next",
    set: (month: string, amount: string) => `${amount} is set aside for offers of ${month}.`,
    left: (left: string) => `${left} is left.`,
    carried: (amount: string) => `${amount} of it was left of the months before.`,
    largestOrder: "Largest order to count with",
    largestOrderHelp: "For per cent off. Empty: they cannot be offered.",
    usualOrder: (value: string) => `Of twenty orders nineteen were worth ${value} at most.`,
    delivery: "What a delivery costs you",
    deliveryHelp: "For free delivery. Empty: it cannot be offered.",
    save: "Save",
    saved: "Saved",
    faulty: "Enter an amount above 0, or nothing.",
    below: (amount: string) => `This month ${amount} is set aside already. Enter at least as much.`,
    overtaken: "Somebody changed these amounts meanwhile. Yours are kept here; save again to replace theirs.",
  },
  facts: {
    tried: (policy: string) => `Personal offers: ${policy}`,
    budget: "Budget",
    setAside: (setAside: string, budget: string) => `${setAside} of ${budget} set aside`,
    givenBack: (amount: string) => `${amount} that nobody used went back.`,
    ends: "Offers hold until",
    ended: "Offers ended",
  },
};
