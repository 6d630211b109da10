import type { CustomerFields } from "../../../sandbox/commerce/actions.ts";

export type PersonId = "rtl" | "long" | "markup" | "nameless";

/** Names that a page must bear: from right to left, without a place to break, as markup, and none at all. */
export const PEOPLE: readonly ({ id: PersonId } & CustomerFields)[] = [
  { id: "rtl", firstName: "عبد الرحمن", lastName: "بن يوسف الأندلسي", locale: "ar" },
  {
    id: "long",
    firstName: "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschafers".repeat(3),
    lastName: "Adolph Blaine Charles David Earl Frederick Gerald Hubert Irvin John Kenneth Lloyd Martin Nero",
    locale: "de",
  },
  { id: "markup", firstName: "<b>Ada</b><script>alert(1)</script>", lastName: "{{ shop.name }} 👩🏽‍🌾🌿" },
  { id: "nameless", firstName: null, lastName: null },
];
