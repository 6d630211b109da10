import { amountsIn } from "./template.ts";
import type { Template } from "./template.ts";

export const fashionTiers: Template = {
  name: "fashion-tiers",
  about:
    "Three tiers by what was spent in a year, seasons that count double, returns thought of: for fashion.",
  text({ currency, timezone }) {
    const money = amountsIn(currency);
    return `# Fashion with tiers
#
# Much is sent back in fashion, so points wait out the return window, and a tier stands on what was kept: a return lowers
# what counts towards it. Tiers are worth having all year (more points, rewards of their own), and are not lost the day
# after a quiet season: a tier is kept for 90 days after it is no longer reached.

programme: Style club
currency: ${currency}
timezone: ${timezone}

points:
  pendingDays: 30 # as long as things may be sent back
  # What became available on a day ends a year after that day. Whoever comes each season loses nothing.
  expiry: { kind: lots, months: 12 }
  notice: { days: [30, 7], required: true }
  debt: owe

earning:
  # Of several multipliers that fit a line only the largest counts: a sale never stacks up by accident.
  combine: best
  exclude: { giftCards: true, productTags: [final-sale] }
  rules:
    - { id: purchase, on: order, rate: { points: 2, per: "${money(1)}" } }
    # Tag the new season's products and they earn double while they carry the tag. With \`from\` and \`to\` it ends by itself.
    - { id: new-season, on: order, multiply: "2", match: { productTags: [new-season] } }
    # A whole look is worth more than its parts. The bonus is taken back if a return brings the order below the minimum.
    - { id: whole-look, on: order, bonus: 100, minimum: "${money(150)}" }
    - { id: first-order, on: first-order, bonus: 100 }
    - { id: welcome, on: signup, bonus: 50 }
    # A photo of how it is worn helps others to choose the size. Four times a month at most.
    - { id: photo-review, on: "activity:photo-review", bonus: 40, limit: { times: 4, per: month } }
    - { id: birthday, on: birthday, bonus: 150 }

tiers:
  basis: spend # what was kept, after discounts and returns
  window: { kind: rolling, months: 12 }
  guaranteeDays: 90
  levels:
    - { id: member, at: "0" }
    - { id: insider, at: "${money(300)}", multiplier: "1.25" }
    - { id: muse, at: "${money(900)}", multiplier: "1.5" }

rewards:
  - { id: ten-off, kind: amount, cost: 500, value: "${money(10)}", minimum: "${money(40)}", codeDays: 60 }
  - { id: twenty-five-off, kind: amount, cost: 1100, value: "${money(25)}", minimum: "${money(80)}", codeDays: 60 }
  - { id: free-shipping, kind: free-shipping, cost: 200, codeDays: 30 }
  # What money cannot buy keeps the best customers: for the two upper tiers, and for the highest alone.
  - { id: early-access, kind: exclusive, cost: 300, grants: The new season two days before everybody, tiers: [insider, muse], perMember: 4 }
  - { id: styling-hour, kind: custom, cost: 1500, instructions: Call the member and find a date with a stylist, tiers: [muse], perMember: 2 }
`;
  },
};
