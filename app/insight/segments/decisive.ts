import { isGroup, partsOf, type Condition, type Group, type Part } from "./definition.ts";

/** Whether each condition, in the order in which they are read, holds of a member. */
export type Truths = readonly boolean[];

export interface Verdict {
  holds: boolean;
  /** Conditions that alone decide it: each of them, turned round, might turn it round. */
  because: Decisive[];
}

/** A condition, and whether it holds. */
export interface Decisive {
  condition: Condition;
  holds: boolean;
}

/** What the conditions come to, and which of them it is owed to. */
export function judge(definition: Group, truths: Truths): Verdict {
  let read = 0;
  const judgePart = (part: Part): Verdict | null => {
    if (!isGroup(part)) {
      const holds = truths[read++] ?? false;
      return { holds, because: [{ condition: part, holds }] };
    }
    const verdicts = partsOf(part)
      .map(judgePart)
      .filter((verdict) => verdict !== null);
    // Asks for nothing.
    if (verdicts.length === 0) return null;
    if ("all" in part) return decided(verdicts, false);
    const verdict = decided(verdicts, true);
    return "none" in part ? { ...verdict, holds: !verdict.holds } : verdict;
  };
  return judgePart(definition) ?? { holds: true, because: [] };
}

/** One of the deciding kind settles it, and then only such count. */
function decided(verdicts: Verdict[], deciding: boolean): Verdict {
  const settling = verdicts.filter(({ holds }) => holds === deciding);
  const counted = settling.length > 0 ? settling : verdicts;
  return { holds: settling.length > 0 === deciding, because: counted.flatMap(({ because }) => because) };
}
