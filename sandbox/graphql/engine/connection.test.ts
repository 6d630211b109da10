import { expect, test } from "vitest";
import { connect, count, type ListArgs } from "./connection.ts";

type Doc = { id: string; name: string };
type Page = {
  nodes: { id: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
};

const DOCS: Doc[] = ["e", "d", "c", "b", "a"].map((name, index) => ({ id: String(index + 1), name }));

function page(args: ListArgs, docs = DOCS): Page {
  return connect(args, {
    resource: "docs",
    docs,
    idOf: (doc) => doc.id,
    view: ({ id }) => ({ id }),
    search: { name: (doc) => [doc.name] },
    sortKeys: { NAME: (doc) => doc.name },
  }) as unknown as Page;
}

const ids = ({ nodes }: Page) => nodes.map((node) => node.id).join("");

test("pages forward until there is no next page, leaving nothing out", () => {
  let seen = "";
  for (let after: string | null = null, more = true; more;) {
    const next: Page = page({ first: 2, after });
    seen += ids(next);
    after = next.pageInfo.endCursor;
    more = next.pageInfo.hasNextPage;
  }
  expect(seen).toBe("12345");
});

test("pages backward from the end", () => {
  const last = page({ last: 2 });
  expect(ids(last)).toBe("45");
  expect(last.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
  expect(ids(page({ last: 2, before: last.pageInfo.startCursor }))).toBe("23");
});

test("sorts, turns round, and keeps its place in that order", () => {
  expect(ids(page({ first: 2, sortKey: "NAME" }))).toBe("54");
  const first = page({ first: 2, sortKey: "NAME", reverse: true });
  expect(ids(first)).toBe("12");
  expect(ids(page({ first: 9, sortKey: "NAME", reverse: true, after: first.pageInfo.endCursor }))).toBe(
    "345",
  );
});

test("goes on behind a document that is gone meanwhile", () => {
  const { endCursor } = page({ first: 2 }).pageInfo;
  const without = DOCS.filter(({ id }) => id !== "2");
  expect(ids(page({ first: 2, after: endCursor }, without))).toBe("34");
});

test("needs a size, and none above 250", () => {
  expect(() => page({})).toThrow("you must provide one of first or last");
  expect(() => page({ first: 1, last: 1 })).toThrow("both first and last");
  expect(() => page({ first: 251 })).toThrow("first must be between 0 and 250");
});

test("refuses orders and cursors it does not know", () => {
  expect(() => page({ first: 1, sortKey: "PRICE" })).toThrow("not in the sandbox: sorting docs by PRICE");
  expect(() => page({ first: 1, after: "nonsense" })).toThrow("Invalid cursor");
});

test("counts up to the limit and says whether there is more", () => {
  const listing = { resource: "docs", docs: DOCS, idOf: (doc: Doc) => doc.id, view: () => ({}) };
  expect(count({}, listing)).toEqual({ count: 5, precision: "EXACT" });
  expect(count({ limit: 3 }, listing)).toEqual({ count: 3, precision: "AT_LEAST" });
});
