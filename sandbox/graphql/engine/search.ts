import { notInTheSandbox } from "./resolve.ts";

/** What a resource can be searched by: the name in the query → the values a document has under it. */
export type SearchFields<T> = Record<string, (doc: T) => (string | number | boolean | null)[]>;

type Comparator = ":" | ":<" | ":<=" | ":>" | ":>=";
type Term = { field: string; comparator: Comparator; value: string; negated: boolean };

const TERM = /(-|NOT\s+)?([a-z_]+)(:(?:>=|<=|>|<)?)\s*("[^"]*"|'[^']*'|[^\s()]+)/gy;

/**
 * The simple forms of Shopify's search syntax: `field:value` with <, <=, >, >=, a trailing `*`, quotes and NOT, joined
 * by AND (or nothing) and OR. What else there is (parentheses, free text, unknown fields) is answered with an error.
 */
export function matcherOf<T>(query: string, fields: SearchFields<T>, resource: string): (doc: T) => boolean {
  const alternatives = query.split(/\s+OR\s+/).map((part) => readTerms(part, fields, resource));
  return (doc) =>
    alternatives.some((terms) => terms.every((term) => meets(term, fields[term.field]?.(doc) ?? [])));
}

function readTerms<T>(part: string, fields: SearchFields<T>, resource: string): Term[] {
  const text = part.replaceAll(/\s+AND\s+/g, " ").trim();
  const terms: Term[] = [];
  TERM.lastIndex = 0;
  while (TERM.lastIndex < text.length) {
    const rest = text.slice(TERM.lastIndex);
    const match = TERM.exec(text);
    if (!match) throw notInTheSandbox(`searching ${resource} by ${JSON.stringify(rest)}`);
    const [, negation, field = "", comparator, value = ""] = match;
    if (!Object.hasOwn(fields, field)) throw notInTheSandbox(`searching ${resource} by ${field}`);
    terms.push({
      field,
      comparator: comparator as Comparator,
      value: value.replace(/^(["'])(.*)\1$/, "$2"),
      negated: negation !== undefined,
    });
    while (text[TERM.lastIndex] === " ") TERM.lastIndex += 1;
  }
  return terms;
}

function meets(
  { comparator, value, negated }: Term,
  candidates: (string | number | boolean | null)[],
): boolean {
  const present = candidates.filter((candidate) => candidate !== null);
  return present.some((candidate) => compares(candidate, comparator, value)) !== negated;
}

function compares(candidate: string | number | boolean, comparator: Comparator, value: string): boolean {
  if (comparator === ":") return equals(String(candidate).toLowerCase(), value.toLowerCase());
  const order = orderOf(candidate, value);
  if (comparator === ":<") return order < 0;
  if (comparator === ":<=") return order <= 0;
  if (comparator === ":>") return order > 0;
  return order >= 0;
}

function equals(candidate: string, value: string): boolean {
  return value.endsWith("*") ? candidate.startsWith(value.slice(0, -1)) : candidate === value;
}

/** Numbers by size, instants by time (a date alone is its first moment in UTC). */
function orderOf(candidate: string | number | boolean, value: string): number {
  const [a, b] = [candidate, value].map((side) =>
    /^\d+(\.\d+)?$/.test(String(side)) ? Number(side) : Date.parse(String(side)),
  );
  return Number(a) - Number(b);
}
