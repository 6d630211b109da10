import { FeatureBag, hashUnit, kindHash } from "../feature-bag.ts";
import { addValence, emptyTone, noteTone, type Tone } from "../tone.ts";
import { OPINIONS } from "./opinions.ts";
import { plainChinese } from "./plain-chinese.ts";

const RUN = kindHash("characters");
/** Of runs of one, two and three characters: words of two carry most, and need no dictionary to be found. */
const VALUES = [1, 1, 0.7];
const LENGTH = 6;

const VALENCES = new Map(
  OPINIONS.flatMap(([valence, words]) => words.split(/\s+/).map((word): [string, number] => [word, valence])),
);
const LONGEST = Math.max(...Array.from(VALENCES.keys(), (word) => word.length));
const TURNS = ["但", "不过", "可是", "就是", "然而", "可惜"];
const NEGATION = /[不没无非别未](?!但|仅)/;
const CLAUSE_END = /[，。！？ ]/;
/** A "not" reaches so many characters on. */
const REACH = 4;
/** As many characters say as much as one word in other languages. */
const CHARACTERS_A_WORD = 1.5;

/** What a Chinese text is to the model. */
export function chineseFeatures(text: string): FeatureBag {
  const plain = plainChinese(text);
  const features = new FeatureBag();
  const marked = `^${plain}$`;
  for (let start = 0; start < marked.length; start++) {
    let hash = RUN;
    const most = Math.min(VALUES.length, marked.length - start);
    for (let length = 1; length <= most; length++) {
      hash = hashUnit(hash, marked.charCodeAt(start + length - 1));
      features.note(hashUnit(hash, length), VALUES[length - 1] ?? 0);
    }
  }
  features.scaleTo(LENGTH);
  noteTone(features, toneOf(plain), plain.length / CHARACTERS_A_WORD);
  return features;
}

function toneOf(text: string): Tone {
  const tone = emptyTone();
  const but = Math.max(...TURNS.map((turn) => text.lastIndexOf(turn)));
  tone.hasBut = but >= 0;
  for (let place = 0; place < text.length; place++) {
    const word = findOpinion(text, place);
    if (word === null) continue;
    const before =
      text
        .slice(Math.max(0, place - REACH), place)
        .split(CLAUSE_END)
        .at(-1) ?? "";
    addValence(tone, {
      valence: VALENCES.get(word) ?? 0,
      isNegated: NEGATION.test(before),
      afterBut: but < 0 ? null : place > but,
    });
    place += word.length - 1;
  }
  return tone;
}

/** The longest that begins at a place. */
function findOpinion(text: string, place: number): string | null {
  for (let length = Math.min(LONGEST, text.length - place); length > 0; length--) {
    const word = text.slice(place, place + length);
    if (VALENCES.has(word)) return word;
  }
  return null;
}
