import { plural } from "./plural.ts";

/** What is recommended, and what the merchant has to say about it. */
export const enRecommend = {
  title: "Recommendations",
  about:
    "What goes together, and what each customer may want next, learned from your own orders. Every recommendation says why it stands there, in counts you can check.",
  empty: {
    heading: "Nothing to recommend yet",
    text: "Once your products have been read and the first orders are in, you see here what goes together. Products like each other are shown from the first day. Learn now to begin.",
  },
  preview: {
    title: "Look through a shopper’s eyes",
    customer: "A customer",
    customerHelp: "E-mail address, customer number, or the address of their page in Shopify",
    show: "Show",
    product: "A product’s page",
    choose: "Choose a product",
    off: "Recommendations are switched off: shoppers see none.",
    nothing: "There is no product to look at yet.",
    unknown: (who: string) =>
      `Nobody and nothing is known as “${who}”. Check the spelling, or choose from the list.`,
    beside: (name: string) => `Beside ${name}`,
    forMember: (name: string) => `For ${name}`,
    without: "Goes without",
    withoutHelp:
      "This customer is in the control group, or on the side of an experiment that does without, and is shown nothing personal in your store. This is what they would see.",
    noneBeside:
      "There is nothing to show beside this product: nothing that can be bought goes with it or is like it.",
    noneForMember: "There is nothing to show this customer yet.",
    lists: {
      beside: "Goes with it",
      due: "Due again",
      again: "Buy again",
      fresh: "New for them",
      reachable: "Paid for with points",
    },
  },
  evidence: {
    people: (both: string, of: string, title: string) =>
      `${both} of the ${of} people who bought ${title} also bought this`,
    orders: (both: string, of: string, title: string) =>
      `${both} of the ${of} orders with ${title} held this`,
    again: (count: string, times: string, day: string) =>
      plural(count, `Bought on ${times} day, last on ${day}`, `Bought on ${times} days, last on ${day}`),
    due: (days: string, last: string, due: string) =>
      `About every ${days} days: last on ${last}, due on ${due}`,
    popular: (count: string, buyers: string, days: string) =>
      plural(
        count,
        `${buyers} person bought it in the last ${days} days`,
        `${buyers} people bought it in the last ${days} days`,
      ),
    similar: (title: string, shares: string) =>
      shares === "" ? `Like ${title}` : `Like ${title}: the same ${shares}`,
    shares: {
      type: "type",
      vendor: "vendor",
      words: "words in the name",
      collection: "collection",
      price: "price range",
    },
    reachable: (points: string, available: string, reward: string) =>
      `${points} points pay for it with the reward “${reward}”, and they have ${available}`,
    newHere: (day: string) => `New in the shop since ${day}`,
    pinned: "You pinned it",
  },
  rules: {
    title: "Your rules",
    help: "They go before everything that was learned. What is out of stock, not published or a gift card is never recommended.",
    saved: "Rules saved. What shoppers see is being worked out anew.",
    on: "Recommend products",
    onHelp: "Switched off, nothing is recommended anywhere.",
    choose: "Choose products",
    pinned: "Always first",
    pinnedHelp: "These stand first beside every product and in what is new to a customer, in this order.",
    excluded: "Never",
    excludedHelp: "Leave out a product, or all of a type, tag, collection or vendor.",
    exclude: "Leave out",
    boosted: "More or less often",
    boostedHelp: "Raise what you would like to show more, or lower what you would rather not.",
    factor: "How much",
    times: (factor: string) => `${factor} × the weight`,
    weigh: "Add",
    what: "What",
    which: "Which",
    by: {
      product: "Product",
      tag: "Tag",
      collection: "Collection",
      type: "Type",
      vendor: "Vendor",
    },
    namingNothing: (list: string) =>
      `No product of your store has this, so it changes nothing: ${list}. Check the spelling.`,
    subject: (by: string, value: string) => `${by}: ${value}`,
    boost: (subject: string, factor: string) => `${subject} × ${factor}`,
    diversity: "Of one product type at most",
    diversityHelp: "So that a list is not five of the same. If nothing else is left, more are shown.",
    anyNumber: "Any number",
    mostOf: (count: string, shown: string) => plural(count, `${shown} in a list`, `${shown} in a list`),
    margin: "Weight of your margin",
    marginHelp: (known: string, all: string) =>
      `At 0% only what customers want counts. The cost is known for ${known} of ${all} products; the others count as average.`,
    noCost:
      "No product has a cost in Shopify yet (product page, “Cost per item”), so the margin cannot count.",
  },
  figures: {
    title: "How good it is in your shop",
    never: "Nothing has been learned yet.",
    basis: (orders: string, buyers: string, products: string) =>
      `Learned from ${orders} orders by ${buyers} customers of ${products} products.`,
    notEnough: "Not enough data to learn a ranking yet",
    notEnoughHelp: (returning: string, baskets: string) =>
      `It takes ${returning} customers who came back, or ${baskets} orders with two products or more. Until then what was bought together, what is alike and what sells is shown, with the same evidence.`,
    names: {
      again: "What they bought again",
      new: "What was new to them",
      basket: "What was missing in the basket",
    },
    noBetter: {
      again:
        "No better so far than putting the same products in order of sales. Only their order differs: they are always the customer’s own.",
      new: "No better than your best sellers so far. Where those foresee more, they are shown instead.",
      basket:
        "No better than your best sellers so far. Where those are clearly better, they are shown instead; beside a single product it stays what goes with it.",
    },
    means: {
      again:
        "Held back: everybody’s last visit. 100% means that what they bought again always stood first, 0% that it was never among the first ten.",
      new: "The same for products they had never bought before, ten of them shown.",
      basket:
        "Held back: one product of each of the last orders. 100% means it was always among the ten shown.",
    },
    catalogue: (shown: string, sold: string) => `${shown} of ${sold} products may be recommended right now.`,
  },
  outcome: {
    title: "What shoppers made of it",
    nothing:
      "Nothing has been shown in your store in the last 90 days. Add the recommendation blocks to your theme.",
    notCounted:
      "The blocks are in your theme, but nothing was counted in the last 90 days. Shown and clicked are counted by the app’s pixel, for shoppers who allow analytics alone: see whether the pixel is connected (Settings → Customer events in Shopify), and whether your cookie banner asks for it. What is bought is counted without it.",
    shown: "Shown",
    clicked: "Clicked",
    bought: "Bought",
    notForMe: "“Not for me”",
    lowered: "Lowered, because they were shown and passed over",
    loweredBy: (title: string, shown: string, bought: string) =>
      `${title}: shown ${shown} times, bought ${bought} times`,
    help: "Counts of the last 90 days. Being passed over lowers a product; being bought here never raises it, for the order already counts among your orders.",
  },
};
