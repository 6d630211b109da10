import { describe, expect, test } from "vitest";
import { openCsv, type CsvRecord } from "./read-csv.ts";

/** In small pieces, so that characters and quotes are cut in two. */
function fileOf(bytes: Uint8Array, piece = 7) {
  return async function* () {
    for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece);
  };
}

const utf8 = (text: string) => Buffer.from(text, "utf8");
const utf16le = (text: string) => Buffer.from(text, "utf16le");
const utf16be = (text: string) => utf16le(text).swap16();
const latin1 = (text: string) => Buffer.from(text, "latin1");

async function read(bytes: Uint8Array) {
  const file = await openCsv(fileOf(bytes));
  const records: CsvRecord[] = [];
  for await (const record of file.records()) records.push(record);
  return { ...file, records };
}

const TEXT = "email,tier\nanna@example.com,Größe\nbert@example.com,Silber\n";

describe("a file is read whatever it is written in", () => {
  test.each<[string, Uint8Array, string]>([
    ["UTF-8", utf8(TEXT), "utf-8"],
    ["UTF-8 with a mark", utf8(`\ufeff${TEXT}`), "utf-8"],
    ["UTF-16, little end first", utf16le(`\ufeff${TEXT}`), "utf-16le"],
    ["UTF-16, big end first", utf16be(`\ufeff${TEXT}`), "utf-16be"],
    ["UTF-16 without a mark", utf16le(TEXT), "utf-16le"],
    ["Windows-1252", latin1(TEXT), "windows-1252"],
  ])("%s", async (_, bytes, encoding) => {
    const file = await read(bytes);
    expect(file.encoding).toBe(encoding);
    expect(file.header).toEqual(["email", "tier"]);
    expect(file.records[0]).toEqual({ row: 2, cells: ["anna@example.com", "Größe"] });
  });

  test("one letter at the very end tells the encoding of all of it", async () => {
    const file = await read(
      latin1(`${"email,tier\n" + "a@b.example,gold\n".repeat(500)}z@b.example,Größe\n`),
    );
    expect(file.records.at(-1)?.cells).toEqual(["z@b.example", "Größe"]);
  });

  test.each([",", ";", "\t", "|"])("with %j between the cells", async (delimiter) => {
    const file = await read(utf8(TEXT.replaceAll(",", delimiter)));
    expect(file.delimiter).toBe(delimiter);
    expect(file.records[1]?.cells).toEqual(["bert@example.com", "Silber"]);
  });

  test("a heading with the other mark inside quotes", async () => {
    const file = await read(utf8('"Birthday (MM/DD), or year";Email\n05/27;a@b.example\n'));
    expect(file.header).toEqual(["Birthday (MM/DD), or year", "Email"]);
  });

  test("a spreadsheet's own word for its separator", async () => {
    const file = await read(utf8("sep=;\r\nemail;points\r\na@b.example;5\r\n"));
    expect(file.header).toEqual(["email", "points"]);
    expect(file.records).toEqual([{ row: 3, cells: ["a@b.example", "5"] }]);
  });

  test("Windows' ends of lines, and a single column", async () => {
    const file = await read(utf8("email\r\na@b.example\r\n"));
    expect(file.records).toEqual([{ row: 2, cells: ["a@b.example"] }]);
  });
});

describe("rows keep the numbers that a spreadsheet shows", () => {
  test("with empty rows and quoted new lines between them", async () => {
    const file = await read(utf8('email,note\na@b.example,"two\nlines, and ""quotes"""\n\nc@d.example,\n'));
    expect(file.records).toEqual([
      { row: 2, cells: ["a@b.example", 'two\nlines, and "quotes"'] },
      { row: 4, cells: ["c@d.example", ""] },
    ]);
  });

  test("with rows too short and too long", async () => {
    const file = await read(utf8("email,points\na@b.example\nc@d.example,5,6\n"));
    expect(file.records.map(({ cells }) => cells.length)).toEqual([1, 3]);
  });
});

test("the same bytes have the same name, and others another", async () => {
  const [a, b, c] = await Promise.all([read(utf8(TEXT)), read(utf8(TEXT)), read(utf8(`${TEXT} `))]);
  expect(a.hash).toBe(b.hash);
  expect(a.hash).not.toBe(c.hash);
  expect(a.bytes).toBe(utf8(TEXT).length);
});

describe("a file that cannot be read says why", () => {
  test.each<[string, Uint8Array, RegExp]>([
    ["empty", utf8(""), /empty/],
    ["only a mark", utf8("\ufeff"), /no row/],
    ["a spreadsheet", Buffer.from("PK\u0003\u0004 and so on", "latin1"), /spreadsheet/],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 0, 0]), /not a text file/],
    ["no heading", utf8("a@b.example,5\n"), /names of the columns/],
  ])("%s", async (_, bytes, why) => {
    await expect(read(bytes)).rejects.toThrow(why);
  });

  test("a row that is longer than any, with no quote in it", async () => {
    const text = `email,note\na@b.example,fine\nc@d.example,${"x".repeat(80_000)}\n`;
    await expect(read(utf8(text))).rejects.toThrow(/after row 2: the next one is longer than 64 KB/);
  });

  test("a quote that is never closed", async () => {
    const text = `email,note\na@b.example,fine\nc@d.example,"open ${"x,y\n".repeat(40_000)}`;
    await expect(read(utf8(text))).rejects.toThrow(/after row 2: a quote/);
  });
});
