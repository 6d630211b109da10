import { plural } from "./plural.ts";

/** The cards of the models: what each is, and how good. */
export const enModels = {
  title: "Models",
  about:
    "What each model predicts, of what it was learned, and how good it would have been in your own last months. Nothing leaves your shop, and no other shop’s data is used.",
  never: "Not learned yet.",
  notEnough: "Not enough data",
  noFigures: "Too little could be held back to say how good it is.",
  trained: (ago: string, version: string) => `${ago}, version ${version}`,
  counts: (count: string, orders: string, buyers: string) =>
    plural(count, `${orders} order of ${buyers} customers`, `${orders} orders of ${buyers} customers`),
  span: (counts: string, from: string, to: string) => `${counts}, from ${from} to ${to}`,
  needed: (count: string, what: string) => `${count} ${what}`,
  takes: (needed: string) => `It takes ${needed}.`,
  things: {
    buyers: "customers who bought",
    days: "days of orders",
    returning: "customers who bought again",
    baskets: "orders of several products",
    members: "members who bought",
  } as Record<string, string>,
  kinds: {
    buyers: {
      title: "Buying again, spending and leaving",
      predicts:
        "For each member: the chance that they buy nothing within the horizon, how often they order, what they spend, and when next.",
      by: "A model of purchases (of three, the one that foresaw your own past best), Gamma-Gamma for spending, and a regression for leaving",
    },
    recommend: {
      title: "Recommendations",
      predicts: "What a customer buys again, what is new for them, and what goes together in a basket.",
      by: "Own habits, EASE over products bought together, and a ranking learned from the last visits of your customers",
    },
    clusters: {
      title: "Groups of customers",
      predicts: "Nothing to come: it finds customers who buy alike, and describes each group.",
      by: "Clusters of how lately, how often, how regularly and for how much customers buy",
    },
  },
  facts: {
    trained: "Learned",
    basis: "Of",
    learnedBy: "How",
    model: "Model of purchases",
  },
  figuresTitle: "How good it would have been",
  heldBack: (from: string, to: string, customers: string) =>
    `Learned without the days from ${from} to ${to}, then asked about them, for ${customers} customers. “Without a model” is what the simplest answer reaches.`,
  heldBackOther:
    "Measured on what was held back of your own past. “Without a model” is what the simplest answer reaches.",
  columns: {
    measure: "Measure",
    value: "Reached",
    between: "Likely between",
    base: "Without a model",
    rows: "Rests on",
  },
  between: (low: string, high: string) => `${low} to ${high}`,
  ofFigure: (name: string, text: string) => `${name}. ${text}`,
  figures: {
    "leaving-auc": "Leaving: how often who left was told a higher risk than who stayed (0.5 is chance)",
    "leaving-brier": "Leaving: mean square of what risks were off by (0 is best)",
    "leaving-slope": "Leaving: calibration slope (1 is right, below it too sure)",
    "orders-error": "Orders: off by, a customer",
    "value-error": "Spending: off by, a customer",
    "value-captured": "Spending: held by the tenth that was told most",
    "orders-within": "Orders: came within the bounds (at least 80%)",
    "value-within": "Spending: came within the bounds (at least 80%)",
    "next-order": "Next order: came within the bounds (80%)",
    again: "Next visit: products found, by rank (1 is best)",
    new: "New products: found, by rank (1 is best)",
    basket: "Hidden product of a basket among ten",
    "clusters.stability": "Groups: how far halves of the customers agree on them (1 is the same)",
    "clusters.apart": "Groups: how far they stand apart (by chance beside it)",
  },
  groups: {
    title: "Is it as true for everybody?",
    alike: "No group that is large enough is told a risk that is off otherwise than for all others.",
    otherwise: (groups: string) =>
      `Off otherwise than for all others: ${groups}. Be careful to treat these groups by their risk.`,
    columns: {
      group: "Group",
      customers: "Customers",
      told: "Told",
      left: "Left",
      off: "Off by",
      error: "Error, and of others",
      verdict: "Against others",
    },
    off: (off: string, low: string, high: string) => `${off} (${low} to ${high})`,
    error: (own: string, others: string) => `${own} / ${others}`,
    language: (name: string) => `Language: ${name}`,
    channel: (name: string) => `First bought in: ${name}`,
    newer: "Bought first within half a year",
    older: "Bought first earlier",
    verdicts: {
      alike: "Alike",
      better: "Told too low",
      worse: "Told too high",
      few: "Too few to say",
    },
  },
  changes: {
    title: (version: string) => `Changed since version ${version}`,
    orders: (more: string) => `Orders it was learned of: ${more}`,
    model: (was: string, is: string) => `Model of purchases: ${was} → ${is}`,
    figure: (name: string, was: string, is: string) => `${name}: ${was} → ${is}`,
    nothing: "Nothing that shows.",
  },
};
