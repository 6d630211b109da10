import { expect, test } from "vitest";
import { csvLine } from "./write-csv.ts";

test.each<[string, string]>([
  ["plain", "plain"],
  ["a,b", '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ["two\nlines", '"two\nlines"'],
  ["=1+1", "'=1+1"],
  ["+44 20", "'+44 20"],
  ["-2+3", "'-2+3"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", `"'\t'=1"`],
  ["\r=1", '"\'\r=1"'],
  ["\u0000=1", "'\u0000=1"],
  ["\n=1", '"\'\n=1"'],
  [" =1", "' =1"],
  ["＝1+1", "'＝1+1"],
  ["＋1", "'＋1"],
  ["－2+3", "'－2+3"],
  ["＠SUM(A1)", "'＠SUM(A1)"],
  ["a\n=1", '"a\n=1"'],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ["Ann;=1+1", `"Ann;'=1+1"`],
  ["O; @SUM(1)", `"O; '@SUM(1)"`],
  ["a\t＝1", `"a\t'＝1"`],
  ['Ann;"=1"', `"Ann;""'=1"""`],
  ["Ann; Bob", '"Ann; Bob"'],
  ["-20", "-20"],
  ["-20.5", "-20.5"],
  ["", ""],
])("%j is written as %j", (cell, written) => {
  expect(csvLine([cell, "x"])).toBe(`${written},x\r\n`);
});
