import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { packModel, type LearnedWeights, type PackedModel } from "../app/insight/sentiment/linear-model.ts";
import { opinionSigns } from "../app/insight/sentiment/opinion.ts";
import { slopeOf } from "../app/insight/sentiment/training/calibrate.ts";
import { learnOpinion } from "../app/insight/sentiment/training/learn-opinion.ts";
import { runCommand } from "./insight/run-command.ts";
import { accuracyOf, heldBackChinese, heldBackEnglish, type HeldBack } from "./sentiment/held-back.ts";
import { readChineseReviews, readFilmSentences, readProductSentences } from "./sentiment/labelled-texts.ts";
import {
  CHINESE_BITS,
  ENGLISH_BITS,
  learnChinese,
  learnEnglish,
  prepareChinese,
  prepareEnglish,
  preparePlain,
} from "./sentiment/recipes.ts";

const USAGE = `usage: npm run -s train-sentiment [-- --data FOLDER]

Learns the weights of app/insight/sentiment/weights anew from texts that people labelled (docs/models.md says which), in a
minute or two. The same texts give the same files. FOLDER is ../shared/data unless it is told.
`;

const WEIGHTS = new URL("../app/insight/sentiment/weights/", import.meta.url);
/** Weaker than this, people saw neither praise nor complaint. */
const NEITHER = 0.5;
/** From here on they certainly saw one of them. */
const CLEARLY = 1;
/** A score below it says neither: as unsure as three right of five. */
const NEUTRAL = 0.2;

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
  tell("en", held);
  // A product sentence says most of what shops will read, and its strength is known.
  const terms = calibrated([...held.products, ...held.plain]);
  save("en", learnEnglish({ products, films, plain: preparePlain("en") }), { bits: ENGLISH_BITS, ...terms });
}

function trainChinese(folder: string): void {
  const reviews = prepareChinese(readChineseReviews(`${folder}/zh_online_shopping_A.csv.gz`));
  const held = heldBackChinese(reviews);
  tell("zh", { reviews: held });
  const terms = calibrated(held);
  save("zh", learnChinese([...reviews, ...preparePlain("zh")]), { bits: CHINESE_BITS, ...terms });
}

type Terms = Omit<PackedModel, "table" | "unit" | "intercept">;

/** What makes scores of sums: all of it from what was held back. */
function calibrated(held: readonly HeldBack[]): Pick<Terms, "slope" | "opinion" | "neutral"> {
  const slope = slopeOf(held.map(({ text, sum }) => ({ sum, isPositive: meaningOf(text) })));
  const signed = held.map(({ text, sum }) => ({
    text,
    sum,
    signs: opinionSigns(text.features, slope * sum),
  }));
  const signsOf = (strengths: (strength: number) => boolean) =>
    signed.filter(({ text }) => strengths(text.strength)).map(({ signs }) => signs);
  const opinion = learnOpinion({
    judging: signsOf((strength) => strength >= CLEARLY),
    plain: signsOf((strength) => strength < NEITHER),
  });
  return { slope, opinion, neutral: NEUTRAL };
}

function meaningOf({ strength, isPositive }: { strength: number; isPositive: boolean }): boolean | null {
  return strength < NEITHER ? null : isPositive;
}

/** How good it is on what was held back; what is plain has no sign. */
function tell(language: string, held: Readonly<Record<string, readonly HeldBack[]>>): void {
  for (const [kind, texts] of Object.entries(held))
    if (kind !== "plain")
      process.stdout.write(
        `${language}: sign right of ${(100 * accuracyOf(texts)).toFixed(1)} % of ${kind}\n`,
      );
}

function save(language: string, learned: LearnedWeights, terms: Terms): void {
  const packed = packModel(learned, terms);
  writeFileSync(new URL(`${language}.json`, WEIGHTS), `${JSON.stringify(packed)}\n`);
  const { slope, neutral } = terms;
  process.stdout.write(
    `${language}: ${learned.weights.size} features, slope ${slope.toFixed(3)}, neutral below ${neutral}\n`,
  );
}

runCommand(USAGE, main);
