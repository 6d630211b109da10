import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../bootstrap/environment.mjs";
import { APP_MUTANTS } from "./app-mutants.ts";
import { CORE_MUTANTS } from "./core-mutants.ts";
import { mutate } from "./mutant.ts";

const MUTANTS = [...CORE_MUTANTS, ...APP_MUTANTS];

describe("the mutants", () => {
  test.each(MUTANTS)("$name: the defect still has its place in $file", (mutant) => {
    const sound = readFileSync(join(root, mutant.file), "utf8");
    expect(mutate(mutant, sound)).not.toBe(sound);
  });

  test("are as many as were promised, and each has a name of its own", () => {
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
    expect(MUTANTS.length).toBeGreaterThanOrEqual(25);
  });

  test("that fit nowhere, or in two places, are errors and not survivors", () => {
    const mutant = { name: "odd", file: "x.ts", from: "a", to: "b", suite: "core" } as const;
    expect(() => mutate(mutant, "c")).toThrow(/fits 0 places/);
    expect(() => mutate(mutant, "aa")).toThrow(/fits 2 places/);
    expect(mutate({ ...mutant, to: "$&" }, "xay")).toBe("x$&y");
  });
});
