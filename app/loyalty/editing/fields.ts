import { childOf, isGroup, nameOfPath, valueAt, withValue } from "./document.ts";
import type { DocumentPath, DocumentTree } from "./document.ts";
import { plainDecimal } from "./typed-amount.ts";

/**
 * One thing that a form asks for, and where in the document the answer stands: below the entry or the section that the
 * form is for. `name` is what texts call it.
 */
export interface Field {
  name: string;
  path: DocumentPath;
  as: FieldKind;
  /** Cleared, it stays as an empty text, so that the check says what is missing instead of guessing what is meant. */
  required?: true;
}

export type FieldKind =
  /** A whole number of points; above 2^53 a decimal string. */
  | "points"
  /** An exact decimal: "1.25". */
  | "decimal"
  /** An amount in the programme's currency: "20.00". */
  | "money"
  /** Days, months, times. */
  | "count"
  | "text"
  | "long-text"
  /** "review" of "activity:review". */
  | "activity"
  | "instant"
  | "names"
  /** Numbers that the store gave: of products, of variants. */
  | "products"
  | "variants"
  | "collections"
  /** One product: a number or a handle. */
  | "product"
  /** Ids of levels. */
  | "levels"
  /** Several numbers of days. */
  | "counts"
  | { choice: readonly string[]; otherwise?: string }
  | { flag: boolean }
  /** A group of keys that differs with its `key`: choosing another takes the keys of that one. */
  | { shape: string; of: Readonly<Record<string, Readonly<Record<string, unknown>>>>; otherwise: string };

const ACTIVITY = "activity:";

/** What the field shows of a value. null: the value is of another shape than the field can show. */
export function textOfField(as: FieldKind, value: unknown): string | null {
  if (value === undefined) return "";
  if (as === "activity")
    return typeof value === "string" && value.startsWith(ACTIVITY) ? value.slice(ACTIVITY.length) : null;
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : null;
}

/** What the document holds once this was typed; undefined takes the key away. */
export function valueOfText({ as, required }: Pick<Field, "as" | "required">, typed: string): unknown {
  if (as === "text" || as === "long-text" || as === "product")
    return typed === "" && required === undefined ? undefined : typed;
  const text = typed.trim();
  if (as === "activity") return `${ACTIVITY}${text}`;
  if (text === "") return required === undefined ? undefined : "";
  switch (as) {
    case "points":
      return /^\d{1,15}$/.test(text) ? Number(text) : text;
    case "count":
      return /^\d{1,9}$/.test(text) ? Number(text) : text;
    case "decimal":
    case "money":
      return plainDecimal(text);
    default:
      return text;
  }
}

/** The entries of a field that holds several; null where something else stands there. */
export function namesOfField(value: unknown): string[] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return null;
  const names = value.map((name: unknown) => (typeof name === "number" ? String(name) : name));
  return names.every((name) => typeof name === "string") ? names : null;
}

/** Of several: numbers of days become numbers, ids of the store stay texts; none takes the key away. */
export function valueOfNames(as: FieldKind, names: readonly string[]): unknown {
  if (names.length === 0) return undefined;
  return as === "counts" ? names.map((name) => (/^\d{1,9}$/.test(name) ? Number(name) : name)) : [...names];
}

export function pathOfField(base: DocumentPath, field: Pick<Field, "path">): DocumentPath {
  return [...base, ...field.path];
}

/** The document once the shape was chosen: keys that both shapes have keep what they hold. */
export function withShape(
  document: DocumentTree,
  path: DocumentPath,
  { as, chosen }: { as: Extract<FieldKind, { shape: string }>; chosen: string },
): DocumentTree {
  const wanted = as.of[chosen] ?? {};
  const before = valueAt(document, path);
  const keys = Object.entries(wanted).map(([key, first]): [string, unknown] => {
    return [key, childOf(before, key) ?? first];
  });
  return withValue(document, path, { [as.shape]: chosen, ...Object.fromEntries(keys) });
}

/** Which shape stands there; the text itself where it is none of them. */
export function shapeOf(as: Extract<FieldKind, { shape: string }>, value: unknown): string {
  if (value === undefined) return as.otherwise;
  const shape = isGroup(value) ? value[as.shape] : undefined;
  return typeof shape === "string" ? shape : "";
}

/** Whether a fault is about this field or about something within it. */
export function isFaultOf(fault: { path: string }, path: DocumentPath): boolean {
  const name = nameOfPath(path);
  return fault.path === name || fault.path.startsWith(`${name}.`) || fault.path.startsWith(`${name}[`);
}
