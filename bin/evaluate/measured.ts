import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Interval } from "./interval.ts";

/** One figure of a model on data that it has not seen. */
export interface Measured {
  part: string;
  measure: string;
  /** What is reached without a model; null where there is no such thing. */
  base: number | null;
  /** The best that is known on exactly this data and protocol, published or measured. */
  known: number | null;
  goal: Goal | null;
  ours: number | null;
  /** Of ours, at 95 %; missing where nothing was drawn, such as estimates, and where a mean is of whole tests. */
  interval?: Interval;
  /** Which data, what was held back, and how many it rests on. */
  protocol: string;
}

/** Within these bounds it is reached. */
export interface Goal {
  atLeast?: number;
  atMost?: number;
}

/** A file of data that is not there. */
export interface LeftOut {
  leftOut: string;
}

/** Measures a part on the data in a folder. */
export type Rows = (data: string) => AsyncIterable<Measured | LeftOut>;

/** The address of a file of the data, such as "cdnow/CDNOW_sample.txt"; null where it is not there. */
export function findData(data: string, file: string): string | null {
  const path = join(data, file);
  return existsSync(path) ? path : null;
}

export function isReached({ goal, ours }: Measured): boolean | null {
  if (goal === null || ours === null) return null;
  const { atLeast = -Infinity, atMost = Infinity } = goal;
  return ours >= atLeast && ours <= atMost;
}
