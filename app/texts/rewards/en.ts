import type { RewardTexts } from "./reward-texts.ts";

export const en: RewardTexts = {
  benefit: {
    amount: (value) => (value === null ? "Money off your order" : `${value} off your order`),
    percent: (value) => (value === null ? "A discount on your order" : `${value} off your order`),
    "free-shipping": () => "Free shipping",
    "free-product": () => "A free product",
    "gift-with-purchase": () => "A gift with your order",
    "store-credit": (value) => (value === null ? "Store credit" : `${value} of store credit`),
    "gift-card": (value) => (value === null ? "A gift card" : `A gift card of ${value}`),
    exclusive: () => "Exclusive access",
    donation: () => "A donation",
    custom: () => "A reward from the shop",
  },
  from: (benefit, minimum) => `${benefit}, from ${minimum}`,
  state: {
    ready: (code, until) =>
      until === null
        ? `Enter ${code} at checkout.`
        : `Enter ${code} at checkout. It can be used once, until ${until}.`,
    making: "Your points are set aside and your reward is being made. It will appear here in a moment.",
    waiting: "Your points are set aside. The shop will be in touch about your reward.",
    granted: "You have it.",
    grantedCard: (code) => `Your gift card is ready. Its code is ${code}. Keep it to yourself.`,
    used: "Used.",
    returned: "Given back: the points are yours again.",
    notMade: "The shop could not make this reward. Your points are back.",
  },
  why: {
    short: (missing) => `You need ${missing} more for this.`,
    blocked: "You can not use your points just now. Please write to the shop.",
    notNow: "This reward is not available now.",
    notThisTier: "This reward is kept for another tier.",
    unknownReward: "There is no such reward.",
    wrongUnits: "Choose how much of this reward you want.",
    beyondValue: "This reward does not go that far.",
    memberLimit: "You have had this reward as often as it can be had.",
    noneLeft: "There is none of this reward left.",
    paused: "The programme is paused, so nothing can be redeemed for now. Your points stay yours.",
    guest: "Sign in to use your points.",
    nobody: "You have no points here.",
  },
  cancelled: "Your reward was given back: the points are yours again.",
  tooLate: "This reward was used, or is on its way already. It can not be given back.",
  unknownRedemption: "There is nothing here to give back.",
  keyReused: "This request was sent before, for another reward. Load the page again.",
  unreadable: "This request can not be understood. Load the page again.",
  forbidden: "This page has been open for too long. Load it again, then try once more.",
  tooMany: (seconds) => `That was a lot at once. Try again in ${seconds} seconds.`,
  page: {
    confirmTitle: "Use your points",
    confirm: (benefit, points) => `${benefit} for ${points}.`,
    redeem: "Use points",
    listTitle: "Your rewards",
    none: "You have not used any points yet.",
    cancel: "Give it back",
  },
};
