import type { WhyNot } from "../../loyalty/why-not.ts";

/** That a part of a point was rounded off stands in the ledger's arithmetic already. */
export function beyondRounding(found: WhyNot): WhyNot {
  return { ...found, reasons: found.reasons.filter(({ kind }) => kind !== "rounded") };
}
