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

# What members read: of tiers, of rewards that are no amount, and of rules where they see how their points came about.
# Change the names as you like.
texts:
  en:
    tiers: { guest: Guest, regular: Regular, family: Family }
    rewards: { coffee: A coffee, cake: A piece of cake, suspended-coffee: A coffee for somebody else, cupping: A seat at the tasting }
    rules: { visit: Visit, beans: Coffee beans, welcome: Welcome, birthday: Birthday }
    activities: { own-cup: Own cup }
  de:
    tiers: { guest: Gast, regular: Stammgast, family: Familie }
    rewards: { coffee: Ein Kaffee, cake: Ein Stück Kuchen, suspended-coffee: Ein Kaffee für jemand anderen, cupping: Ein Platz bei der Verkostung }
    rules: { visit: Besuch, beans: Kaffeebohnen, welcome: Willkommen, birthday: Geburtstag }
    activities: { own-cup: Eigener Becher }
  fr:
    tiers: { guest: Invité, regular: Habitué, family: Famille }
    rewards: { coffee: Un café, cake: Une part de gâteau, suspended-coffee: Un café suspendu, cupping: Une place à la dégustation }
    rules: { visit: Visite, beans: Café en grains, welcome: Bienvenue, birthday: Anniversaire }
    activities: { own-cup: Ma propre tasse }
  es:
    tiers: { guest: Invitado, regular: Habitual, family: Familia }
    rewards: { coffee: Un café, cake: Un trozo de tarta, suspended-coffee: Un café pendiente, cupping: Una plaza en la cata }
    rules: { visit: Visita, beans: Café en grano, welcome: Bienvenida, birthday: Cumpleaños }
    activities: { own-cup: Taza propia }
  ja:
    tiers: { guest: ゲスト, regular: 常連, family: ファミリー }
    rewards: { coffee: コーヒー1杯, cake: ケーキ1切れ, suspended-coffee: 誰かへのコーヒー, cupping: 試飲会の席 }
    rules: { visit: ご来店, beans: コーヒー豆, welcome: ご入会, birthday: お誕生日 }
    activities: { own-cup: マイカップ }
  zh-CN:
    tiers: { guest: 客人, regular: 熟客, family: 家人 }
    rewards: { coffee: 一杯咖啡, cake: 一块蛋糕, suspended-coffee: 待用咖啡, cupping: 品鉴会名额 }
    rules: { visit: 到店, beans: 咖啡豆, welcome: 入会礼, birthday: 生日礼 }
    activities: { own-cup: 自带杯 }
  zh-TW:
    tiers: { guest: 客人, regular: 熟客, family: 家人 }
    rewards: { coffee: 一杯咖啡, cake: 一塊蛋糕, suspended-coffee: 待用咖啡, cupping: 品鑑會名額 }
    rules: { visit: 到店, beans: 咖啡豆, welcome: 入會禮, birthday: 生日禮 }
    activities: { own-cup: 自備杯 }
  ar:
    tiers: { guest: ضيف, regular: زبون دائم, family: من العائلة }
    rewards: { coffee: فنجان قهوة, cake: قطعة كعك, suspended-coffee: قهوة لمن يحتاجها, cupping: مقعد في جلسة التذوق }
    rules: { visit: زيارة, beans: حبوب القهوة, welcome: ترحيب, birthday: عيد ميلاد }
    activities: { own-cup: كوب خاص }
`;
  },
};
