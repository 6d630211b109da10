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

# What members read: of tiers, of rewards that are no amount, and of rules where they see how their points came about.
# Change the names as you like.
texts:
  en:
    tiers: { member: Member, insider: Insider, muse: Muse }
    rewards: { early-access: Early access to the new season, styling-hour: An hour with a stylist }
    rules: { purchase: What you spend, new-season: New season, whole-look: Whole look, first-order: First order, welcome: Welcome, birthday: Birthday }
    activities: { photo-review: Photo review }
  de:
    tiers: { member: Mitglied, insider: Insider, muse: Muse }
    rewards: { early-access: Früher Zugang zur neuen Saison, styling-hour: Eine Stunde Stilberatung }
    rules: { purchase: Dein Einkauf, new-season: Neue Saison, whole-look: Ganzer Look, first-order: Erste Bestellung, welcome: Willkommen, birthday: Geburtstag }
    activities: { photo-review: Bewertung mit Foto }
  fr:
    tiers: { member: Membre, insider: Initié, muse: Muse }
    rewards: { early-access: Accès anticipé à la nouvelle saison, styling-hour: Une heure avec un styliste }
    rules: { purchase: Vos achats, new-season: Nouvelle saison, whole-look: Look complet, first-order: Première commande, welcome: Bienvenue, birthday: Anniversaire }
    activities: { photo-review: Avis avec photo }
  es:
    tiers: { member: Miembro, insider: Cliente habitual, muse: Musa }
    rewards: { early-access: Acceso anticipado a la nueva temporada, styling-hour: Una hora con un estilista }
    rules: { purchase: Tus compras, new-season: Nueva temporada, whole-look: Look completo, first-order: Primer pedido, welcome: Bienvenida, birthday: Cumpleaños }
    activities: { photo-review: Reseña con foto }
  ja:
    tiers: { member: メンバー, insider: インサイダー, muse: ミューズ }
    rewards: { early-access: 新作の先行アクセス, styling-hour: スタイリング相談1時間 }
    rules: { purchase: お買い物, new-season: 新作シーズン, whole-look: トータルコーデ, first-order: 初回注文, welcome: ご入会, birthday: お誕生日 }
    activities: { photo-review: 写真付きレビュー }
  zh-CN:
    tiers: { member: 会员, insider: 内部会员, muse: 缪斯 }
    rewards: { early-access: 新季提前选购, styling-hour: 造型顾问一小时 }
    rules: { purchase: 消费积分, new-season: 新季加倍, whole-look: 整套搭配, first-order: 首单, welcome: 入会礼, birthday: 生日礼 }
    activities: { photo-review: 晒图评价 }
  zh-TW:
    tiers: { member: 會員, insider: 內部會員, muse: 繆思 }
    rewards: { early-access: 新季搶先選購, styling-hour: 造型顧問一小時 }
    rules: { purchase: 消費點數, new-season: 新季加倍, whole-look: 整套穿搭, first-order: 首次訂購, welcome: 入會禮, birthday: 生日禮 }
    activities: { photo-review: 附照評論 }
  ar:
    tiers: { member: عضو, insider: عضو مقرّب, muse: ملهِم }
    rewards: { early-access: وصول مبكر إلى الموسم الجديد, styling-hour: ساعة مع منسّق أزياء }
    rules: { purchase: مشترياتك, new-season: موسم جديد, whole-look: إطلالة كاملة, first-order: الطلب الأول, welcome: ترحيب, birthday: عيد ميلاد }
    activities: { photo-review: تقييم مع صورة }
`;
  },
};
