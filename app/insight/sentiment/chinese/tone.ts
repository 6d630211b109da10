import { valenceOf } from "../english/valence.ts";
import { MARK_VALENCES } from "../idiom-marks.ts";
import { addValence, emptyTone, type Role, type Tone } from "../tone.ts";
import { Denials, listNegations } from "./negation.ts";
import { OPINIONS } from "./opinions.ts";

const VALENCES = new Map(
  OPINIONS.flatMap(([valence, words]) => words.split(/\s+/).map((word): [string, number] => [word, valence])),
);
for (const [mark, valence] of MARK_VALENCES) VALENCES.set(mark, valence);
const WORDS = new Set([...listNegations(), ...VALENCES.keys()]);
/** By the character that it begins with, the length of the longest word: most begin none. */
const LONGEST = new Map<string, number>();
for (const word of WORDS)
  LONGEST.set(word.charAt(0), Math.max(word.length, LONGEST.get(word.charAt(0)) ?? 0));

const TURNS = /但|不过|可是|就是|然而|可惜|只是|却(?!实)|结果|没想到|谁知/g;
/** What is granted first: "although", "apart from". */
const CONCEDES =
  /(?:虽然|虽说|尽管|除了|本来|本以为|原以为|以前|之前)[^，。！？ ]*|([\u4e00-\u9fff]{1,3})是\1/g;
/** "Could not be better". */
const HEIGHTENED = 1.4;
/** One English word in a Chinese text: "very good", "nice". */
const OF_ENGLISH = 0.8;
/** Letters that mean another thing in a Chinese text than in an English one. */
const SLANG = new Map([
  ["low", -1.6],
  ["yyds", 3],
]);
const ENGLISH_WORD = /[a-z]{2,}/g;
/** Stands for a complaint that is denied, which its characters would be taken for. */
const DENIED_COMPLAINT = "\u25cb";

export interface ChineseTone {
  tone: Tone;
  /** The text, with one sign for each complaint that it denies. */
  meant: string;
  denies: boolean;
}

/** What lists of words make of a text in plain Chinese. */
export function readTone(text: string): ChineseTone {
  const tone = emptyTone();
  const roles = rolesOf(text);
  tone.hasBut = roles.some((role) => role !== "plain");
  const denials = new Denials(text);
  let [meant, kept, denies] = ["", 0, false];
  for (let place = 0; place < text.length; place++) {
    const word = findWord(text, place);
    if (word === null) continue;
    const end = place + word.length;
    const valence = VALENCES.get(word);
    if (valence === undefined) denials.meet(word, end);
    else if (valence !== 0) {
      const { turn, from } = denials.turnAt(place, valence > 0);
      addValence(tone, {
        valence: valence * (turn === "heightened" ? HEIGHTENED : 1),
        isNegated: turn === "turned" && !MARK_VALENCES.has(word),
        role: roles[place] ?? "plain",
      });
      if (turn === "turned" && valence < 0 && !MARK_VALENCES.has(word)) {
        meant += text.slice(kept, Math.max(kept, from)) + DENIED_COMPLAINT;
        kept = end;
      }
    }
    denies ||= valence === undefined;
    place = end - 1;
  }
  addEnglish(tone, text);
  return { tone, meant: meant + text.slice(kept), denies };
}

function addEnglish(tone: Tone, text: string): void {
  for (const [word] of text.matchAll(ENGLISH_WORD)) {
    const valence = SLANG.get(word) ?? OF_ENGLISH * valenceOf(word);
    if (valence !== 0) addValence(tone, { valence, isNegated: false, role: "plain" });
  }
}

/** The longest that begins at a place. */
function findWord(text: string, place: number): string | null {
  const longest = LONGEST.get(text.charAt(place)) ?? 0;
  for (let length = Math.min(longest, text.length - place); length > 0; length--) {
    const word = text.slice(place, place + length);
    if (WORDS.has(word)) return word;
  }
  return null;
}

function rolesOf(text: string): Role[] {
  const but = [...text.matchAll(TURNS)].at(-1)?.index ?? -1;
  const roles = new Array<Role>(text.length).fill("plain");
  if (but >= 0) roles.fill("aside", 0, but).fill("main", but);
  for (const { index, 0: words } of text.matchAll(CONCEDES)) roles.fill("aside", index, index + words.length);
  return roles;
}
