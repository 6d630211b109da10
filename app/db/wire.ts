/** How a driver reaches its database: by the messages of PostgreSQL's protocol. */
export interface Wire {
  /** Sends all of it at once and answers what comes back; rejects with the first thing the database refused. */
  exchange(messages: Buffer): Promise<Message[]>;
  /** How a value of this type is read from its text. */
  readerOf(type: number): (text: string) => unknown;
}

/** What a database answers, as far as it is looked at. */
export type Message =
  | { name: "rowDescription"; fields: { name: string; dataTypeID: number }[] }
  | { name: "dataRow"; fields: (string | null)[] }
  | { name: "commandComplete"; text: string }
  | { name: "other" };

/** A parameter as the protocol carries it: as text. */
export function written(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return value.toString();
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return list(value);
  throw new TypeError(`no parameter can be a ${typeof value}`);
}

function list(values: readonly unknown[]): string {
  let text = "";
  for (const value of values) text += text === "" ? element(value) : `,${element(value)}`;
  return `{${text}}`;
}

function element(value: unknown): string {
  if (typeof value === "number" || typeof value === "bigint") return value.toString();
  const text = written(value);
  if (text === null) return "NULL";
  // Such a text is quoted in a list as it is in JSON, which quotes several times faster.
  if (!CONTROL.test(text) && text.isWellFormed()) return JSON.stringify(text);
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

// eslint-disable-next-line no-control-regex -- JSON alone writes these in other ways
const CONTROL = /[\u0000-\u001f]/;
