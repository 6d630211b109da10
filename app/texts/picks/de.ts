import type { PickTexts } from "./pick-texts.ts";

export const de: PickTexts = {
  people: { one: "{n} Person", other: "{n} Personen" },
  times: { one: "einmal", other: "{n}-mal" },
  days: { one: "{n} Tag", other: "{n} Tage" },
  boughtTogether: "{n} von {people}, die {title} gekauft haben, kauften auch dies.",
  sameOrder: "Von {m} Bestellungen mit {title} enthielten {n} auch dies.",
  similar: "Ähnlich wie {title}.",
  boughtAgain: "Du hast dies {times} gekauft, zuletzt am {date}.",
  dueAgain: "Du kaufst dies etwa alle {days}, zuletzt am {date}.",
  popular: "Käufe zuletzt: {people} in {days}.",
  reach: "Für {points} gehört es dir.",
  newHere: "Neu im Shop seit {date}.",
  pinned: "Vom Shop ausgewählt.",
};
