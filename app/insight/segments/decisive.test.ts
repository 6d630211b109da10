import { describe, expect, test } from "vitest";
import { judge } from "./decisive.ts";
import type { Condition, Group } from "./definition.ts";

const [first, second, third] = (["a", "b", "c"] as const).map((tier): Condition => {
  return { fact: "tier", among: [tier] };
}) as [Condition, Condition, Condition];

function because(definition: Group, truths: boolean[]): [boolean, ...Condition[]] {
  const verdict = judge(definition, truths);
  return [verdict.holds, ...verdict.because.map(({ condition }) => condition)];
}

describe("what a verdict is owed to", () => {
  test("is everything where all must hold and do, and whatever failed where they do not", () => {
    const all = { all: [first, second, third] };
    expect(because(all, [true, true, true])).toEqual([true, first, second, third]);
    expect(because(all, [true, false, false])).toEqual([false, second, third]);
  });

  test("is whatever holds where one is enough, and everything where none does", () => {
    const any = { any: [first, second] };
    expect(because(any, [false, true])).toEqual([true, second]);
    expect(because(any, [false, false])).toEqual([false, first, second]);
  });

  test("is whatever holds where none may", () => {
    const none = { all: [first, { none: [second, third] }] };
    expect(because(none, [true, false, false])).toEqual([true, first, second, third]);
    expect(because(none, [true, false, true])).toEqual([false, third]);
  });

  test("is nothing where nothing is asked, however deep that stands", () => {
    expect(because({ none: [{ any: [] }, { all: [{ none: [] }] }] }, [])).toEqual([true]);
    expect(because({ any: [{ all: [] }, first] }, [false])).toEqual([false, first]);
  });
});
