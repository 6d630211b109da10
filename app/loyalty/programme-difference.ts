import { decimalText } from "./fraction.ts";
import type { Fraction } from "./fraction.ts";
import { formatMoney } from "./money.ts";
import { documentKeys } from "./programme-keys.ts";
import type { Programme } from "./programme.ts";
import { formatInstant } from "./time.ts";

/** One thing that two programmes say differently, whatever way each is written. */
export interface ProgrammeDifference {
  /** Where in the document; entries of lists by their id: "earning.rules[summer].multiply". */
  path: string;
  kind: "added" | "removed" | "changed" | "moved";
  /** In words; null for what is added. */
  before: string | null;
  /** null for what is removed. */
  after: string | null;
}

/** Leaves of a programme by their path, and in what order the entries of its lists stand. */
interface Flat {
  leaves: Map<string, string>;
  orders: Map<string, string[]>;
}

/**
 * What the second programme says that the first does not: "1.0" and "1", a default written out or left out, keys in
 * another order are no differences. Where a whole rule, level or reward is new or gone, that is one difference.
 * `effectiveFrom` is left out: it belongs to a version, not to what a programme says.
 */
export function differencesBetween(before: Programme, after: Programme): ProgrammeDifference[] {
  const [from, to] = [flatten(before), flatten(after)];
  return [...changedLeaves(from, to), ...movedEntries(from, to)];
}

function changedLeaves(from: Flat, to: Flat): ProgrammeDifference[] {
  const found: ProgrammeDifference[] = [];
  const whole = new Set<string>();
  for (const path of new Set([...from.leaves.keys(), ...to.leaves.keys()])) {
    const [before, after] = [from.leaves.get(path) ?? null, to.leaves.get(path) ?? null];
    if (before === after) continue;
    const entry = entryOf(path);
    const isInBoth = entry === null || (hasEntry(from, entry) && hasEntry(to, entry));
    if (!isInBoth) {
      if (whole.has(entry)) continue;
      whole.add(entry);
      found.push(differenceOf(entry, inWords(from, entry), inWords(to, entry)));
    } else found.push(differenceOf(path, before, after));
  }
  return found;
}

function differenceOf(path: string, before: string | null, after: string | null): ProgrammeDifference {
  return { path, kind: before === null ? "added" : after === null ? "removed" : "changed", before, after };
}

/** "earning.rules[summer]" of "earning.rules[summer].multiply"; null for what stands in no list of entries. */
function entryOf(path: string): string | null {
  return /^.*?\[[^\]]+\]/.exec(path)?.[0] ?? null;
}

function hasEntry({ leaves }: Flat, entry: string): boolean {
  return leaves.has(`${entry}.id`);
}

/** A whole entry in one line: "on order, multiply 2, match.productTags summer". */
function inWords({ leaves }: Flat, entry: string): string | null {
  const parts: string[] = [];
  for (const [path, text] of leaves)
    if (path.startsWith(`${entry}.`) && path !== `${entry}.id`)
      parts.push(`${path.slice(entry.length + 1)} ${text}`);
  return leaves.has(`${entry}.id`) ? parts.join(", ") : null;
}

/** The order of rules decides which rate counts, so an entry that moved among the others is a difference. */
function movedEntries(from: Flat, to: Flat): ProgrammeDifference[] {
  const found: ProgrammeDifference[] = [];
  for (const [path, before] of from.orders) {
    const after = to.orders.get(path) ?? [];
    const both = new Set(before.filter((id) => after.includes(id)));
    const [was, is] = [before.filter((id) => both.has(id)), after.filter((id) => both.has(id))];
    if (was.join("\n") !== is.join("\n"))
      found.push({ path, kind: "moved", before: was.join(", "), after: is.join(", ") });
  }
  return found;
}

function flatten(programme: Programme): Flat {
  const flat: Flat = { leaves: new Map(), orders: new Map() };
  addPart(flat, "", documentKeys(programme), programme);
  return flat;
}

function addPart(flat: Flat, path: string, part: unknown, programme: Programme): void {
  if (part === null || part === undefined) return;
  if (Array.isArray(part)) return addList(flat, path, part, programme);
  if (typeof part !== "object" || isFraction(part)) flat.leaves.set(path, leafText(path, part, programme));
  else
    for (const [key, child] of Object.entries(part))
      addPart(flat, path === "" ? key : `${path}.${key}`, child, programme);
}

function addList(flat: Flat, path: string, list: unknown[], programme: Programme): void {
  if (!list.every(hasId)) {
    if (list.length > 0) flat.leaves.set(path, list.map(String).join(", "));
    return;
  }
  flat.orders.set(
    path,
    list.map(({ id }) => id),
  );
  for (const entry of list) addPart(flat, `${path}[${entry.id}]`, entry, programme);
}

function leafText(path: string, leaf: unknown, programme: Programme): string {
  if (isFraction(leaf)) return decimalText(leaf);
  if (typeof leaf === "bigint")
    return isMoneyAt(path, programme)
      ? `${formatMoney(leaf, programme.currency)} ${programme.currency}`
      : leaf.toString();
  return typeof leaf === "number" && /\.(from|to|publicAt)$/.test(path) ? formatInstant(leaf) : String(leaf);
}

/** Of whole numbers these are minor units; every other is a number of points, orders, days or times. */
function isMoneyAt(path: string, { tiers }: Programme): boolean {
  if (/\.(per|minimum|value)$/.test(path)) return true;
  return tiers?.basis === "spend" && /^tiers\.levels\[[^\]]+\]\.at$/.test(path);
}

function isFraction(part: unknown): part is Fraction {
  return typeof part === "object" && part !== null && "n" in part && "d" in part;
}

function hasId(entry: unknown): entry is { id: string } {
  return typeof entry === "object" && entry !== null && "id" in entry && typeof entry.id === "string";
}

/** The language whose names it is about; null where it is about something else. */
export function languageOfName({ path }: ProgrammeDifference): string | null {
  return /^texts\.([^.]+)\./.exec(path)?.[1] ?? null;
}
