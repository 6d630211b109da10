import type { PerkConfiguration, PerkSummary, Seconds } from "../../app/loyalty/summary.ts";

/** What the app wrote, or null: where nothing can be read, nobody has anything and nobody is refused. */
export function readConfiguration(metafield: { jsonValue: unknown } | null): PerkConfiguration | null {
  const value = metafield?.jsonValue;
  if (typeof value !== "object" || value === null || !("v" in value) || value.v !== 1) return null;
  return value as PerkConfiguration;
}

/** An instant between the same two beginnings and ends of perks as now. */
export function timeOf({ at, next }: PerkConfiguration, hasNextCome: boolean): Seconds {
  return hasNextCome && next !== null ? next : at;
}

export function isInForce({ from, to }: Pick<PerkSummary, "from" | "to">, now: Seconds): boolean {
  return (from === null || from <= now) && (to === null || now < to);
}
