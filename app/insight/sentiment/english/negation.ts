/** What the words before a word make of it: it may be turned to the contrary, or said all the more. */
export type Turn = "plain" | "turned" | "heightened";

const NEGATIONS =
  wordSet(`not no never none nobody nothing neither nor nowhere without hardly barely scarcely seldom
  rarely lack lacks lacking lacked fail fails failed zero`);
/** After a "not" these take it back ("not without charm"); others only go on with it ("nothing nor nobody"). */
const TAKES_BACK = wordSet("without lack lacks lacking lacked fail fails failed hardly barely");
/** In these a "not" denies nothing. */
const DENIES_NOTHING = [
  ...[
    "not only",
    "not just",
    "not to mention",
    "no doubt",
    "no wonder",
    "no matter",
    "no longer than",
    "none other",
  ],
  ...[
    "without a doubt",
    "without doubt",
    "without question",
    "without fail",
    "without hesitation",
    "why not",
  ],
  ...["nothing but", "not once but", "no less than", "no brainer", "no one else", "not the only", "not sure"],
].map((phrase) => phrase.split(" "));
const ENDS = /^(?:[.,;:!?()"]+|but|however|although|though|yet|because|except|since|while|which|who|and)$/;
/** A "not" reaches so many words on, or to the end of its clause; "not flimsy and works well" begins anew. */
const REACH = 5;
/** "I don't think that the quality is good": what is denied comes later. */
const THINKS = wordSet("think believe feel find say call consider expect seem look imagine");

const OPENS = new Set(["yet to", "far from", "anything but", "free from", "free of"]);

const MODALS = wordSet("can could would might ever");
const COMPARATIVES =
  wordSet(`more better worse nicer faster quicker cheaper softer clearer smoother stronger smarter
  kinder sweeter simpler cooler closer cleaner warmer prouder greater finer safer sharper brighter`);
const AS_MUCH = wordSet("so such as this");
/** What one hopes for, or says could be, is not so. */
const WISHES = wordSet("hoping hoped hope wish wished wishing expected expecting could should would might");
/** "My old one was better." */
const FORMER = wordSet("old older previous former");
const WISH_REACH = 4;
const PAST_HABIT = wordSet("be love like enjoy work have buy recommend");

interface Scope {
  turn: Turn;
  /** So many words are still reached. */
  left: number;
  /** A comparative in it says that there is none above: "could not be happier", "never had a better one". */
  mayHeighten: boolean;
  isNever: boolean;
}

const NONE: Scope = { turn: "plain", left: 0, mayHeighten: false, isNever: false };

export interface Turns {
  /** Of each word of a text what was said before it makes of it. */
  turns: Turn[];
  /** Of each word where what turns it begins. */
  from: number[];
}

export function turnsOf(words: readonly string[]): Turns {
  const turns: Turn[] = new Array<Turn>(words.length).fill("plain");
  const from = words.map((_, place) => place);
  let begun = 0;
  let scope = NONE;
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? "";
    const idle = lengthOfIdle(words, place);
    if (idle > 0) {
      place += idle - 1;
      continue;
    }
    const opened = openedBy(words, place, scope);
    if (opened !== null) {
      scope = opened;
      begun = place;
    } else if (ENDS.test(word)) scope = NONE;
    else if (scope.left > 0) {
      scope = within(scope, word);
      turns[place] = scope.turn;
      from[place] = begun;
    }
  }
  return { turns, from };
}

/** The scope that a word begins, or null for none. */
function openedBy(words: readonly string[], place: number, before: Scope): Scope | null {
  const word = words[place] ?? "";
  const previous = words[place - 1] ?? "";
  if (NEGATIONS.has(word)) {
    if (before.left > 0 && before.turn === "turned" && TAKES_BACK.has(word)) return { ...NONE };
    const isNever = word === "never";
    return { ...NONE, turn: "turned", left: REACH, mayHeighten: isNever || MODALS.has(previous), isNever };
  }
  if (before.left > 0 && before.turn === "turned") return null;
  // "Have yet to find a flaw", "far from good", "anything but cheap".
  if (OPENS.has(`${previous} ${word}`)) return { ...NONE, turn: "turned", left: REACH };
  if (word === "to" && previous === "used" && PAST_HABIT.has(words[place + 1] ?? ""))
    return { ...NONE, turn: "turned", left: WISH_REACH };
  return null;
}

function within(scope: Scope, word: string): Scope {
  const left = THINKS.has(word) ? REACH : scope.left - 1;
  const isHeightened = (scope.mayHeighten && isComparative(word)) || (scope.isNever && AS_MUCH.has(word));
  const turn = isHeightened ? "heightened" : scope.turn;
  return { ...scope, left, turn };
}

/** Whether a word is a comparative of what one wishes for, or misses: "was hoping for better", "could be easier". */
export function isWishedFor(words: readonly string[], place: number): boolean {
  if (!isComparative(words[place] ?? "")) return false;
  for (let before = place - 1; before >= Math.max(0, place - WISH_REACH); before--) {
    const word = words[before] ?? "";
    if (ENDS.test(word) || NEGATIONS.has(word) || word === "say") return false;
    if (WISHES.has(word) || FORMER.has(word)) return true;
  }
  return false;
}

function isComparative(word: string): boolean {
  return COMPARATIVES.has(word) || (word.length > 5 && word.endsWith("ier"));
}

function lengthOfIdle(words: readonly string[], place: number): number {
  const found = DENIES_NOTHING.find((phrase) => phrase.every((word, n) => words[place + n] === word));
  return found?.length ?? 0;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

const BOOSTS: Readonly<Record<string, string>> = {
  "0.4": "extremely incredibly utterly",
  "0.3": "very really so absolutely totally completely super amazingly awfully truly thoroughly highly",
  "0.2": "most more too especially particularly quite",
  "-0.1": "fairly",
  "-0.3": "slightly somewhat kinda little less marginally partly almost sort kind bit",
  "-0.4": "barely hardly",
};
const BOOST = new Map(
  Object.entries(BOOSTS).flatMap(([by, words]) =>
    words.split(" ").map((word): [string, number] => [word, Number(by)]),
  ),
);

/** What the words before a place make of it: 1 for nothing. */
export function strengthAt(words: readonly string[], place: number): number {
  return 1 + (BOOST.get(words[place - 1] ?? "") ?? 0) + 0.6 * (BOOST.get(words[place - 2] ?? "") ?? 0);
}
