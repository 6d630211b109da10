import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "predict-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(content: string | Buffer, words: string[] = ["--as-of", "2026-03-31", "--horizon-days", "30"]) {
  const [file, out] = [join(folder, "in.csv"), join(folder, "out.csv")];
  writeFileSync(file, content);
  const { status, stderr } = spawnSync(
    process.execPath,
    ["bin/predict.ts", "--transactions", file, "--out", out, ...words],
    { encoding: "utf8" },
  );
  return { status, stderr, rows: () => readFileSync(out, "utf8").trim().split("\n") };
}

const HEADING = "customer_id,timestamp,amount\n";

test("answers for everybody who bought by the day, by the very ids of the file", () => {
  const { status, stderr, rows } = run(
    `${HEADING}"=1, ""a""",2026/01/01,10\n李,2026-03-31T23:59:00Z,5\nlater,2026-04-01,9\nreturner,2026-01-02,-3\n`,
  );
  expect(status).toBe(0);
  const [heading, ...answers] = rows();
  expect(heading).toBe("customer_id,p_alive,expected_orders,expected_value,churn_risk,segment");
  expect(answers).toHaveLength(2);
  expect(answers[0]).toMatch(/^"=1, ""a""",0\.\d+,[\d.]+,[\d.]+,0\.\d+,[a-z-]+$/);
  expect(answers[1]).toMatch(/^李,/);
  expect(stderr).toMatch(
    /not enough data: 2 customers, 0 of whom bought again; at least 30 and 1 are needed/,
  );
});

test("has a heading alone for a shop without customers", () => {
  expect(run(HEADING).rows()).toHaveLength(1);
});

test.each([
  ["an amount that is none", `${HEADING}7,2026-01-01,ten\n`, /line 2: amount "ten"/],
  [
    "an amount too large",
    `${HEADING}7,2026-01-01,1\n7,2026-01-02,-1e16\n`,
    /line 3: amount "-1e16" is beyond/,
  ],
  ["a date that is none", `${HEADING}7,2026-01-01,1\n7,soon,1\n`, /line 3: timestamp "soon"/],
  ["a missing column", "customer_id,amount\n7,1\n", /line 1: no column timestamp/],
  ["an empty file", "", /the file is empty/],
  ["other columns", "customer_id;timestamp;amount\n7;2026-01-01;1\n", /line 1: semicolons between columns/],
  ["a date of two meanings", `${HEADING}7,05/01/2026,1\n`, /line 2: timestamp "05\/01\/2026" is no date/],
])("names the line and the reason of %s", (_, content, message) => {
  const { status, stderr } = run(content);
  expect(status).toBe(1);
  expect(stderr).toMatch(message);
});

test.each([
  ["a heading alone", HEADING, /not enough data: no row is of 2026-03-31 or before/],
  ["what comes later", `${HEADING}7,2026-04-01,1\n`, /not enough data: no row is of 2026-03-31 or before/],
  [
    "returns alone",
    `${HEADING}7,2026-03-01,-1\n`,
    /not enough data: by 2026-03-31 there are returns, and no/,
  ],
])("tells nothing of %s, and why", (_, content, message) => {
  const { status, stderr, rows } = run(content, ["--as-of", "2026-03-31", "--horizon-days", "30"]);
  expect([status, rows().length]).toEqual([0, 1]);
  expect(stderr).toMatch(message);
});

test.each([
  [["--as-of", "soon", "--horizon-days", "30"]],
  [["--as-of", "2026-03-31", "--horizon-days", "0"]],
  [["--as-of", "2026-03-31", "--horizon-days", "30", "--fast"]],
])("says how it is used: %j", (words) => {
  const { status, stderr } = run(HEADING, words);
  expect(status).toBe(2);
  expect(stderr).toContain("usage: npm run -s predict");
});

test("says what to do where the folder of the answers is not there, or is one itself", () => {
  const words = (out: string) => ["--as-of", "2026-03-31", "--horizon-days", "30", "--out", out];
  const missing = run(`${HEADING}7,2026-01-01,1\n`, words(join(folder, "nope", "z.csv")));
  expect(missing.status).toBe(1);
  expect(missing.stderr).toMatch(/^--out \S+z\.csv: there is no folder \S+nope; make it first/);
  expect(run(HEADING, words(folder)).stderr).toMatch(/is a folder; name a file in it/);
});

test("reads a file of an old spreadsheet with its letters, and says so", () => {
  const { status, stderr, rows } = run(Buffer.from(`${HEADING}Müller,2026-01-01,10\n`, "latin1"));
  expect(status).toBe(0);
  expect(stderr).toMatch(/in\.csv is no UTF-8; read as Windows-1252/);
  expect(rows()[1]).toMatch(/^Müller,/);
});
