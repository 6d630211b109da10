import type { MemberId } from "../../loyalty/ids.ts";

/** Somebody as they were known before they were erased. */
export interface Known {
  ids: readonly MemberId[];
  namings: readonly { firstName: string | null; lastName: string | null; email: string | null }[];
}

/** Stands where somebody was named. */
export const TAKEN_OUT = "[…]";
/** Letters of languages that part no words, so that a name may stand between any of them. */
const UNPARTED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`;
const HAS_UNPARTED = new RegExp(UNPARTED, "v");
const LETTER = String.raw`[[\p{L}\p{N}]--${UNPARTED}]`;

/**
 * A text without what names a person for certain: addresses, whole names in either order, ids of the customer. A first or a
 * last name alone may be anybody's, and stays. Whether an accent is written with its letter or after it makes no difference.
 */
export function withoutPerson(text: string, { ids, namings }: Known): string {
  const found = namings.flatMap(({ firstName, lastName, email }) => [
    ...(isGiven(email) ? [exactly(email.trim())] : []),
    ...(isGiven(firstName) && isGiven(lastName) ? wholeNames(firstName, lastName) : []),
  ]);
  const parts = [...found, ...ids.map(exactly)];
  if (parts.length === 0) return text;
  const composed = text.normalize("NFC");
  const without = composed.replace(new RegExp(parts.join("|"), "giv"), TAKEN_OUT);
  return without === composed ? text : without;
}

/** Whether the text is what was kept, but for whom was taken out of that since. */
export function isAsKept(text: string, kept: string): boolean {
  const told = text.normalize("NFC");
  const [first = "", ...others] = kept.normalize("NFC").split(TAKEN_OUT);
  const last = others.pop();
  if (last === undefined) return told === first;
  if (!told.startsWith(first)) return false;
  let end = first.length;
  // Each part where it stands first leaves the most room for those behind it: nothing has to be tried twice.
  for (const part of others) {
    const at = told.indexOf(part, end + 1);
    if (at === -1) return false;
    end = at + part.length;
  }
  return told.length - last.length > end && told.endsWith(last);
}

/** Words of which one stands in every text that names the person so: a database finds those texts by them. */
export function wordsNaming({ ids, namings }: Known): string[] {
  const words = namings.flatMap(({ firstName, lastName, email }) => [
    ...(isGiven(email) ? [email.trim()] : []),
    ...(isGiven(firstName) && isGiven(lastName) ? lastName.trim().split(/\s+/u).slice(0, 1) : []),
  ]);
  return [...new Set([...words, ...ids].map((word) => word.toLowerCase()))];
}

function isGiven(name: string | null): name is string {
  return name !== null && name.trim() !== "";
}

function wholeNames(firstName: string, lastName: string): string[] {
  const [first, last] = [spaced(firstName), spaced(lastName)];
  const between = HAS_UNPARTED.test(firstName + lastName) ? String.raw`[\s·,]*` : String.raw`[\s,]+`;
  return [bounded(`${first}${between}${last}`, firstName), bounded(`${last}${between}${first}`, lastName)];
}

function exactly(text: string): string {
  return bounded(spaced(text), text);
}

/** Not within a longer word, where words are parted. */
function bounded(pattern: string, sample: string): string {
  return HAS_UNPARTED.test(sample) ? pattern : `(?<!${LETTER})${pattern}(?!${LETTER})`;
}

/** Its words as they stand, with any space between them. */
function spaced(name: string): string {
  return name
    .normalize("NFC")
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
}
