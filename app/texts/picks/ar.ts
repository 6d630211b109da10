import type { PickTexts } from "./pick-texts.ts";

export const ar: PickTexts = {
  people: {
    zero: "لا أحد",
    one: "شخص واحد",
    two: "شخصين",
    few: "{n} أشخاص",
    many: "{n} شخصًا",
    other: "{n} شخص",
  },
  times: { zero: "0 مرة", one: "مرة", two: "مرتين", few: "{n} مرات", many: "{n} مرة", other: "{n} مرة" },
  days: { zero: "0 يوم", one: "يوم", two: "يومين", few: "{n} أيام", many: "{n} يومًا", other: "{n} يوم" },
  boughtTogether: "من {people} ممن اشتروا {title}، اشترى {n} هذا.",
  sameOrder: "الطلبات مع {title}: {m}، ومعها هذا: {n}.",
  similar: "يشبه {title}.",
  boughtAgain: "اشتريته {times}، آخرها {date}.",
  dueAgain: "تشتريه كل {days}، آخرها {date}.",
  popular: "المشترون: {people} خلال {days}.",
  reach: "لك مقابل {points}.",
  newHere: "جديد منذ {date}.",
  pinned: "اختيار المتجر.",
};
