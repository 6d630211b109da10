import type { RewardTexts } from "./reward-texts.ts";

export const ja: RewardTexts = {
  benefit: {
    amount: (value) => (value === null ? "ご注文の割引" : `ご注文から${value}割引`),
    percent: (value) => (value === null ? "ご注文の割引" : `ご注文が${value}割引`),
    "free-shipping": () => "送料無料",
    "free-product": () => "商品プレゼント",
    "gift-with-purchase": () => "ご注文にプレゼント",
    "store-credit": (value) => (value === null ? "ストアクレジット" : `ストアクレジット${value}`),
    "gift-card": (value) => (value === null ? "ギフトカード" : `ギフトカード${value}`),
    exclusive: () => "限定アクセス",
    donation: () => "寄付",
    custom: () => "ショップからの特典",
  },
  from: (benefit, minimum) => `${benefit}（${minimum}以上のご注文）`,
  state: {
    ready: (code, until) =>
      until === null
        ? `お会計の際に${code}を入力してください。`
        : `お会計の際に${code}を入力してください。ご利用は1回、${until}までです。`,
    making: "ポイントを確保し、特典を準備しています。まもなくここに表示されます。",
    waiting: "ポイントは確保されています。特典についてショップからご連絡します。",
    granted: "お渡し済みです。",
    grantedCard: (code) =>
      `ギフトカードをご用意しました。コードは${code}です。ほかの方には知らせないでください。`,
    used: "ご利用済みです。",
    returned: "取り消されました。ポイントは戻っています。",
    notMade: "ショップがこの特典を用意できませんでした。ポイントは戻っています。",
  },
  why: {
    short: (missing) => `あと${missing}必要です。`,
    blocked: "ただいまポイントをご利用いただけません。ショップまでお問い合わせください。",
    notNow: "この特典は現在ご利用いただけません。",
    notThisTier: "この特典は別のランクの方が対象です。",
    unknownReward: "この特典は見つかりません。",
    wrongUnits: "どれだけ交換するかをお選びください。",
    beyondValue: "この特典の上限を超えています。",
    memberLimit: "この特典は、ご利用いただける回数に達しています。",
    noneLeft: "この特典は終了しました。",
    paused: "プログラムは休止中のため、現在は交換できません。お持ちのポイントはそのまま残ります。",
    guest: "ポイントを使うにはログインしてください。",
    nobody: "こちらにはポイントがありません。",
  },
  cancelled: "特典を取り消しました。ポイントは戻っています。",
  tooLate: "この特典はすでに使われたか、お届けの途中のため、取り消せません。",
  unknownRedemption: "取り消せるものはありません。",
  keyReused: "この操作は、別の特典のためにすでに送信されています。ページを読み込み直してください。",
  unreadable: "この操作を読み取れませんでした。ページを読み込み直してください。",
  forbidden: "ページを開いてから時間が経ちすぎました。読み込み直して、もう一度お試しください。",
  tooMany: (seconds) => `操作が続いています。${seconds}秒後にもう一度お試しください。`,
  page: {
    confirmTitle: "ポイントを使う",
    confirm: (benefit, points) => `${benefit}：${points}`,
    redeem: "ポイントを使う",
    listTitle: "交換した特典",
    none: "まだポイントを使っていません。",
    cancel: "取り消す",
  },
};
