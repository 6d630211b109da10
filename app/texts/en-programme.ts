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
  edit: "Edit",
  look: "Look at it",
  inForce: "In force",
  since: (number: number, date: string) => `Version ${number}, since ${date}`,
  scheduled: (number: number, date: string) => `Version ${number} takes over on ${date}.`,
  none: {
    title: "No programme is in force yet",
    text: "Choose one to begin with and see what it would have meant for your past orders, before anybody else sees it.",
    action: "Choose a programme",
  },
  /** In the place of a part that says nothing. */
  nothing: {
    earning: "Nothing earns points",
    rewards: "There is nothing to spend points on",
    perks: "There are no perks",
  },
  closer: "Look closer",
  versions: "Versions",
  simulator: "Simulator",
  drafts: {
    title: "Drafts",
    none: "A draft is where you change things in peace. Nothing happens before you have seen what it changes, and published it.",
    help: "Nothing of a draft is in force before it is published.",
    start: "New draft",
    name: (date: string) => `Draft of ${date}`,
    behind: "Behind the newest version",
    discarded: (name: string) => `“${name}” was deleted.`,
  },
  more: { label: (number: number) => `Version ${number} as YAML` },
  save: "Save",
  discard: "Discard",
};
