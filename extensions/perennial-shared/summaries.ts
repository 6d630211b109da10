import type { LoyaltySummary, ProgrammeSummary } from "../../app/loyalty/summary.ts";

/** The version of the two documents that these surfaces were written for. */
const VERSION = 2;

/** What a metafield says of a member; null for none, and for a version that this surface does not know. */
export function readMember(value: unknown): LoyaltySummary | null {
  return read<LoyaltySummary>(value);
}

export function readProgramme(value: unknown): ProgrammeSummary | null {
  return read<ProgrammeSummary>(value);
}

function read<Summary extends { v: number }>(value: unknown): Summary | null {
  const found = typeof value === "string" ? parsed(value) : value;
  if (typeof found !== "object" || found === null || !("v" in found) || found.v !== VERSION) return null;
  return found as Summary;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** One of the app's metafields, as the checkout and the status of an order are handed them. */
export interface HandedMetafield {
  target: { type: string };
  metafield: { key: string; value: string | number | boolean };
}

export function memberAmong(metafields: readonly HandedMetafield[]): LoyaltySummary | null {
  return readMember(valueAmong(metafields, "customer", "summary"));
}

export function programmeAmong(metafields: readonly HandedMetafield[]): ProgrammeSummary | null {
  return readProgramme(valueAmong(metafields, "shop", "programme"));
}

function valueAmong(metafields: readonly HandedMetafield[], type: string, key: string): unknown {
  return metafields.find(({ target, metafield }) => target.type === type && metafield.key === key)?.metafield
    .value;
}
