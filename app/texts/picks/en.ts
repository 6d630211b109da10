import type { PickTexts } from "./pick-texts.ts";

export const en: PickTexts = {
  people: { one: "{n} person", other: "{n} people" },
  times: { one: "once", other: "{n} times" },
  days: { one: "{n} day", other: "{n} days" },
  boughtTogether: "{n} of the {people} who bought {title} also bought this.",
  sameOrder: "Of {m} orders with {title}, {n} held this too.",
  similar: "Similar to {title}.",
  boughtAgain: "You bought this {times}, last on {date}.",
  dueAgain: "You buy this about every {days}, last on {date}.",
  popular: "Bought by {people} in the last {days}.",
  reach: "Yours for {points}.",
  newHere: "New in the shop since {date}.",
  pinned: "Chosen by the shop.",
};
