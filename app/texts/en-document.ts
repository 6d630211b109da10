import { plural } from "./plural.ts";

const times = (count: string, shown: string) => (count === "1" ? "once" : `${shown} times`);

/**
 * What a programme document says, in sentences. What stands in braces is a field: a value in a sentence, an input in a
 * form.
 */
export const enDocument = {
  units: {
    points: "points",
    days: (count: string, shown: string) => `${shown} ${plural(count, "day", "days")}`,
    months: (count: string, shown: string) => `${shown} ${plural(count, "month", "months")}`,
    orders: (count: string, shown: string) => `${shown} ${plural(count, "order", "orders")}`,
    percent: (shown: string) => `${shown}%`,
    /** Behind an input. */
    suffix: {
      points: "points",
      days: "days",
      months: "months",
      orders: "orders",
      times: "times",
      percent: "%",
    },
  },
  rules: {
    rate: {
      name: "Points for what is spent",
      about: "A number of points for every pound, euro or yen of an order.",
      sentence: "Customers earn {ratePoints} for every {ratePer} they spend",
    },
    multiply: {
      name: "More points on some products",
      about: "Double or triple points, on everything or on some products, for a while or always.",
      sentence: "Customers earn {factor} times the points",
    },
    "order-bonus": {
      name: "A bonus for an order",
      about: "Points on top, once for an order, such as for a large one.",
      sentence: "An order earns {bonus} on top",
    },
    "first-order": {
      name: "A bonus for the first order",
      about: "Points on top of a customer's first order.",
      sentence: "A customer's first order earns {bonus} on top",
    },
    signup: {
      name: "Signing up",
      about: "Points when somebody opens a customer account, once.",
      sentence: "Customers get {bonus} for signing up",
    },
    birthday: {
      name: "Birthday",
      about: "Points on the day, once a year, for members who told you their birthday.",
      sentence: "Customers get {bonus} on their birthday",
    },
    activity: {
      name: "Something else they do",
      about: "Points for a review, a photo or anything that another app tells us of.",
      sentence: "Customers get {bonus} for {activity}",
    },
  },
  rewards: {
    amount: {
      name: "Money off",
      about: "A code that takes an amount off the order.",
      sentence: "{value} off the order for {cost}",
    },
    percent: {
      name: "Per cent off",
      about: "A code that takes a percentage off the order.",
      sentence: "{percentValue} off the order for {cost}",
    },
    "free-shipping": {
      name: "Free shipping",
      about: "A code with which the order ships for nothing.",
      sentence: "Free shipping for {cost}",
    },
    "free-product": {
      name: "Free product",
      about: "A code with which one product costs nothing.",
      sentence: "One {product} for {cost}",
    },
    "gift-with-purchase": {
      name: "Gift with an order",
      about: "A code that adds a product for nothing to an order.",
      sentence: "{product} with an order, for {cost}",
    },
    "store-credit": {
      name: "Store credit",
      about: "Money on the customer's account in your store.",
      sentence: "{value} of store credit for {cost}",
    },
    "gift-card": {
      name: "Gift card",
      about: "A gift card of their own.",
      sentence: "A gift card of {value} for {cost}",
    },
    exclusive: {
      name: "Access",
      about: "A tag on the customer that opens something: products, a page, a price.",
      sentence: "Access to {grants} for {cost}",
    },
    donation: {
      name: "Donation",
      about: "You give to a cause in the member's name.",
      sentence: "A donation ({cause}) for {cost}",
    },
    custom: {
      name: "Something by hand",
      about: "Your staff hand it over and confirm it on the member's page.",
      sentence: "{instructions} for {cost}",
    },
  },
  perks: {
    "member-price": {
      name: "Member price",
      about: "Some members pay less, without a code.",
      sentence: "{percent} off {match}, for {who}",
    },
    gift: {
      name: "Gift with orders",
      about: "A product that costs some members nothing with their orders.",
      sentence: "{product} for nothing with orders of {minimum} or more, for {who}",
    },
    exclusive: {
      name: "Products for members only",
      about: "Nobody else can buy them.",
      sentence: "Only {who} can buy {match}",
    },
    "early-access": {
      name: "Early access",
      about: "Some members can buy before everybody else.",
      sentence: "Only {who} can buy {match} until {publicAt}",
    },
  },
  levels: {
    spend: "from {atSpend} on, a member earns {multiplier} times the points",
    points: "from {atPoints} on, a member earns {multiplier} times the points",
    orders: "from {atOrders} on, a member earns {multiplier} times the points",
  },
  /** Added to a sentence, each with what joins it. */
  clauses: {
    named: (reward: string, cost: string) => `**${reward}** for ${cost}`,
    onLines: (products: string) => ` on ${products}`,
    ifContains: (products: string) => `, if it contains ${products}`,
    minimum: (money: string) => `, if it is worth ${money} or more`,
    from: (from: string) => `, from ${from}`,
    to: (to: string) => `, until ${to}`,
    limit: (count: string, shown: string, period: string) => `, ${times(count, shown)} ${period} at most`,
    sliding: (points: string, unit: string) => `, or ${points} for every ${unit}`,
    slidingOnly: (points: string, unit: string) => `${points} for every ${unit}`,
    upTo: (value: string) => `, up to ${value}`,
    onOrders: (money: string) => `, on orders of ${money} or more`,
    codeDays: (days: string) => `, to be used within ${days}`,
    tiers: (tiers: string) => `, for ${tiers} only`,
    perMember: (count: string, shown: string) => `, ${times(count, shown)} for each member`,
    total: (count: string, shown: string) => `, ${times(count, shown)} in all`,
    stock: (shown: string) => `, ${shown} in stock`,
  },
  periods: { day: "a day", month: "a month", year: "a year", lifetime: "ever" },
  match: {
    everything: "everything",
    products: (which: string[]) => `products ${which.join(", ")}`,
    productTags: (tags: string) => `tagged ${tags}`,
    collections: (handles: string) => `of the collection ${handles}`,
    productTypes: (types: string) => `of the type ${types}`,
    vendors: (vendors: string) => `by ${vendors}`,
    productIds: (ids: string) => `with the number ${ids}`,
    variantIds: (ids: string) => `with the variant ${ids}`,
  },
  who: {
    levels: (levels: string) => `members of ${levels}`,
    tags: (tags: string) => `customers tagged ${tags}`,
    nobody: "nobody",
  },
  excluded: (what: string) => `Nothing is earned on ${what}`,
  nothingExcluded: "Everything earns points",
  points: {
    pending: (days: string) => `Points of an order become available ${days} after it`,
    atOnce: "Points of an order are available **at once**",
    never: "Points **never expire**",
    lots: (months: string) => `Points expire ${months} after they became available`,
    inactivity: (months: string) => `All points expire once nothing was earned or redeemed for ${months}`,
    notice: (days: string) => `Members are told ${days} before`,
    noticeRequired: (days: string) =>
      `Members are told ${days} before, and points that nobody was told of do not expire`,
    owe: "Points that are taken back after they were spent are **owed**, and the next ones pay for them",
    forgive: "Points that are taken back after they were spent are **forgiven**",
  },
  tiers: {
    sentence: (basis: string, window: string) => `Members rise by ${basis}, ${window}`,
    basis: {
      spend: "**what they spent**",
      points: "**the points they earned**",
      orders: "**how many orders they placed**",
    },
    window: {
      rolling: (months: string) => `within the last ${months}`,
      "calendar-year": "within the **calendar year**",
      lifetime: "**since they joined**",
    },
    guarantee: (days: string) => `, and keep a tier for ${days} once it is no longer reached`,
    none: "There are no tiers",
  },
  combine: {
    best: "Of several multipliers for a product **the largest** counts",
    stack: "Several multipliers for a product are **multiplied with each other**",
  },
  texts: (languages: string) => `Names of your own in ${languages}`,
  noTexts: "Points, tiers and rewards have no names of your own",
  unreadable: "Written in a way that no form shows",
  /** Ends a sentence. */
  end: ".",
  /** Between a name and what is said of it. */
  colon: ": ",
};
