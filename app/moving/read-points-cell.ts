import type { Cell, Notation } from "./fields.ts";

/** The database's own limit, with room for a sum. */
const MOST_DIGITS = 18;

const WITH_POINT = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;
const WITH_COMMA = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/;

export interface PointsCell {
  /** Rounded down: towards less for what a member has, and for what they owe. */
  points: bigint;
  /** The fraction that was left behind, as it is written behind the mark; null for none. */
  dropped: string | null;
}

/** Points as other apps write them: with decimals, thousands between marks or spaces, and perhaps the unit behind. */
export function readPointsCell(
  text: string,
  { decimalMark }: Pick<Notation, "decimalMark">,
): Cell<PointsCell> {
  const bare = text
    .replaceAll(/[\s\u00a0\u202f'’_]/g, "")
    .replace(/(points?|pts?)\.?$/i, "")
    .replace("\u2212", "-");
  const match = (decimalMark === "." ? WITH_POINT : WITH_COMMA).exec(bare);
  if (match === null) return { ok: false, ...faultOf(bare, decimalMark) };
  const [, sign = "", whole = "", fraction = ""] = match;
  const digits = whole.replaceAll(/[.,]/g, "").replace(/^0+(?=\d)/, "");
  if (digits.length > MOST_DIGITS)
    return {
      ok: false,
      problem: "has more digits than a balance can have",
      mend: `write a number of at most ${MOST_DIGITS} digits`,
    };
  const dropped = /[1-9]/.test(fraction) ? fraction : null;
  const size = BigInt(digits);
  const points = sign === "-" ? -size - (dropped === null ? 0n : 1n) : size;
  return { ok: true, value: { points, dropped } };
}

function faultOf(text: string, decimalMark: string): { problem: string; mend: string } {
  if (/^[+-]?\d([.,]\d+)?e[+-]?\d+$/i.test(text))
    return {
      problem: "was shortened by a spreadsheet, so its last digits are lost",
      mend: "format the column as a number without decimals and export it again",
    };
  return {
    problem: "is not a number of points",
    mend: `write digits only, with "${decimalMark}" before decimals where there are any`,
  };
}
