export type Fields = Record<string, string | string[]> & { title: string };

/**
 * Shopify's search syntax as far as pickers use it: words that the title must contain, and
 * `field:value` with quotes where a value has spaces; all of them must hold, `-` turns one around.
 */
export function matcher(query: string): (fields: Fields) => boolean {
  const terms = query.match(/-?(?:\w+:)?(?:"[^"]*"|'[^']*'|\S+)/g) ?? [];
  const tests = terms.map(readTerm);
  return (fields) => tests.every((test) => test(fields));
}

function readTerm(term: string): (fields: Fields) => boolean {
  const { not, field, raw = "" } = /^(?<not>-)?(?:(?<field>\w+):)?(?<raw>.*)$/.exec(term)?.groups ?? {};
  const value = raw.replace(/^(["'])(.*)\1$/, "$2").toLowerCase();
  const test =
    field === undefined
      ? (fields: Fields) => contains(fields.title, value)
      : (fields: Fields) => equals(fields[field], value);
  return not ? (fields) => !test(fields) : test;
}

function contains(text: string, value: string): boolean {
  return text.toLowerCase().includes(value.replace(/\*$/, ""));
}

function equals(field: string | string[] | undefined, value: string): boolean {
  const values = [field ?? []].flat().map((text) => text.toLowerCase());
  return value.endsWith("*")
    ? values.some((text) => text.startsWith(value.slice(0, -1)))
    : values.includes(value);
}
