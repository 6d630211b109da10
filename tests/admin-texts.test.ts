import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { de } from "../app/texts/de.ts";
import { en } from "../app/texts/en.ts";
import { zh } from "../app/texts/zh.ts";
import { inWords } from "../app/texts/fault-words.ts";
import { textsAskedIn } from "./texts/asked-texts.ts";
import { saidReasons } from "./texts/said-reasons.ts";
import { flattenTexts, sayWith, type Said } from "./texts/say-texts.ts";

const APP = join(import.meta.dirname, "../app");

/** What the core says of a document, and readers of what they cannot take in, stands there in English: it is looked up by that. */
const BY_ENGLISH = { faults: {}, reasons: {} };

const english = flattenTexts({ ...en, ...BY_ENGLISH });
const others = { de: flattenTexts({ ...de, ...BY_ENGLISH }), zh: flattenTexts({ ...zh, ...BY_ENGLISH }) };

/** What is called so in every language: names of others, of our own files, and of what has no other name. */
const NAMES =
  /\b(Perennial|Shopify|Smile|LoyaltyLion|Yotpo|Joy|Klaviyo|CSV|YAML|JSON|PDF|SHA|GID|ID|USD|EUR|GBP|MB|docs\/[\w.-]+|[a-z]+\.(csv|yaml|json))\b/g;
/** Words that German has as English does. */
const SHARED_WITH_GERMAN =
  /\b(Version|Code|Name|Status|App|Apps|Theme|Tag|Person|Plan|Hash|Manager|Support|Bonus|Student|Online|Team|Simulator|Agent|Segment|Experiment|Detail|Details|Liquid|Handle|Median|Prognose|Index|Warm|Live|Test|in|am|an|was|so|war|hat|von|bis|for)\b/gi;
/** Words that no German sentence has. */
const ENGLISH_ONLY = /\b(the|and|your|their|with|from|has|have|been|this|these|when|which|would|points)\b/i;

const sources = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|(^|\/)texts\/(de|en|zh)(-[\w-]+)?\.ts$/.test(file))
  .map((file) => readFileSync(join(APP, file), "utf8"))
  .filter((source) => /\b(useWords|Texts|textsFor)\b|\bt\./.test(source));

const bare = (said: Said) => said.text.replaceAll(/⟦\d⟧/g, "").replaceAll(NAMES, "");
const hasWords = (text: string) => /\p{L}{2}/u.test(text);

describe.each(Object.entries(others))("the admin in %s", (language, texts) => {
  it("has every text, and no other", () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("fills in every value that English does", () => {
    const lost = [...english].flatMap(([key, text]) => {
      const [original, translated] = [sayWith(text), sayWith(texts.get(key) ?? "")];
      return original.values.every((value) => translated.values.includes(value)) ? [] : [key];
    });
    expect(lost).toEqual([]);
  });

  it("leaves nothing in English", () => {
    const left = [...english].flatMap(([key, text]) => {
      const [original, translated] = [bare(sayWith(text)), bare(sayWith(texts.get(key) ?? ""))];
      return isTranslated(original, translated, language) ? [] : [`${key}: ${translated}`];
    });
    expect(left).toEqual([]);
  });
});

function isTranslated(original: string, translated: string, language: string): boolean {
  if (!hasWords(original)) return true;
  if (language === "zh") return /\p{Script=Han}/u.test(translated) || translated.trim() === "";
  const own = (text: string) => text.replaceAll(SHARED_WITH_GERMAN, "");
  if (ENGLISH_ONLY.test(translated)) return false;
  return translated !== original || !hasWords(own(translated));
}

it("says what the core says of a document in every language", () => {
  expect(Object.keys(zh.faults).sort()).toEqual(Object.keys(de.faults).sort());
});

it("says why a file or a delivery cannot be taken in in every language", () => {
  const said = saidReasons();
  expect(said.length).toBeGreaterThan(40);
  for (const { reasons } of [de, zh])
    expect(said.filter((words) => inWords(words, reasons) === words)).toEqual([]);
  expect(Object.keys(zh.reasons).sort()).toEqual(Object.keys(de.reasons).sort());
});

it("asks for every text that it has", { timeout: 60_000 }, () => {
  // Where a text is a list, it is the list that is asked for.
  const asked = new Set(
    sources.flatMap(textsAskedIn).map((path) => path.replace(/\.(map|length|join)$/, "")),
  );
  const isAsked = (key: string) => {
    const steps = key.split(".");
    // A group that was handed on as a whole, or what is read of the text itself, such as its length.
    return (
      steps.some((_, place) => asked.has(steps.slice(0, place + 1).join("."))) || startsOf(asked).has(key)
    );
  };
  expect([...english.keys()].filter((key) => !isAsked(key))).toEqual([]);
});

function startsOf(asked: Set<string>): Set<string> {
  return new Set([...asked].map((path) => path.slice(0, path.lastIndexOf("."))));
}
