import { describe, expect, it } from "vitest";
import { faultText } from "./programme-faults.ts";
import { parseProgrammeText } from "./programme.ts";

const YAML = `
programme: Perennial demo          # name
currency: GBP
timezone: Europe/London
effectiveFrom: 2026-01-01T00:00:00Z
earning:
  rules:
    - { id: purchase, on: order, rate: { points: 1, per: "1.00" } }
    - { id: welcome, on: signup, bonus: 9007199254740993 }
`;

function faultsOf(text: string): string[] {
  const check = parseProgrammeText(text);
  return check.ok ? [] : check.faults.map(faultText);
}

function read(text: string) {
  const check = parseProgrammeText(text);
  if (!check.ok) throw new Error(check.faults.map(faultText).join("\n"));
  return check.programme;
}

describe("the text of a programme", () => {
  it("is YAML or JSON, with one meaning", () => {
    const programme = read(YAML);
    expect(programme.earning.rules).toHaveLength(2);
    for (const indent of [0, 2, "\t"])
      expect(read(JSON.stringify(programme.document, null, indent))).toEqual(programme);
  });

  it("loses no digit of a number above 2^53, and its tree is plain JSON", () => {
    const programme = read(YAML);
    expect(programme.earning.rules[1]).toMatchObject({ bonus: 9007199254740993n });
    expect(JSON.stringify(programme.document)).toContain('"9007199254740993"');
  });

  it("tells the line that cannot be read", () => {
    expect(faultsOf("programme: x\ncurrency: [GBP\ntimezone: y\n")[0]).toMatch(
      /^line [23]: cannot be read: /,
    );
    expect(faultsOf("programme: x\nprogramme: y\n")).toEqual([
      "line 2: cannot be read: Map keys must be unique; correct the text there or just before it",
    ]);
  });

  it("has texts for keys", () => {
    expect(faultsOf("? [programme]\n: x\n")[0]).toMatch(/^line 1: cannot be read: /);
  });

  it("holds one document, and holds something", () => {
    expect(faultsOf("{}\n---\n{}")).toEqual([
      "line 2: begins a second document; keep one programme to a file",
    ]);
    expect(faultsOf("")[0]).toBe("the document: is empty; write keys with their values below it, indented");
  });

  it("cannot be made to grow without end", () => {
    const lines = ["a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]"];
    for (let n = 1; n < 9; n += 1)
      lines.push(
        `a${n}: &a${n} [${Array(9)
          .fill(`*a${n - 1}`)
          .join(", ")}]`,
      );
    expect(faultsOf(lines.join("\n"))[0]).toContain("repeats parts of itself too often");
    expect(faultsOf("x".repeat(1_000_001))[0]).toContain("is longer than");
  });

  it("may name a part and use it again", () => {
    const programme = read(`${YAML}    - { id: a, on: order, multiply: "2", match: &m { vendors: [Acme] } }
    - { id: b, on: order, multiply: "3", match: *m }\n`);
    expect(programme.earning.rules[3]).toMatchObject({ match: { vendors: ["Acme"] } });
  });

  it("cannot smuggle in a prototype", () => {
    expect(faultsOf(`${YAML}__proto__: { tiers: 1 }\n`).map((fault) => fault.split(":")[0])).toEqual([
      "__proto__",
    ]);
  });

  it.each<[string, string, string]>([
    ["a rule that contains its list", "earning: &e\n  rules: [*e]", 'earning.rules[0]: refers back to "e"'],
    ["a document that contains itself", "&d\nprogramme: *d", 'programme: refers back to "d"'],
    ["brackets without end", `earning: ${"[".repeat(100_000)}`, "line 1: has brackets nested deeper than 50"],
    ["maps without end", `earning: ${"{a: ".repeat(50_000)}`, "line 1: has brackets nested deeper than 50"],
    ["a type of its own", "programme: x\npoints: !!set { a, b }", "line 2: names a type"],
    [
      "more rules than anybody writes",
      `earning: { rules: [${Array(1_001).fill("{ id: a, on: signup, bonus: 1 }").join(", ")}] }`,
      "earning.rules: has 1001 entries; keep it to 1000",
    ],
    ["what no database can keep", `programme: "\\ud800"`, "programme: holds characters that nobody can read"],
  ])("is refused with its place: %s", (_, text, fault) => {
    expect(faultsOf(text)).toContainEqual(expect.stringContaining(fault));
  });

  it("may hold brackets in quotes and comments", () => {
    const brackets = "[".repeat(200);
    expect(
      read(`# ${brackets}\n${YAML}`.replace("Perennial demo", () => `"${brackets}" # ${brackets}`)).name,
    ).toBe(brackets);
  });
});
