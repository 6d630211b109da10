import { expect, test } from "vitest";
import { matcherOf } from "./search.ts";

type Doc = { id: string; email: string | null; tags: string[]; spent: string; at: string };

const sam: Doc = {
  id: "7",
  email: "Sam@Example.com",
  tags: ["VIP", "red wine"],
  spent: "120.50",
  at: "2026-03-01T10:00:00Z",
};
const guest: Doc = { id: "8", email: null, tags: [], spent: "0.00", at: "2026-01-01T00:00:00Z" };

function found(query: string): string[] {
  const matches = matcherOf<Doc>(
    query,
    {
      id: (doc) => [doc.id],
      email: (doc) => [doc.email],
      tag: (doc) => doc.tags,
      total_spent: (doc) => [doc.spent],
      updated_at: (doc) => [doc.at],
    },
    "docs",
  );
  return [sam, guest].filter(matches).map((doc) => doc.id);
}

test.each([
  ["id:7", ["7"]],
  ["email:sam@example.com", ["7"]],
  ["email:sam*", ["7"]],
  ["tag:vip", ["7"]],
  ['tag:"red wine"', ["7"]],
  ["tag:'red wine' AND id:8", []],
  ["id:7 OR id:8", ["7", "8"]],
  ["-tag:vip", ["8"]],
  ["NOT tag:vip", ["8"]],
  ["total_spent:>=120.5", ["7"]],
  ["total_spent:<100", ["8"]],
  ["updated_at:>2026-02-01", ["7"]],
  ["updated_at:>'2026-01-01T00:00:00Z' updated_at:<='2026-03-01T10:00:00Z'", ["7"]],
])("%s finds %j", (query, ids) => {
  expect(found(query)).toEqual(ids);
});

test.each(["sam", "colour:red", "(id:7 OR id:8)"])("%s is refused rather than guessed", (query) => {
  expect(() => found(query)).toThrow(/^not in the sandbox: searching docs by/);
});
