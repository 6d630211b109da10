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

/** The inverse of a symmetric matrix that is positive definite, row by row. `a` is used up. */
export function invertPositive(a: Float64Array, n: number): Float64Array {
  for (let row = 0; row < n; row++) {
    const own = a.subarray(row * n, row * n + n);
    for (let column = 0; column < row; column++) {
      const other = a.subarray(column * n, column * n + n);
      own[column] = ((own[column] ?? 0) - dot(own, other, column)) / (other[column] ?? 1);
    }
    own[row] = Math.sqrt(Math.max((own[row] ?? 0) - dot(own, own, row), Number.EPSILON));
  }
  // Rows of the inverse of the triangle, each from the rows above it.
  const inverse = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    const own = a.subarray(row * n, row * n + n);
    const made = inverse.subarray(row * n, row * n + n);
    for (let k = 0; k < row; k++) addTimes(made, inverse.subarray(k * n, k * n + k + 1), own[k] ?? 0);
    const divisor = own[row] ?? 1;
    for (let column = 0; column < row; column++) made[column] = -(made[column] ?? 0) / divisor;
    made[row] = 1 / divisor;
  }
  const product = a.fill(0);
  for (let k = 0; k < n; k++) {
    const row = inverse.subarray(k * n, k * n + k + 1);
    for (let i = 0; i <= k; i++)
      addTimes(product.subarray(i * n, i * n + i + 1), row.subarray(0, i + 1), row[i] ?? 0);
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) product[j * n + i] = product[i * n + j] ?? 0;
  return product;
}

function dot(a: Float64Array, b: Float64Array, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

function addTimes(to: Float64Array, values: Float64Array, times: number): void {
  if (times === 0) return;
  for (let k = 0; k < values.length; k++) to[k] = (to[k] ?? 0) + times * (values[k] ?? 0);
}
