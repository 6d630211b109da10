import {
  entriesAt,
  nameOfPath,
  valueAt,
  withValue,
  type DocumentPath,
} from "../../loyalty/editing/document.ts";
import { checkProgramme, type Fault } from "../../loyalty/programme.ts";

/** The few values that matter at the beginning; everything else is for the editor. */
export const ADJUSTABLE = ["points", "per", "bonus", "pendingDays", "cost", "value"] as const;
export type Adjustable = (typeof ADJUSTABLE)[number];

/** As typed, by field; a field that the document does not have is left out. */
export type Adjustments = Partial<Record<Adjustable, string>>;

/** Not money: a document has whole ones of them as numbers, and all else as text. */
const NUMBERS: readonly Adjustable[] = ["points", "bonus", "pendingDays", "cost"];
const IN_MONEY: readonly unknown[] = ["amount", "store-credit", "gift-card"];

/** What a document has of them now. */
export function adjustmentsOf(document: unknown): Adjustments {
  return Object.fromEntries(
    [...pathsIn(document)].map(([field, path]) => [field, textOf(valueAt(document, path))]),
  );
}

/** The document with these in it; what cannot be read is put in as it was typed, for the check to refuse. */
export function withAdjustments(document: unknown, adjustments: Adjustments): unknown {
  let changed = document;
  for (const [field, path] of pathsIn(document)) {
    const typed = adjustments[field]?.trim();
    if (typed === undefined || typed === textOf(valueAt(document, path))) continue;
    changed = withValue(
      changed,
      path,
      NUMBERS.includes(field) && /^\d{1,15}$/.test(typed) ? Number(typed) : typed,
    );
  }
  return changed;
}

/** Which fields keep the document from being a sound programme, and what else does. */
export function faultsIn(document: unknown): { fields: Adjustable[]; others: Fault[] } {
  const check = checkProgramme(document);
  if (check.ok) return { fields: [], others: [] };
  const paths = [...pathsIn(document)].map(([field, path]) => ({ field, name: nameOfPath(path) }));
  const fieldOf = ({ path }: Fault) =>
    paths.find(({ name }) => path === name || path.startsWith(`${name}.`))?.field;
  const fields = check.faults.flatMap((fault) => fieldOf(fault) ?? []);
  return {
    fields: [...new Set(fields)],
    others: check.faults.filter((fault) => fieldOf(fault) === undefined),
  };
}

function pathsIn(document: unknown): Map<Adjustable, DocumentPath> {
  const paths = new Map<Adjustable, DocumentPath>();
  const rules = entriesAt(document, ["earning", "rules"]);
  const rate = rules.findLastIndex((rule) => isForAll(rule) && valueAt(rule, ["rate"]) !== undefined);
  const bonus = rules.findIndex((rule) => isForAll(rule) && valueAt(rule, ["bonus"]) !== undefined);
  if (rate !== -1) {
    paths.set("points", ["earning", "rules", rate, "rate", "points"]);
    paths.set("per", ["earning", "rules", rate, "rate", "per"]);
  } else if (bonus !== -1) paths.set("bonus", ["earning", "rules", bonus, "bonus"]);
  paths.set("pendingDays", ["points", "pendingDays"]);
  const [reward] = entriesAt(document, ["rewards"]);
  if (valueAt(reward, ["cost"]) !== undefined) paths.set("cost", ["rewards", 0, "cost"]);
  if (IN_MONEY.includes(valueAt(reward, ["kind"])) && valueAt(reward, ["value"]) !== undefined)
    paths.set("value", ["rewards", 0, "value"]);
  return paths;
}

/** A rule on every order, at any time. */
function isForAll(rule: unknown): boolean {
  const isOpen = ["match", "from", "to"].every((key) => valueAt(rule, [key]) === undefined);
  return isOpen && valueAt(rule, ["on"]) === "order";
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "0";
}
