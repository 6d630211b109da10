import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "sentiment-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(content: string, more: string[] = []) {
  const [file, out] = [join(folder, "in.csv"), join(folder, "out.csv")];
  writeFileSync(file, content);
  const words = ["bin/sentiment.ts", "--texts", file, "--out", out, ...more];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  return { status, stderr, rows: () => readFileSync(out, "utf8").trimEnd().split("\n") };
}

test("answers every line of a file that people made, in its order, by its very ids", () => {
  const { status, stderr, rows } = run(
    [
      "\uFEFFid,lang,text",
      'a,en,"Broke at once,\nand ""support"" was rude"',
      'a,,He said it was "great" and it is',
      '"b, c",,质量很好',
      "d,,",
      "e,de,Sehr gut",
      `f,,"${"very good ".repeat(100_000)}"`,
      "g",
      "",
    ].join("\r\n"),
  );
  expect(status).toBe(0);
  const [heading, ...answers] = rows();
  expect(heading).toBe("id,label,score");
  expect(answers.map((row) => row.replace(/,-?[\d.]+$/, ""))).toEqual([
    "a,negative",
    "a,positive",
    '"b, c",positive',
    "d,neutral",
    "e,neutral",
    "f,positive",
    "g,neutral",
  ]);
  expect(answers[4]).toBe("e,neutral,0");
  expect(stderr).toContain("1 of language de, which is not supported");
});

test("tells language and topics where that is asked for", () => {
  const { rows } = run("id,text\n1,Great shirt but the delivery was slow and late\n", ["--details"]);
  expect(rows()[0]).toBe("id,label,score,language,topics");
  expect(rows()[1]).toMatch(/,en,.*delivery-/);
});

test.each([
  ["a heading alone", "id,text\n", 0, /0 texts/],
  ["one text", "id,text\n1,good\n", 0, /^1 text\n/],
  ["an empty file", "", 1, /the file is empty/],
  ["a missing column", "id,message\n1,x\n", 1, /line 1: no column text/],
  ["a quote that never ends", 'id,text\n1,"good\n2,bad\n', 1, /in\.csv: .*[Qq]uote/],
])("takes %s for what it is", (_, content, status, message) => {
  const done = run(content);
  expect(done.status).toBe(status);
  expect(done.stderr).toMatch(message);
});

test("says how it is used", () => {
  const { status, stderr } = run("id,text\n", ["--fast"]);
  expect(status).toBe(2);
  expect(stderr).toContain("usage: npm run -s sentiment");
});
