import { daysInMonth } from "../loyalty/time.ts";
import type { Cell, Notation } from "./fields.ts";
import { monthAndDay, monthNamed, readDateCell } from "./read-date-cell.ts";

export interface Birthday {
  month: number;
  day: number;
}

/** A year that has a 29 February, for days without a year. */
const LEAP_YEAR = 2024;

/** Month and day; the year, which some write and nobody needs, is not even read. */
export function readBirthdayCell(text: string, notation: Notation): Cell<Birthday> {
  const birthday = shortOf(text.trim(), notation) ?? fullOf(text, notation);
  if (birthday === null || !exists(birthday))
    return {
      ok: false,
      problem: "is not a birthday",
      mend: "write month and day, such as 05-27, or leave it empty",
    };
  return { ok: true, value: birthday };
}

function shortOf(text: string, { dateOrder }: Notation): Birthday | null {
  const iso = /^-?-?(\d{2})-(\d{2})$/.exec(text);
  if (iso !== null) return { month: Number(iso[1]), day: Number(iso[2]) };
  const pair = /^(\d{1,2})[/.](\d{1,2})\.?$/.exec(text);
  if (pair !== null) return monthAndDay(pair[1], pair[2], dateOrder);
  const words = /^(\d{1,2})\.? ([a-z]{3,9})$/i.exec(text) ?? /^([a-z]{3,9}) (\d{1,2})$/i.exec(text);
  if (words === null) return null;
  const [, first = "", second = ""] = words;
  const [day, month] = /^\d/.test(first) ? [first, second] : [second, first];
  return { month: monthNamed(month) ?? 0, day: Number(day) };
}

function fullOf(text: string, notation: Notation): Birthday | null {
  const date = readDateCell(text.trim().replace(/[T ]\d{1,2}:.*$/, ""), notation);
  if (!date.ok || !("day" in date.value)) return null;
  return { month: date.value.day.month, day: date.value.day.day };
}

function exists({ month, day }: Birthday): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(LEAP_YEAR, month);
}
