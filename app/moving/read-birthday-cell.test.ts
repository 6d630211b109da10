import { expect, test } from "vitest";
import type { Notation } from "./fields.ts";
import { readBirthdayCell } from "./read-birthday-cell.ts";

const DMY: Notation = { decimalMark: ".", dateOrder: "dmy", timezone: "Europe/London" };
const MDY: Notation = { ...DMY, dateOrder: "mdy" };

test.each<[string, Notation, number, number]>([
  ["1004-05-27", DMY, 5, 27],
  ["1990-10-24", DMY, 10, 24],
  ["1988-02-29", DMY, 2, 29],
  ["1990-10-24T00:00:00Z", DMY, 10, 24],
  ["1990-10-24 23:30:00 -0800", DMY, 10, 24],
  ["05/27", MDY, 5, 27],
  ["27/05", MDY, 5, 27],
  ["05/06", MDY, 5, 6],
  ["05/06", DMY, 6, 5],
  ["05/06/1990", MDY, 5, 6],
  ["05-27", DMY, 5, 27],
  ["--05-27", DMY, 5, 27],
  ["29 Feb", DMY, 2, 29],
  ["May 27", MDY, 5, 27],
  ["May 27, 1990", MDY, 5, 27],
])("%j is a birthday", (text, notation, month, day) => {
  expect(readBirthdayCell(text, notation)).toEqual({ ok: true, value: { month, day } });
});

test.each(["", "1991-02-29", "00/10", "30 Feb", "13/13", "in May", "0", "27 Foo"])("%j is none", (text) => {
  expect(readBirthdayCell(text, DMY)).toMatchObject({ ok: false, problem: "is not a birthday" });
});
