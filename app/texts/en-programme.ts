import { plural } from "./plural.ts";

export const enProgramme = {
  title: "Programme",
  sentence: (earns: string, on: string, when: string) => `Customers earn ${earns} on ${on}, ${when}.`,
  earns: (count: string, points: string, money: string) =>
    `**${points} ${plural(count, "point", "points")}** for every **${money}**`,
  earnsByRule: "points by the rules of the document",
  everything: "everything",
  everythingBut: (what: string) => `everything except ${what}`,
  exclusions: {
    giftCards: "gift cards",
    productTags: (tags: string) => `products tagged ${tags}`,
    productTypes: (types: string) => `products of the type ${types}`,
    vendors: (vendors: string) => `products by ${vendors}`,
    collections: (collections: string) => `the collections ${collections}`,
    products: (count: string, shown: string) => `${shown} single ${plural(count, "product", "products")}`,
  },
  after: (count: string, shown: string) => `after **${shown} ${plural(count, "day", "days")}**`,
  atOnce: "available **at once**",
  earning: {
    title: "Earning",
    lead: "Customers earn",
    points: "Points",
    each: "for every",
    per: "Amount",
    then: "on what they buy. The points become available",
    days: "Days",
    afterOrder: "days after the order.",
    daysHelp:
      "Until then they are pending. Choose at least the days in which an order may be returned, so that points are not spent before. 0 is at once.",
    none: "No rate of your document holds for every product, so it can be changed in the document only.",
  },
  exclude: {
    title: "What earns nothing",
    giftCards: "Gift cards earn nothing",
    giftCardsHelp: "Otherwise points are earned twice: when the card is bought, and when it is spent.",
    productTags: "Products with one of these tags",
    productTypes: "Products of one of these types",
    vendors: "Products by one of these vendors",
    collections: "Products of one of these collections",
    collectionsHelp: "By handle, as it stands in the collection's address.",
    add: "Add",
    remove: (what: string) => `Remove ${what}`,
    placeholder: "Type and press Enter",
  },
  example: {
    title: "For example",
    line: (value: string, points: string) => `An order of **${value}** would earn **${points}**.`,
    afterMending: "Mend what is marked, and this tells what an order would earn.",
  },
  more: {
    title: "The whole document",
    help: "This page changes the values above. Everything else in the document stays as it is.",
    holds: (parts: string) => `It also holds ${parts}.`,
    rules: (count: number) => `${count} more earning ${plural(String(count), "rule", "rules")}`,
    levels: (count: number) => `${count} ${plural(String(count), "tier", "tiers")}`,
    rewards: (count: number) => `${count} ${plural(String(count), "reward", "rewards")}`,
    label: (number: number) => `Version ${number} as YAML`,
  },
  versions: {
    title: "Versions",
    help: "A version is never changed. Orders are evaluated under the one in force when they were placed.",
    name: (number: number) => `Version ${number}`,
    inForce: "In force",
    planned: "Planned",
    from: (date: string) => `in force from ${date}`,
    atOnce: (date: string, by: string) => `saved and in force from ${date}, by ${by}`,
    saved: (date: string, by: string) => `saved ${date} by ${by}`,
    installation: "the installation",
  },
  planned: (number: number, date: string) =>
    `Version ${number} takes effect on ${date}. What you save here is made from it, and takes effect at once.`,
  save: "Save",
  discard: "Discard",
  saved: (number: number) => `Saved as version ${number}`,
  faults: {
    title: (count: number) =>
      count === 1
        ? "One value has to be mended before this can be saved."
        : `${count} values have to be mended before this can be saved.`,
    points: "Write a number of points, 0 or more, such as 1 or 1.5.",
    per: (example: string) => `Write an amount above 0 in your currency, such as ${example}.`,
    pendingDays: "Write a whole number of days from 0 to 3650.",
    productTags: "Write tags of 1 to 1000 characters.",
    productTypes: "Write types of 1 to 1000 characters.",
    vendors: "Write vendors of 1 to 1000 characters.",
    collections: "Write handles of 1 to 1000 characters.",
    giftCards: "Choose whether gift cards earn.",
    other: (path: string, problem: string, mend: string) =>
      `**${path === "" ? "The document" : path}** ${problem}: ${mend}.`,
  },
  overtaken: {
    title: (number: number) => `Version ${number} was saved while you were editing`,
    text: "Somebody else changed the programme. What you typed is still in the form and nothing is saved yet. You can put your changes on top of the new version and save again, or give them up and see the new values.",
    keep: (number: number) => `Put my changes on version ${number}`,
    take: (number: number) => `Show version ${number}`,
  },
};
