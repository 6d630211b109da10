import { FeatureBag, hashUnit, kindHash } from "../feature-bag.ts";
import type { TextFeatures } from "../text-features.ts";
import { isSilent, noteTone } from "../tone.ts";
import { chineseAsksOf } from "./asking.ts";
import { markIdioms } from "./idioms.ts";
import { withoutLukewarm } from "./lukewarm.ts";
import { plainChinese } from "./plain-chinese.ts";
import { readTone } from "./tone.ts";

const RUN = kindHash("characters");
/** Of runs of one, two and three characters: words of two carry most, and need no dictionary to be found. */
const VALUES = [1, 1, 0.7];
const LENGTH = 6;
/** As many characters say as much as one word in other languages. */
const CHARACTERS_A_WORD = 1.5;

/** What a Chinese text is to the model. */
export function chineseFeatures(text: string): TextFeatures {
  const plain = markIdioms(plainChinese(text));
  const { tone, meant, denies } = readTone(plain);
  const bag = new FeatureBag();
  const marked = `^${meant}$`;
  for (let start = 0; start < marked.length; start++) {
    let hash = RUN;
    const most = Math.min(VALUES.length, marked.length - start);
    for (let length = 1; length <= most; length++) {
      hash = hashUnit(hash, marked.charCodeAt(start + length - 1));
      bag.note(hashUnit(hash, length), VALUES[length - 1] ?? 0);
    }
  }
  bag.scaleTo(LENGTH);
  const length = plain.length / CHARACTERS_A_WORD;
  noteTone(bag, tone, length);
  return { bag, tone, length, asks: chineseAsksOf(plain), denies, isLukewarm: isLukewarm(plain) };
}

/** Whether it says that it is neither good nor bad, and nothing else that would be either. */
function isLukewarm(plain: string): boolean {
  const left = withoutLukewarm(plain);
  return left !== null && isSilent(readTone(left).tone);
}
