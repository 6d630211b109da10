import fc from "fast-check";
import { expect, test } from "vitest";
import { DueQueue } from "./due-queue.ts";

test("gives out whoever is due by then, the earliest first, and nobody else", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 })),
      fc.integer({ min: 0, max: 50 }),
      (instants, until) => {
        const queue = new DueQueue();
        instants.forEach((at, id) => queue.add(String(id), at));
        const taken: number[] = [];
        for (let entry = queue.takeDue(until); entry !== null; entry = queue.takeDue(until))
          taken.push(entry.at);
        expect(taken).toEqual(instants.filter((at) => at <= until).sort((a, b) => a - b));
        const rest: number[] = [];
        for (let entry = queue.takeDue(99); entry !== null; entry = queue.takeDue(99)) rest.push(entry.at);
        expect(rest).toEqual(instants.filter((at) => at > until).sort((a, b) => a - b));
      },
    ),
  );
});
