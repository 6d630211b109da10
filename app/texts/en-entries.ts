import { ENGLISH } from "../loyalty/explain-earning.ts";
import type { EntryKind } from "../loyalty/summary.ts";

const titles: Record<EntryKind, string> = {
  earn: "Earned",
  refund: "Taken back for a refund",
  cancel: "Taken back",
  edit: "Taken back after an edit",
  vest: "Became available",
  signup: "Sign-up bonus",
  birthday: "Birthday bonus",
  activity: "Earned by an activity",
  adjust: "Adjusted by hand",
  import: "Brought along",
  expire: "Expired",
  redeem: "Held for a reward",
  take: "Redeemed",
  release: "Released",
  return: "Came back",
  owe: "Became owed",
  drop: "Forgiven",
  merge: "Merged",
};

/** What an entry of the ledger says: what happened, why, and by which arithmetic. */
export const enEntries = {
  titles,
  arithmetic: ENGLISH,
  order: (name: string) => `Order ${name}`,
  sentence: (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`),
  workedOut: (because: string, arithmetic: string) => `${because}: ${arithmetic}`,
  because: {
    worth: (points: string) => `The order earns ${points}`,
    first: (points: string) => `The order earns ${points}, its bonus as the member's first order included`,
    worthNow: (now: string, before: string) => `The order earned ${before} before and earns ${now} now`,
    firstMoved: (now: string, before: string) =>
      `The first-order bonus moved: this order earned ${before} before and earns ${now} now`,
    leftCustomer: "The order now belongs to another customer, so its points were taken back",
    waits: "The order waits for money: until then it keeps at most what it had earned",
    doesNotCount:
      "The order does not count any more: it was cancelled, voided or deleted, or has no customer",
  },
  vest: (days: string, count: number) =>
    count === 0
      ? "The points were available at once"
      : `${days} ${count === 1 ? "day has" : "days have"} passed since the order`,
  activity: (name: string) => `Activity: ${name}`,
  signup: "Signed up in the store",
  birthday: "Birthday",
  import: (source: string) => `Balance in ${source} when the member was moved here`,
  bonus: (rule: string, points: string) => `${points} (${rule})`,
  adjust: (reason: string) => `Reason: ${reason}`,
  reinstate: (date: string, reason: string) =>
    `Points that expired on ${date} were given back. Reason: ${reason}`,
  expire: (date: string) => `The last day of these points was ${date}`,
  expireNoticed: (date: string, notice: string) =>
    `The last day of these points was ${date}; their owner was told on ${notice}`,
  hold: (reward: string) => `For the reward ${reward}`,
  holdUntil: (reward: string, date: string) => `For the reward ${reward}; its code holds until ${date}`,
  release: {
    cancelled: (reward: string) => `The reward ${reward} was cancelled`,
    "not-made": (reward: string) => `The store could not make the reward ${reward}`,
    "code-ended": (reward: string) => `The code of the reward ${reward} ran out`,
  },
  take: (reward: string, order: string) => `The reward ${reward} was used in order ${order}`,
  takeStore: (reward: string) => `The reward ${reward} was granted`,
  takeLate: (reward: string, order: string) =>
    `Order ${order} used the code of the reward ${reward} after it had been released`,
  comeBack: (reward: string, order: string) =>
    `Order ${order} was undone, so the points of the reward ${reward} came back`,
  mergeOut: "This customer was merged into another",
  mergeIn: "Another customer was merged into this one",
  owed: (points: string) => `${points} of them were not there to take and became owed`,
  dropped: (points: string) => `${points} more were not there to take and were forgiven`,
  details: {
    show: "Details",
    counted: (rules: string) => `earned by ${rules}`,
    outdone: (rules: string) => `${rules} would fit too, but another rule goes before`,
    noRule: "no rule gives points for it",
    nothing: {
      tip: "a tip",
      "gift-card": "a gift card",
      refunded: "given back",
      free: "sold for nothing",
      excluded: (key: string, value: string) => `excluded by ${key}: ${value}`,
    },
    keys: {
      productTags: "tag",
      productIds: "product",
      variantIds: "variant",
      vendors: "vendor",
      productTypes: "type",
      collections: "collection",
    },
    recorded: "Recorded",
    version: "Programme version",
    actor: "Done by",
    actors: { store: "News of the store", shopper: "The customer", clock: "The calendar" } as Record<
      string,
      string
    >,
    event: "Event",
    key: "Idempotency key",
    hash: "Hash",
    postings: "Postings",
    place: "Place in the chain",
  },
};
