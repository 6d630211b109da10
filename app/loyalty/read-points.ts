import type { Points } from "./points.ts";

const MOST_DIGITS = 14;

/**
 * Points as a person types them: a plus, a proper minus, and spaces or commas between thousands are understood. null for
 * anything else: "1,5" may mean one and a half, and is never 15.
 */
export function readPoints(text: string): Points | null {
  const plain = text.trim().replace("\u2212", "-");
  if (!/^[+-]?(\d+|\d{1,3}([,\s\u202f\u00a0]\d{3})+)$/.test(plain)) return null;
  const digits = plain.replaceAll(/[^\d-]/g, "");
  return digits.length > MOST_DIGITS + 1 ? null : BigInt(digits);
}
