import { expect, test } from "vitest";
import { writtenText } from "./programme-yaml.ts";

test("a text is kept with its comments, brought to say what its document says", () => {
  expect(writtenText("# ours\nname: One\n", { name: "Two" })).toBe("# ours\nname: Two\n");
});

test("a text of more than 100,000 characters is not kept: it would hold up whoever saves", () => {
  const text = `name: One\n# ${"x".repeat(100_000)}\n`;
  expect(writtenText(text, { name: "One" })).toBeNull();
});
