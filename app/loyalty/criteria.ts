import type { LineKeys } from "./programme.ts";
import type { Criteria } from "./summary.ts";

/** The keys that name something; null where none does. */
export function matchCriteria(match: Partial<LineKeys> | null): Criteria | null {
  const given = match === null ? {} : criteria(match);
  return Object.keys(given).length === 0 ? null : given;
}

export function criteria(keys: Partial<LineKeys>): Criteria {
  return Object.fromEntries(
    Object.entries<readonly string[]>({ ...keys }).filter(([, values]) => values.length > 0),
  );
}
