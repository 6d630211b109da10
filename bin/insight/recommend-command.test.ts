import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "recommend-"));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADING = "customer_id,item_id,timestamp,quantity\n";
/** Ten people buy tea and honey, and some of them jam; one buys tea alone. */
const SHOP = `${HEADING}${Array.from({ length: 10 }, (_, n) => {
  const jam = n < 4 ? `c${n},jam,2026-01-09,2\n` : "";
  return `c${n},tea,2026-01-02T10:00:00Z,1\nc${n},honey,2026-01-02T10:00:00Z,1\n${jam}`;
}).join("")}"a, b",tea,2026-01-05,1\n"a, b",jam,2026-01-05,-1\n`;

function run(content: string, words: string[], basket = "basket_id,item_id\nb1,tea\nb2,nothing-we-know\n") {
  const [file, baskets, out] = ["in.csv", "baskets.csv", "out.csv"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(file, content);
  writeFileSync(baskets, basket);
  const given = words.map((word) => (word === "BASKETS" ? baskets : word));
  const all = ["bin/recommend.ts", "--interactions", file, "--out", out, ...given];
  const { status, stderr } = spawnSync(process.execPath, all, { encoding: "utf8" });
  return { status, stderr, rows: () => readFileSync(out, "utf8").trim().split("\n") };
}

test("shows everybody what is new to them, with evidence that can be counted", () => {
  const { status, rows } = run(SHOP, ["--k", "2"]);
  expect(status).toBe(0);
  const [heading, ...answers] = rows();
  expect(heading).toBe("customer_id,rank,item_id,score,reason");
  const theirs = answers.filter((row) => row.startsWith('"a, b"'));
  expect(theirs[0]).toMatch(/^"a, b",1,honey,[\d.]+,10 of the 11 people who bought tea also bought this$/);
  expect(theirs[1]).toMatch(/^"a, b",2,jam,[\d.]+,bought by 4 people$/);
  expect(answers.filter((row) => row.startsWith("c0,"))).toEqual([]);
});

test("shows what they have had as well where that is asked for", () => {
  const { rows } = run(SHOP, ["--k", "3", "--include-seen"]);
  expect(rows().filter((row) => row.startsWith("c0,"))).toHaveLength(3);
  expect(rows().join("\n")).toContain("bought on 1 day, last on 2026-01-02");
});

test("answers for baskets: what goes with them, and what sells where that is not known", () => {
  const { rows } = run(SHOP, ["--k", "1", "--baskets", "BASKETS"]);
  expect(rows()[1]).toMatch(/^b1,1,honey,[\d.]+,10 of the 11 baskets with tea held this$/);
  expect(rows()[2]).toMatch(/^b2,1,tea,[\d.]+,in 11 baskets$/);
});

/** Ties everywhere, and enough baskets of several items that a ranking is learned from what is hidden in them. */
const MANY_ROWS = Array.from({ length: 600 }, (_, n) => {
  const basket = Math.floor(n / 3);
  const thing = (basket * basket * 31 + (n % 3) * (7 + (basket % 11)) * 13 + (basket % 5) * n) % 30;
  return `c${(basket * 7) % 60},${["z", "a", "M"][thing % 3]}${thing},2026-0${1 + Math.floor(basket / 50)}-${10 + (basket % 18)},1`;
});

test.each([
  ["customers", []],
  ["baskets", ["--baskets", "BASKETS"]],
])("gives %s the same answers in whatever order the rows come", (_, words) => {
  const basket = "basket_id,item_id\nb1,z0\nb1,a1\nb1,M2\nb2,a1\nb3,nothing-we-know\n";
  const turned = "basket_id,item_id\nb3,nothing-we-know\nb2,a1\nb1,M2\nb1,z0\nb1,a1\n";
  const all = ["--k", "20", ...words];
  const shuffled = MANY_ROWS.map((_, place) => MANY_ROWS[(place * 101 + 17) % MANY_ROWS.length] ?? "");
  expect(shuffled.toSorted()).toEqual(MANY_ROWS.toSorted());
  const first = run(`${HEADING}${MANY_ROWS.join("\n")}\n`, all, basket).rows();
  const second = run(`${HEADING}${shuffled.join("\n")}\n`, all, turned).rows();
  expect(first.length).toBeGreaterThan(5);
  expect(second).not.toEqual(first);
  expect(second.toSorted()).toEqual(first.toSorted());
});

/** More things than are weighed for anybody. */
const WIDE = `${HEADING}${Array.from({ length: 900 }, (_, n) => {
  return `c${n % 40},t${String(n % 300).padStart(3, "0")},2026-0${1 + (n % 6)}-10,1\n`;
}).join("")}`;

test.each([
  ["customers", [], "c1", 300],
  ["baskets", ["--baskets", "BASKETS"], "b1", 299],
])("gives %s as many as are asked for, and all that exist where that is fewer", (_, words, who, most) => {
  const basket = "basket_id,item_id\nb1,t000\n";
  const listOf = (k: number) => {
    const { status, stderr, rows } = run(WIDE, ["--k", String(k), ...words], basket);
    expect([status, stderr.includes("at most")]).toEqual([0, false]);
    return rows()
      .filter((row) => row.startsWith(`${who},`))
      .map((row) => row.split(","));
  };
  const [some, all] = [listOf(150), listOf(1_000_000)];
  expect(some).toHaveLength(150);
  const had = new Set(
    WIDE.split("\n").flatMap((row) => (row.startsWith(`${who},`) ? [row.split(",")[1]] : [])),
  );
  expect(all).toHaveLength(most - had.size);
  expect(new Set(all.map(([, , item]) => item)).size).toBe(all.length);
  expect(all.map(([, rank]) => Number(rank))).toEqual(all.map((_, place) => place + 1));
  const scores = all.map(([, , , score]) => Number(score));
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(all.slice(0, 150)).toEqual(some);
});

test.each(["0", "-3", "1.5", "many"])("refuses --k %s", (k) => {
  const { status, stderr } = run(SHOP, [`--k=${k}`]);
  expect([status, stderr.split("\n")[0]]).toEqual([2, "--k: write how many, a whole number from 1"]);
});

test.each([
  ["a heading alone", HEADING, 0, /^note: not enough data: nothing was bought\n$/],
  ["two purchases", `${HEADING}1,a,2026/01/09,1\n2,b,1323419160,1\n`, 0, /too few customers who came back/],
  ["an old export", "customer_id;item_id;timestamp\n1;a;2026-01-01\n", 1, /semicolons between columns/],
  ["a date that is none", `${HEADING}1,2,soon,1\n`, 1, /line 2: timestamp "soon"/],
  ["an item without a name", `${HEADING}1,,2026-01-01,1\n`, 1, /line 2: item_id is empty/],
])("takes %s for what it is", (_, content, status, message) => {
  const done = run(content, []);
  expect(done.status).toBe(status);
  expect(done.stderr).toMatch(message);
});
