import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { packModel, type LearnedWeights } from "../app/insight/sentiment/linear-model.ts";
import { neutralBelow, slopeOf, type HeldBackSum } from "../app/insight/sentiment/training/calibrate.ts";
import { runCommand } from "./insight/run-command.ts";
import { heldBackChinese, heldBackEnglish, type HeldBack } from "./sentiment/held-back.ts";
import { readChineseReviews, readFilmSentences, readProductSentences } from "./sentiment/labelled-texts.ts";
import {
  CHINESE_BITS,
  ENGLISH_BITS,
  learnChinese,
  learnEnglish,
  prepareChinese,
  prepareEnglish,
} from "./sentiment/recipes.ts";

const USAGE = `usage: npm run -s train-sentiment [-- --data FOLDER]

Learns the weights of app/insight/sentiment/weights anew from texts that people labelled (docs/models.md says which), in a
minute or two. The same texts give the same files. FOLDER is ../shared/data unless it is told.
`;

const WEIGHTS = new URL("../app/insight/sentiment/weights/", import.meta.url);
/** Weaker than this, people saw neither praise nor complaint. */
const NEITHER = 0.5;
/** Where no text is called neutral by people: as unsure as two right of three. */
const CHINESE_NEUTRAL = 0.3;

function main(words: string[]): void {
  const { values } = parseArgs({ args: words, options: { data: { type: "string" } } });
  const folder = `${values.data ?? "../shared/data"}/sentiment`;
  trainEnglish(folder);
  trainChinese(folder);
}

function trainEnglish(folder: string): void {
  const products = prepareEnglish(readProductSentences(`${folder}/amazon_snippets_A.tsv`));
  const films = prepareEnglish(
    ["train", "dev"].flatMap((part) => readFilmSentences(`${folder}/SST2_${part}.tsv`)),
  );
  const held = heldBackEnglish(products, films);
  // A product sentence says most of what shops will read, and its strength is known.
  const slope = slopeOf(held.products.map(sumOf));
  const neutral = neutralBelow(held.products.map(sumOf), slope);
  save("en", learnEnglish(products, films), { bits: ENGLISH_BITS, slope, neutral });
}

function trainChinese(folder: string): void {
  const reviews = prepareChinese(readChineseReviews(`${folder}/zh_online_shopping_A.csv.gz`));
  const slope = slopeOf(heldBackChinese(reviews).map(sumOf));
  save("zh", learnChinese(reviews), { bits: CHINESE_BITS, slope, neutral: CHINESE_NEUTRAL });
}

function sumOf({ text, sum }: HeldBack): HeldBackSum {
  return { sum, isPositive: text.strength < NEITHER ? null : text.isPositive };
}

function save(
  language: string,
  learned: LearnedWeights,
  terms: { bits: number; slope: number; neutral: number },
): void {
  const packed = packModel(learned, terms);
  writeFileSync(new URL(`${language}.json`, WEIGHTS), `${JSON.stringify(packed)}\n`);
  const { slope, neutral } = terms;
  process.stdout.write(
    `${language}: ${learned.weights.size} features, slope ${slope.toFixed(3)}, neutral below ${neutral}\n`,
  );
}

runCommand(USAGE, main);
