import type { Audience } from "../../insight/experiments/plan.ts";

/** "" is everybody; null for a segment that is not there. `segments` holds names by id. */
export function readAudience(segment: string, segments: ReadonlyMap<string, string>): Audience | null {
  if (segment === "") return { kind: "everybody" };
  const name = segments.get(segment);
  return name === undefined ? null : { kind: "segment", id: segment, name };
}

const LONGEST_REASON = 120;

/** What members read beside what they are given. */
export function isReason(typed: string): boolean {
  return typed !== "" && typed.length <= LONGEST_REASON;
}

/** In basis points; null for what is no per cent that can be meant. */
export function percentOf(typed: string, { least, most }: { least: number; most: number }): number | null {
  const number = /^\d{1,3}([.,]\d{1,2})?$/.test(typed) ? Number(typed.replace(",", ".")) : Number.NaN;
  return number >= least && number <= most ? Math.round(number * 100) : null;
}
