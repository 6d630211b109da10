/** What staff read of a member's redemptions. */
export const enRedemptions = {
  title: "Rewards",
  none: "Nothing has been redeemed yet.",
  states: {
    making: "Being made",
    ready: "Code ready",
    waiting: "To hand over",
    granted: "Granted",
    used: "Used",
    returned: "Given back",
    "not-made": "Not made",
  },
  line: (points: string, date: string) => `${points}, ${date}`,
  code: (code: string) => `Code ${code}`,
  codeUntil: (code: string, date: string) => `Code ${code}, until ${date}`,
  storeSaid: (reason: string) => `The store said: ${reason}`,
  cancel: {
    button: "Give points back",
    title: "Give the points back?",
    text: (points: string) => `${points} become available again, and the code can not be used any more.`,
    done: "Points given back",
  },
  granted: {
    button: "Handed over",
    title: "Was the reward handed over?",
    text: (points: string) => `${points} are taken for good.`,
    done: "Reward handed over",
  },
  tooLate:
    "This reward was used or granted meanwhile, or is on its way. " +
    "While an order carries its code, it can be given back only by cancelling that order. Nothing was changed.",
};
