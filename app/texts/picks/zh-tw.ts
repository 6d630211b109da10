import type { PickTexts } from "./pick-texts.ts";

export const zhTw: PickTexts = {
  people: { other: "{n} 人" },
  times: { other: "{n} 次" },
  days: { other: "{n} 天" },
  boughtTogether: "買了{title}的 {people}之中,有 {n} 人也買了它。",
  sameOrder: "含有{title}的 {m} 筆訂單中,有 {n} 筆也有它。",
  similar: "與{title}相似。",
  boughtAgain: "您買過 {times},最近一次是 {date}。",
  dueAgain: "您大約每 {days}買一次,最近一次是 {date}。",
  popular: "最近 {days}內有 {people}購買。",
  reach: "用 {points}就能換到。",
  newHere: "{date} 起新上架。",
  pinned: "店家精選。",
};
