/**
 * Solves A x = b for a symmetric matrix that is positive definite, as sums of squares with a ridge are (Cholesky).
 * `a` is row by row and is used up.
 */
export function solvePositive(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const at = (row: number, column: number) => a[row * n + column] ?? 0;
  for (let column = 0; column < n; column++) {
    let square = at(column, column);
    for (let k = 0; k < column; k++) square -= at(column, k) ** 2;
    const root = Math.sqrt(Math.max(square, Number.EPSILON));
    a[column * n + column] = root;
    for (let row = column + 1; row < n; row++) {
      let sum = at(row, column);
      for (let k = 0; k < column; k++) sum -= at(row, k) * at(column, k);
      a[row * n + column] = sum / root;
    }
  }
  const x = Float64Array.from(b);
  for (let row = 0; row < n; row++) {
    for (let k = 0; k < row; k++) x[row] = (x[row] ?? 0) - at(row, k) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / at(row, row);
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let k = row + 1; k < n; k++) x[row] = (x[row] ?? 0) - at(k, row) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / at(row, row);
  }
  return x;
}
