import { amountsIn } from "./template.ts";
import type { Template } from "./template.ts";

export const coffeeVisits: Template = {
  name: "coffee-visits",
  about: "The stamp card: the same points for every visit, whatever was drunk. For cafés, bakeries, barbers.",
  text({ currency, timezone }) {
    const money = amountsIn(currency);
    return `# Coffee, with fixed points a visit
#
# "Ten points a visit; a hundred are a coffee." A stamp card that cannot be lost. Every order of at least ${money(3)} ${currency}
# counts as a visit, online and at the till, however much is on it; beans earn a little extra, for they are what people
# buy elsewhere.

programme: Coffee card
currency: ${currency}
timezone: ${timezone}

points:
  pendingDays: 0 # a coffee is not returned
  # A card in a drawer ends after half a year without a visit; every visit winds it up again.
  expiry: { kind: inactivity, months: 6 }
  notice: { days: [14, 3], required: true }
  # What is refunded takes its points back as far as they are there. Nobody owes the café points.
  debt: forgive

earning:
  exclude: { giftCards: true }
  rules:
    # No \`rate\`: what was spent makes no difference.
    - { id: visit, on: order, bonus: 10, minimum: "${money(3)}" }
    - { id: beans, on: order, bonus: 10, match: { productTypes: [Beans] } }
    - { id: welcome, on: signup, bonus: 20 }
    # A coffee is on the house on that day, nearly.
    - { id: birthday, on: birthday, bonus: 80 }
    - { id: own-cup, on: "activity:own-cup", bonus: 2, limit: { times: 1, per: day } }

# Regulars by their visits in the last three months: it means something at the counter.
tiers:
  basis: orders
  window: { kind: rolling, months: 3 }
  guaranteeDays: 14
  levels:
    - { id: guest, at: "0" }
    - { id: regular, at: "12" }
    - { id: family, at: "36" }

rewards:
  - { id: coffee, kind: custom, cost: 100, instructions: Any coffee of the card }
  - { id: cake, kind: custom, cost: 140, instructions: A piece of cake with it, perMember: 20 }
  - { id: beans-off, kind: amount, cost: 150, value: "${money(4)}", minimum: "${money(10)}", codeDays: 30 }
  # A coffee for somebody who cannot pay for one: it hangs on the wall until it is asked for.
  - { id: suspended-coffee, kind: donation, cost: 90, cause: A coffee for somebody who cannot pay for one }
  - { id: cupping, kind: exclusive, cost: 60, grants: A seat at the tasting on the first Saturday of the month, tiers: [family] }
`;
  },
};
