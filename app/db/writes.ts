import type { Call } from "./prepared-statements.ts";
import { written } from "./wire.ts";

export type ColumnType =
  "text" | "bigint" | "int" | "boolean" | "timestamptz" | "jsonb" | "bigint[]" | "text[]";

/** What stands for values in a statement that is being put together. */
export interface Words {
  value(value: unknown, type: ColumnType): string;
  /**
   * Rows to read from, as `r`. A column that is a list itself may come as its text, so it is to be cast where it is
   * read; documents come as their text.
   */
  rows(columns: Record<string, ColumnType>, rows: readonly Record<string, unknown>[]): string;
}

/** A write whose answer nobody reads. */
export interface Write {
  /** Where it writes. Of two to the same table that wait, the second goes after the first; of others in one statement. */
  table: string;
  /** About one member, one order, one delivery: then rows go by their values, which is cheapest, and else as lists. */
  isOne: boolean;
  /** Statements by names, as WITH has them. */
  text(words: Words): string;
}

/** One statement of all: that costs the database far less than as many statements as there are tables. */
export function together(writes: readonly Write[]): Call {
  const parameters: unknown[] = [];
  const words = wordsInto(
    parameters,
    writes.every(({ isOne }) => isOne),
  );
  const parts = writes.map((write) => write.text(words));
  return { text: `WITH ${parts.join(",\n")} SELECT`, parameters };
}

function wordsInto(parameters: unknown[], isOne: boolean): Words {
  const value = (given: unknown, type: string) => `$${parameters.push(given)}::${type}`;
  return {
    value,
    rows(columns, rows) {
      const names = Object.keys(columns);
      const typeOf = (name: string) => columns[name] ?? "text";
      const [only] = rows;
      const source =
        isOne && only !== undefined && rows.length === 1
          ? `(VALUES (${names.map((name) => value(only[name], typeOf(name))).join(", ")}))`
          : `unnest(${names.map((name) => value(listOf(rows, name, typeOf(name)), `${elementOf(typeOf(name))}[]`)).join(", ")})`;
      return `${source} AS r(${names.map((name) => `"${name}"`).join(", ")})`;
    },
  };
}

/** A list of lists would become one flat list. */
function elementOf(type: ColumnType): string {
  return type.endsWith("[]") ? "text" : type;
}

function listOf(rows: readonly Record<string, unknown>[], name: string, type: ColumnType): unknown[] {
  return type.endsWith("[]") ? rows.map((row) => written(row[name])) : rows.map((row) => row[name]);
}
