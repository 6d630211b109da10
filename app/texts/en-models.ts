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
      counted:
        "Every order of a member, also one that came back later or counted for no points. Cancelled orders are left out.",
      by: "A model of purchases (of three, the one that foresaw your own past best), Gamma-Gamma for spending, and a regression for leaving",
    },
    recommend: {
      title: "Recommendations",
      predicts: "What a customer buys again, what is new for them, and what goes together in a basket.",
      counted:
        "Orders of the last three years of which a product was kept, those of guests too. Gift cards and cancelled orders are left out.",
      by: "Own habits, EASE over products bought together, and a ranking learned from the last visits of your customers",
    },
    clusters: {
      title: "Groups of customers",
      predicts: "Nothing to come: it finds customers who buy alike, and describes each group.",
      counted: "Orders that count for points, and several of one customer on a day as one.",
      by: "Clusters of how lately, how often, how regularly and for how much customers buy",
    },
  },
  facts: {
    trained: "Learned",
    basis: "From",
    counted: "What is counted",
    learnedBy: "How",
    model: "Model of purchases",
  },
  figuresTitle: "How good it would have been",
  heldBack: (from: string, to: string, customers: string) =>
    `Learned without the days from ${from} to ${to}, then asked about them, for ${customers} customers. “Without a model” is what the simplest answer reaches.`,
  heldBackOther:
    "Measured on what was held back of your own past. “Without a model” is what the simplest answer reaches.",
  figures: {
    "leaving-top": "Leaving: the riskiest (precision)",
    "leaving-auc": "Leaving: order of risks (AUC)",
    "leaving-brier": "Leaving: size of risks (Brier score)",
    "leaving-slope": "Leaving: spread of risks (calibration slope)",
    "orders-error": "Orders: off by (mean absolute error)",
    "value-error": "Spending: off by (mean absolute error)",
    "value-captured": "Spending: held by the top tenth",
    "orders-within": "Orders: within bounds",
    "value-within": "Spending: within bounds",
    "next-order": "Next order: within bounds",
    again: "Next visit (NDCG@10)",
    new: "New products (NDCG@10)",
    basket: "Hidden product (hit rate at 10)",
    "clusters.stability": "Agreement of halves (adjusted Rand index)",
    "clusters.apart": "Distance (silhouette)",
  } as Record<string, string>,
  /** What each figure says, for whoever never heard of it; `base` is what the simplest answer reaches. */
  said: {
    "leaving-top": (value: string, base: string) =>
      `Of 100 active customers whom it calls most at risk, ${value} really stayed away. Picked at random, ${base} would have.`,
    "leaving-auc": (value: string, base: string) =>
      `Of two customers, one who left and one who stayed, it knows which is which ${value} times in 100. By the days since their last order alone: ${base} times; by tossing a coin: 50.`,
    "leaving-brier": (value: string) =>
      `Its risks come ${value} nearer to what really happened than telling everybody the same risk.`,
    "leaving-brier-none":
      "Its risks come no nearer to what really happened than telling everybody the same risk.",
    "leaving-slope": "High and low risks lie as far apart as they should.",
    "leaving-slope-sure":
      "It is too sure: read high risks as a little lower, and low ones as a little higher.",
    "leaving-slope-careful": "It is too careful: high risks are really higher, and low ones lower.",
    "orders-error": (value: string, base: string) =>
      `A customer’s number of orders is off by ${value} on average. Expecting the same of everybody: ${base}.`,
    "value-error": (value: string, base: string) =>
      `What a customer spends is off by ${value} on average. Expecting the same of everybody: ${base}.`,
    "value-captured": (value: string, base: string) =>
      `The tenth of customers whom it expected most of spent ${value} of all the money. The tenth that had spent most before: ${base}.`,
    "orders-within": (value: string) =>
      `${value} in 100 customers ordered as often as it had said, between “at least” and “at most”. It should be 80 or more.`,
    "value-within": (value: string) =>
      `${value} in 100 customers spent what it had said, between “at least” and “at most”. It should be 80 or more.`,
    "next-order": (value: string) =>
      `${value} in 100 next orders came between the days that it had named. It should be about 80.`,
    again: (value: string, base: string) =>
      `For what customers buy again at their next visit, its lists reach ${value} of what a perfect list would. The same products in order of sales: ${base}.`,
    new: (value: string, base: string) =>
      `For products new to the customer, its lists reach ${value} of what a perfect list would. A list of best sellers: ${base}.`,
    basket: (value: string, base: string) =>
      `Of 100 baskets with one product hidden, it found that product among ten guesses in ${value}. Best sellers: in ${base}.`,
    "clusters.stability": (value: string) =>
      `Two halves of your customers, looked at apart, lead to groups that agree by ${value}.`,
    "clusters.apart": (value: string, base: string) =>
      `The groups stand apart by ${value} on a scale to 1. Customers mixed at random: ${base}.`,
  },
  experts: "For experts",
  technical: (name: string, value: string) => `${name}: ${value}`,
  likely: (low: string, high: string) => `likely ${low} to ${high}`,
  without: (base: string) => `without a model ${base}`,
  restsOn: (rows: string) => `n = ${rows}`,
  groups: {
    title: "Is it as true for everybody?",
    about: "For each group: the share it expected to leave, and the share that really left.",
    judged:
      "A group counts as “told too low” or “too high” only with 50 customers or more, where it is off by three points or more against all others, and where the interval of that leaves out zero. The intervals of all groups hold together 95 times in 100, so that many groups do not mean many false alarms. “Alike” is said only where that interval lies within ten points to either side.",
    alike: "No group is told a risk that is off otherwise than for all others beyond chance.",
    otherwise: (groups: string) =>
      `Off otherwise than for all others: ${groups}. Be careful to treat these groups by their risk.`,
    open: (groups: string) => `Nobody can tell, with so few customers, whether it is as true for: ${groups}.`,
    told: (told: string, left: string, count: string, shown: string) =>
      `${told} expected to leave, ${left} left, of ${plural(count, `${shown} customer`, `${shown} customers`)}`,
    technical: (off: string, low: string, high: string, own: string, others: string) =>
      `Against all others off by ${off} (between ${low} and ${high}); Brier score ${own}, of all others ${others}`,
    language: (name: string) => `Language: ${name}`,
    channel: (name: string) => `First bought in: ${name}`,
    newer: "Bought first within half a year",
    older: "Bought first earlier",
    verdicts: {
      alike: "Alike",
      better: "Told too low",
      worse: "Told too high",
      few: "Too few to say",
      open: "Cannot tell",
    },
  },
  changes: {
    title: (version: string) => `What changed since the last training (version ${version})`,
    orders: (more: string) => `Orders it was learned of: ${more}`,
    model: (was: string, is: string) => `Model of purchases: ${was} → ${is}`,
    figure: (name: string, was: string, is: string) => `${name}: ${was} → ${is}`,
    nothing: "Nothing that shows.",
  },
};
