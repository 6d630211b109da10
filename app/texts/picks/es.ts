import type { PickTexts } from "./pick-texts.ts";

export const es: PickTexts = {
  people: { one: "{n} persona", many: "{n} de personas", other: "{n} personas" },
  times: { one: "una vez", many: "{n} de veces", other: "{n} veces" },
  days: { one: "{n} día", many: "{n} de días", other: "{n} días" },
  boughtTogether: "De {people} que compraron {title}, {n} también se llevaron esto.",
  sameOrder: "De {m} pedidos con {title}, {n} también lo incluían.",
  similar: "Parecido a {title}.",
  boughtAgain: "Lo has comprado {times}, la última el {date}.",
  dueAgain: "Lo compras más o menos cada {days}, la última vez el {date}.",
  popular: "{people} lo han comprado en {days}.",
  reach: "Tuyo por {points}.",
  newHere: "En la tienda desde el {date}.",
  pinned: "Elegido por la tienda.",
};
