import type { Made } from "../../reward-store.ts";

interface UserError {
  field?: string[] | null;
  message: string;
  code?: string | null;
}

/**
 * What Shopify's answer to a creation means. A code that is taken is ours: nobody else can have come upon it, so what it
 * names was made by an earlier asking whose answer was lost.
 */
export function madeOf(reference: string | null | undefined, errors: readonly UserError[] | undefined): Made {
  const faults = errors ?? [];
  const isTaken = faults.some(({ code }) => code === "TAKEN");
  if (isTaken || (faults.length === 0 && reference != null))
    return { outcome: "made", reference: reference ?? null };
  return { outcome: "refused", reason: sentenceOf(faults) };
}

export function sentenceOf(errors: readonly UserError[]): string {
  const [first] = errors;
  return first === undefined ? "Shopify answered nothing." : first.message;
}
