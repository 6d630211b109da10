import { amountsIn } from "./template.ts";
import type { Template } from "./template.ts";

export const simplePoints: Template = {
  name: "simple-points",
  about: "Points for what is spent, and money off for points: for any shop, explained in one sentence.",
  text({ currency, timezone }) {
    const money = amountsIn(currency);
    return `# Simple points
#
# "For every ${money(1)} ${currency} you spend you get a point; 100 points are ${money(5)} ${currency} off."
#
# That is 5 per cent back, and only to those who come again. Change the two numbers in \`purchase\` and \`five-off\` to
# make it more or less; \`programme plan\` says what a change costs before it is saved.

programme: Simple points
currency: ${currency} # must be the shop's
timezone: ${timezone} # days begin and end by its midnights

points:
  # Points wait until the return window is over. What is returned before then takes back points that nobody has spent.
  pendingDays: 14
  # Points that nobody uses for a year end. Every order starts the year anew, so whoever comes now and then keeps all.
  expiry: { kind: inactivity, months: 12 }
  # Nothing ends without a word: a message 30 and 7 days before, or the points stay.
  notice: { days: [30, 7], required: true }
  # If something is returned after its points were spent, the next points make up for it.
  debt: owe

earning:
  # Gift cards earn when they are spent, not when they are bought. Tag whatever else should earn nothing.
  exclude: { giftCards: true, productTags: [no-points] }
  rules:
    - { id: purchase, on: order, rate: { points: 1, per: "${money(1)}" } }
    # Half of the first reward at once, so that the first order already brings it near.
    - { id: welcome, on: signup, bonus: 50 }

rewards:
  - { id: five-off, kind: amount, cost: 100, value: "${money(5)}", minimum: "${money(20)}", codeDays: 60 }
  - { id: ten-off, kind: amount, cost: 180, value: "${money(10)}", minimum: "${money(40)}", codeDays: 60 }
  - { id: free-shipping, kind: free-shipping, cost: 60, codeDays: 60 }

# What members read of these rules where they see how their points came about. Change the names as you like.
texts:
  en:
    rules: { purchase: What you spend, welcome: Welcome }
  de:
    rules: { purchase: Dein Einkauf, welcome: Willkommen }
  fr:
    rules: { purchase: Vos achats, welcome: Bienvenue }
  es:
    rules: { purchase: Tus compras, welcome: Bienvenida }
  ja:
    rules: { purchase: お買い物, welcome: ご入会 }
  zh-CN:
    rules: { purchase: 消费积分, welcome: 入会礼 }
  zh-TW:
    rules: { purchase: 消費點數, welcome: 入會禮 }
  ar:
    rules: { purchase: مشترياتك, welcome: ترحيب }
`;
  },
};
