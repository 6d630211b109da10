/** "Not" in what is written of things. */
const NEGATIONS = `从来没有 从来没 从来不 从没有 并没有 没有过 没有 从没 从未 从不 并不是 并不 并非 并未 不是 不会 不像 不算 算不上 称不上 谈不上
  说不上 不觉得 不认为 不感到 毫无 毫不 绝无 未曾 没让 没有让 不让 没 不 无 未 非 别`;
/** In these the character of a "not" denies nothing. */
const DENIES_NOTHING = `不但 不仅 不只 不光 不单 不止 不管 不论 无论 不过 不断 不久 不一会 不知不觉 不得不 不禁 不由 不愧 不妨 不同 不少 忍不住 好不容易
  无非 非常 非得 除非 特别 别的 别人 别家 别处 个别 区别 分别 级别 性别 告别 识别 差别 无线 无糖 无损 无痕 无意 未来 无数 不锈 说不定 不知道 不小心
  不用说 没想到 想不到 不要太 不然 要不 没准 离不开 少不了 无人机 不料 恨不得 巴不得 免不了 舍不得 不敢相信 别提 别说 不说别的 再也不用 不用 不必`;
/** "None above": what comes next is said all the more. */
const NO_MORE = `不能更 不能再 不可能更 无法更 没法更 没有更 没有比这更 没见过更 没吃过更 没用过更`;

type Kind = "denies" | "idle" | "more";

const KINDS = new Map<string, Kind>([
  ...NEGATIONS.split(/\s+/).map((word): [string, Kind] => [word, "denies"]),
  ...DENIES_NOTHING.split(/\s+/).map((word): [string, Kind] => [word, "idle"]),
  ...NO_MORE.split(/\s+/).map((word): [string, Kind] => [word, "more"]),
]);

/** Words that deny, and those that only look like it. */
export function listNegations(): string[] {
  return [...KINDS.keys()];
}

/** What becomes of a word of praise or complaint: it may be turned to the contrary, or said all the more. */
export type Turn = "plain" | "turned" | "heightened";

export interface Denied {
  turn: Turn;
  /** Where the denial begins; the word itself where there is none. */
  from: number;
}

const CLAUSE_END = /[，。！？；;：: ~～]/;
/** What may stand between a "not" and its word without taking up its reach. */
const BETWEEN =
  /是|太|很|怎么|那么|这么|特别|够|十分|多么|感到|觉得|让我|让人|令人|一点|任何|什么|半点|丝毫|出现|出过|发现|有|会|的|地|得|过/g;
/** "没有图片上那么好看" reaches far to praise; a complaint after so many characters stands for itself. */
const [TO_PRAISE, TO_COMPLAINT] = [6, 2];
const NEAR_TO_PRAISE = 2;
const FARTHEST = 14;
const REACHES_FAR = /^(?:从|没|并|不是|不像|算|称|谈|说|不算|不觉|不认|毫|不会)/;

/** Who says "not" more often before a word says it no more. */
const MOST_OPEN = 4;

/** Goes along a text and knows what is denied at each place of it. */
export class Denials {
  #open: { word: string; end: number }[] = [];

  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** A word of `listNegations` that ends there. */
  meet(word: string, end: number): void {
    const kind = KINDS.get(word);
    if (kind === undefined || kind === "idle") return;
    if (this.#open.length === MOST_OPEN) this.#open.shift();
    this.#open.push({ word, end });
  }

  /** What was met makes of a word of praise or complaint at a place; with that it has done its part. */
  turnAt(place: number, isPraise: boolean): Denied {
    let count = 0;
    let from = place;
    let isMore = false;
    for (const { word, end } of this.#open) {
      if (place - end > FARTHEST) continue;
      const between = this.#text.slice(end, place);
      if (CLAUSE_END.test(between)) continue;
      if (KINDS.get(word) === "more") {
        isMore ||= between.length <= 1;
        continue;
      }
      const reach = isPraise ? (REACHES_FAR.test(word) ? TO_PRAISE : NEAR_TO_PRAISE) : TO_COMPLAINT;
      if (between.replace(BETWEEN, "").length > reach) continue;
      count++;
      from = Math.min(from, end - word.length);
    }
    this.#open = [];
    if (isMore) return { turn: "heightened", from: place };
    return { turn: count % 2 === 1 ? "turned" : "plain", from };
  }
}
