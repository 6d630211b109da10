import { isGroup, partsOf, type Group, type Part } from "../../use-cases/segments/conditions.ts";

/** Where a part stands: the place in each group on the way to it. */
export type Way = readonly number[];
export type Mode = "all" | "any" | "none";

export function modeOf(group: Group): Mode {
  return "all" in group ? "all" : "any" in group ? "any" : "none";
}

export function groupOf(mode: Mode, parts: Part[]): Group {
  if (mode === "all") return { all: parts };
  return mode === "any" ? { any: parts } : { none: parts };
}

/** The same tree with the group at that place changed. */
export function changeGroup(group: Group, way: Way, change: (group: Group) => Group): Group {
  const [place, ...rest] = way;
  if (place === undefined) return change(group);
  const parts = partsOf(group).map((part, n) =>
    n === place && isGroup(part) ? changeGroup(part, rest, change) : part,
  );
  return groupOf(modeOf(group), parts);
}

/** With another part at that place; without any for null. */
export function changePart(group: Group, way: Way, part: Part | null): Group {
  const place = way.at(-1) ?? 0;
  return changeGroup(group, way.slice(0, -1), (parent) => {
    const parts = partsOf(parent).flatMap((one, n) => (n !== place ? [one] : part === null ? [] : [part]));
    return groupOf(modeOf(parent), parts);
  });
}

export function addPart(group: Group, way: Way, part: Part): Group {
  return changeGroup(group, way, (parent) => groupOf(modeOf(parent), [...partsOf(parent), part]));
}
