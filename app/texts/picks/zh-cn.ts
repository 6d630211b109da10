import type { PickTexts } from "./pick-texts.ts";

export const zhCn: PickTexts = {
  people: { other: "{n} 人" },
  times: { other: "{n} 次" },
  days: { other: "{n} 天" },
  boughtTogether: "购买了{title}的 {people}中,有 {n} 人也买了它。",
  sameOrder: "含有{title}的 {m} 份订单中,有 {n} 份也有它。",
  similar: "与{title}相似。",
  boughtAgain: "您买过 {times},最近一次是 {date}。",
  dueAgain: "您大约每 {days}买一次,最近一次是 {date}。",
  popular: "最近 {days}里有 {people}购买。",
  reach: "用 {points}就能换到。",
  newHere: "{date} 起新上架。",
  pinned: "店家精选。",
};
