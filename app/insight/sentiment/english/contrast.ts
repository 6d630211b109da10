import type { Role } from "../tone.ts";

const SENTENCE_END = /^(?:[!?.]+)$/;
const BUT = /^(?:but|however)$/;
/** "Nothing but praise". */
const EXCEPT = /^(?:nothing|anything|all|none|last)$/;
const CONCEDES = /^(?:although|though|despite|while|whilst)$/;
/** "Great, broke after a day": what is called out says less than what follows. */
const CALLED_OUT =
  /^(?:great|nice|wow|lovely|brilliant|wonderful|fantastic|perfect|super|congratulations|bravo|thanks)$/;
const CLAUSE_END = /^[,;:!?.]+$/;

/** Of each word whether its sentence sets it aside, "but" and "although" decide, or comes to it. */
export function rolesOf(words: readonly string[]): Role[] {
  const roles: Role[] = new Array<Role>(words.length).fill("plain");
  for (let start = 0; start < words.length;) {
    let end = start;
    while (end < words.length && !SENTENCE_END.test(words[end] ?? "")) end++;
    markSentence(words, roles, start, end);
    start = end + 1;
  }
  return roles;
}

function markSentence(words: readonly string[], roles: Role[], start: number, end: number): void {
  for (let but = end - 1; but >= start; but--) {
    if (!BUT.test(words[but] ?? "") || EXCEPT.test(words[but - 1] ?? "")) continue;
    roles.fill("aside", start, but).fill("main", but, end);
    break;
  }
  if (CALLED_OUT.test(words[start] ?? "") && words[start + 1] === ",") roles[start] = "aside";
  for (let place = start; place < end; place++) {
    if (!CONCEDES.test(words[place] ?? "")) continue;
    let last = place + 1;
    while (last < end && !CLAUSE_END.test(words[last] ?? "")) last++;
    // "It is small though": what it is set against was said before.
    if (last > place + 1) roles.fill("aside", place, last);
    place = last;
  }
}
