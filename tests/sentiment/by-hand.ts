import { readFileSync } from "node:fs";
import { sentimentOf, type Label } from "../../app/insight/sentiment/analyse.ts";
import { topicsOf } from "../../app/insight/sentiment/topics/topics.ts";

/** A text as shops get them, written by hand before the rules were, with the mood that a reader sees in it. */
export interface MoodByHand {
  language: string;
  label: Label;
  /** What is hard about it: "neg2" a denied complaint, "fact", "sarcasm" and so on. */
  kind: string;
  text: string;
}

const LABELS: Readonly<Record<string, Label>> = { "+": "positive", "0": "neutral", "-": "negative" };

export function readMoods(): MoodByHand[] {
  return linesOf("moods.tsv").map(([language = "", mood = "", kind = "", text = ""]) => {
    return { language, label: LABELS[mood] ?? "neutral", kind, text };
  });
}

/** Idioms whose single words mean another thing, and the like that are none. */
export function readIdioms(): Omit<MoodByHand, "kind">[] {
  return linesOf("idioms.tsv").map(([language = "", mood = "", text = ""]) => {
    return { language, label: LABELS[mood] ?? "neutral", text };
  });
}

export function isRight({ text, label }: MoodByHand): boolean {
  return sentimentOf(text).label === label;
}

/** Of the topics of a sentence: how many are right, how many were found, how many there are. */
export interface TopicsByHand {
  language: string;
  text: string;
  right: number;
  found: number;
  are: number;
}

export function judgeTopics(): TopicsByHand[] {
  return linesOf("topics.tsv").map(([language = "", topics = "", text = ""]) => {
    const wanted = new Set<string>(topics === "-" ? [] : topics.split(","));
    const found = topicsOf(text, language);
    const right = found.filter(({ topic }) => wanted.has(topic)).length;
    return { language, text, right, found: found.length, are: wanted.size };
  });
}

export function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

function linesOf(file: string): string[][] {
  return readFileSync(new URL(file, import.meta.url), "utf8")
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
}
