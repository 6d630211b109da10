import type { PickTexts } from "./pick-texts.ts";

export const ja: PickTexts = {
  people: { other: "{n}人" },
  times: { other: "{n}回" },
  days: { other: "{n}日" },
  boughtTogether: "{title}を購入した{people}のうち{n}人がこちらも購入しました。",
  sameOrder: "{title}を含む注文{m}件のうち{n}件にこちらも入っていました。",
  similar: "{title}に似た商品です。",
  boughtAgain: "これまでに{times}購入、前回は{date}です。",
  dueAgain: "約{days}ごとにご購入、前回は{date}です。",
  popular: "この{days}間に{people}が購入しました。",
  reach: "{points}で手に入ります。",
  newHere: "{date}に入荷した商品です。",
  pinned: "当店のおすすめです。",
};
