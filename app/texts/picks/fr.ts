import type { PickTexts } from "./pick-texts.ts";

export const fr: PickTexts = {
  people: { one: "{n} personne", many: "{n} de personnes", other: "{n} personnes" },
  times: { one: "une fois", many: "{n} de fois", other: "{n} fois" },
  days: { one: "{n} jour", many: "{n} de jours", other: "{n} jours" },
  boughtTogether: "Sur {people} ayant acheté {title}, {n} ont aussi pris cet article.",
  sameOrder: "Sur {m} commandes avec {title}, {n} le contenaient aussi.",
  similar: "Semblable à {title}.",
  boughtAgain: "Vous en avez acheté {times}, la dernière le {date}.",
  dueAgain: "Vous en achetez environ tous les {days}, la dernière fois le {date}.",
  popular: "Acheté par {people} en {days}.",
  reach: "À vous pour {points}.",
  newHere: "Dans la boutique depuis le {date}.",
  pinned: "Choisi par la boutique.",
};
