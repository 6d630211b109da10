import { readFileSync } from "node:fs";
import { readTable } from "../insight/read-table.ts";

/** A text of which people said what it says. */
export interface LabelledText {
  text: string;
  isPositive: boolean;
  /** From 0 for neither to 4. */
  strength: number;
  /** What belongs together and is held back together: a review, a kind of ware. */
  group: string;
}

/** Strength of texts that were only called positive or negative. */
const CLEARLY = 2;

/** Sentences of product reviews, each with the mean of twenty people's ratings from -4 to 4 (Hutto and Gilbert 2014). */
export function readProductSentences(file: string): LabelledText[] {
  return linesOf(file)
    .slice(1)
    .map(([id = "", valence = "", ...rest]) => ({
      text: unquoted(rest.join("\t")),
      isPositive: Number(valence) > 0,
      strength: Math.abs(Number(valence)),
      group: id.split("_")[0] ?? "",
    }));
}

/** Sentences of film reviews (Socher and others 2013): text, then 0 or 1. */
export function readFilmSentences(file: string): LabelledText[] {
  return linesOf(file).map(([text = "", label], place) => {
    return { text, isPositive: label === "1", strength: CLEARLY, group: String(place) };
  });
}

/** Chinese reviews of wares by kind. */
export function readChineseReviews(file: string): LabelledText[] {
  return readTable(file, ["cat", "label", "review"]).map(({ cells }) => {
    return { text: cells.review, isPositive: cells.label === "1", strength: CLEARLY, group: cells.cat };
  });
}

function linesOf(file: string): string[][] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
}

function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}
