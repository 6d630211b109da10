import { normalQuantile } from "../numeric/normal.ts";
import { timesStandardError } from "./always-valid.ts";

export interface SizeQuestion {
  /** Of one member's outcome; for a proportion p it is p (1 - p). */
  variance: number;
  /** The smallest difference of means worth knowing of, in the same unit; above 0. */
  smallest: number;
  /** What of all members are in each of the two arms that are compared, together at most 1. */
  shares: readonly [number, number];
  alpha?: number;
  /** How surely a difference of that size is found. */
  power?: number;
}

export interface Size {
  /** Members of both arms, when they may be looked at daily. */
  members: number;
  /** The same for one look at the end: what is paid for daily looks is the difference. */
  oneLook: number;
}

const LARGEST = Number.MAX_SAFE_INTEGER;

/**
 * How many members are needed to find a difference with the given power (two-sided; Lachin 1981 for one look). For daily
 * looks it is the number at which the interval excludes 0 so surely; mostly it does so earlier. null where nothing can
 * be said: no spread, no difference, no members in an arm.
 */
export function sizeFor({
  variance,
  smallest,
  shares,
  alpha = 0.05,
  power = 0.8,
}: SizeQuestion): Size | null {
  const [one, other] = shares;
  const both = one + other;
  if (!(variance > 0 && smallest > 0 && one > 0 && other > 0)) return null;
  // Of the members of both arms, those in one and in the other.
  const spread = variance * (both / one + both / other);
  const found = normalQuantile(power);
  const members = (width: number) =>
    Math.min(LARGEST, Math.ceil((spread * (width + found) ** 2) / smallest ** 2));
  return {
    members: members(timesStandardError(1, { alpha, planned: 1 })),
    oneLook: members(normalQuantile(1 - alpha / 2)),
  };
}

/** The smallest difference that so many members can show, looked at daily: the question the other way round. */
export function smallestFor(
  members: number,
  { variance, shares, alpha = 0.05, power = 0.8 }: Omit<SizeQuestion, "smallest">,
): number | null {
  const [one, other] = shares;
  if (!(variance > 0 && members > 0 && one > 0 && other > 0)) return null;
  const spread = variance * ((one + other) / one + (one + other) / other);
  const width = timesStandardError(1, { alpha, planned: 1 }) + normalQuantile(power);
  return width * Math.sqrt(spread / members);
}
