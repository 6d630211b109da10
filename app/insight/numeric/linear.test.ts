import fc from "fast-check";
import { expect, test } from "vitest";
import { invertPositive } from "./inverse.ts";
import { solvePositive } from "./linear.ts";

/** Sums of squares with a ridge, as regressions have them. */
const matrices = fc
  .oneof(fc.integer({ min: 1, max: 6 }), fc.constantFrom(32, 33, 70))
  .chain((n) =>
    fc.tuple(
      fc.constant(n),
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n * n, maxLength: n * n }),
    ),
  )
  .map(([n, cells]) => {
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let sum = i === j ? 1 : 0;
        for (let k = 0; k < n; k++) sum += (cells[i * n + k] ?? 0) * (cells[j * n + k] ?? 0);
        a[i * n + j] = sum;
      }
    return { n, a };
  });

function times(a: Float64Array, b: Float64Array, n: number): number[] {
  return Array.from({ length: n }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += (a[i * n + k] ?? 0) * (b[k] ?? 0);
    return sum;
  });
}

test("a matrix times what solves it is the right side", () => {
  fc.assert(
    fc.property(matrices, ({ n, a }) => {
      const right = Float64Array.from({ length: n }, (_, i) => i + 1);
      times(a, solvePositive(a.slice(), right), n).forEach((value, i) => expect(value).toBeCloseTo(i + 1, 5));
    }),
  );
});

test("a matrix times its inverse leaves everything as it is", () => {
  fc.assert(
    fc.property(matrices, ({ n, a }) => {
      const inverse = invertPositive(a.slice(), n);
      for (let column = 0; column < n; column++) {
        const of = Float64Array.from({ length: n }, (_, row) => inverse[row * n + column] ?? 0);
        times(a, of, n).forEach((value, row) => expect(value).toBeCloseTo(row === column ? 1 : 0, 5));
      }
    }),
    { numRuns: 40 },
  );
});
