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

/** Rows that are worked on together: as many as fit into the processor's own memory with those they are held against. */
const TILE = 32;

/**
 * The inverse of a symmetric matrix that is positive definite, row by row. `a` is used up. Everything is made of products
 * of rows, eight at a time and tile by tile, so that a few thousand rows take seconds.
 */
export function invertPositive(a: Float64Array, n: number): Float64Array {
  decompose(a, n);
  const columns = invertTriangle(a, n);
  // The inverse is the triangle's inverse times itself: both are read as columns, which lie one after the other.
  inTiles(n, (rows, others) => {
    const from = rows.from;
    eachProduct({ left: columns, right: columns, n, rows, others, from, to: n }, (row, other, product) => {
      a[row * n + other] = a[other * n + row] = product;
    });
  });
  return a;
}

/** Cholesky: the lower triangle in the place of the matrix. */
function decompose(a: Float64Array, n: number): void {
  inTiles(n, (rows, others) => {
    eachProduct({ left: a, right: a, n, rows, others, from: 0, to: others.from }, (row, other, product) => {
      if (other <= row) a[row * n + other] = (a[row * n + other] ?? 0) - product;
    });
    for (let row = rows.from; row < rows.to; row++)
      for (let other = others.from; other < Math.min(others.to, row + 1); other++) {
        let rest = a[row * n + other] ?? 0;
        for (let k = others.from; k < other; k++) rest -= (a[row * n + k] ?? 0) * (a[other * n + k] ?? 0);
        a[row * n + other] =
          row === other ? Math.sqrt(Math.max(rest, Number.EPSILON)) : rest / (a[other * n + other] ?? 1);
      }
  });
}

/** The columns of the lower triangle's inverse, as rows. */
function invertTriangle(triangle: Float64Array, n: number): Float64Array {
  const columns = new Float64Array(n * n);
  // Later rows of the triangle need what earlier ones gave.
  inTiles(n, (rows, cols) => {
    const to = rows.from;
    const rest = new Float64Array((rows.to - rows.from) * (cols.to - cols.from));
    const at = (row: number, col: number) => (row - rows.from) * (cols.to - cols.from) + col - cols.from;
    eachProduct(
      { left: triangle, right: columns, n, rows, others: cols, from: cols.from, to },
      (row, col, product) => (rest[at(row, col)] = product),
    );
    for (let row = rows.from; row < rows.to; row++)
      for (let col = cols.from; col < Math.min(cols.to, row + 1); col++) {
        let sum = row === col ? 1 : -(rest[at(row, col)] ?? 0);
        for (let k = Math.max(to, col); k < row; k++)
          sum -= (triangle[row * n + k] ?? 0) * (columns[col * n + k] ?? 0);
        columns[col * n + row] = sum / (triangle[row * n + row] ?? 1);
      }
  });
  return columns;
}

interface Span {
  from: number;
  to: number;
}

/** Every tile of the lower triangle, those of a row after each other. */
function inTiles(n: number, work: (rows: Span, others: Span) => void): void {
  for (let from = 0; from < n; from += TILE)
    for (let other = 0; other <= from; other += TILE)
      work({ from, to: Math.min(n, from + TILE) }, { from: other, to: Math.min(n, other + TILE) });
}

interface Products {
  left: Float64Array;
  right: Float64Array;
  n: number;
  rows: Span;
  others: Span;
  /** The columns that are multiplied. */
  from: number;
  to: number;
}

/**
 * The product of each of some rows with each of others. Rows are taken in twos and fours, so that each is read less; the
 * innermost loop has plain numbers alone, for anything else takes twice as long there.
 */
function eachProduct(
  { left, right, n, rows, others, from, to }: Products,
  take: (row: number, other: number, product: number) => void,
): void {
  if (to <= from) {
    for (let row = rows.from; row < rows.to; row++)
      for (let other = others.from; other < others.to; other++) take(row, other, 0);
    return;
  }
  let row = rows.from;
  for (; row + 1 < rows.to; row += 2) {
    let other = others.from;
    for (; other + 3 < others.to; other += 4) {
      let p0 = 0;
      let p1 = 0;
      let p2 = 0;
      let p3 = 0;
      let q0 = 0;
      let q1 = 0;
      let q2 = 0;
      let q3 = 0;
      let a = row * n + from;
      let c = other * n + from;
      for (const end = row * n + to; a < end; a++, c++) {
        const x = left[a] as number;
        const y = left[a + n] as number;
        const r0 = right[c] as number;
        const r1 = right[c + n] as number;
        const r2 = right[c + 2 * n] as number;
        const r3 = right[c + 3 * n] as number;
        p0 += x * r0;
        p1 += x * r1;
        p2 += x * r2;
        p3 += x * r3;
        q0 += y * r0;
        q1 += y * r1;
        q2 += y * r2;
        q3 += y * r3;
      }
      take(row, other, p0);
      take(row, other + 1, p1);
      take(row, other + 2, p2);
      take(row, other + 3, p3);
      take(row + 1, other, q0);
      take(row + 1, other + 1, q1);
      take(row + 1, other + 2, q2);
      take(row + 1, other + 3, q3);
    }
    for (; other < others.to; other++) {
      take(row, other, product(left, right, { row, other, n, from, to }));
      take(row + 1, other, product(left, right, { row: row + 1, other, n, from, to }));
    }
  }
  for (; row < rows.to; row++)
    for (let other = others.from; other < others.to; other++)
      take(row, other, product(left, right, { row, other, n, from, to }));
}

function product(
  left: Float64Array,
  right: Float64Array,
  { row, other, n, from, to }: { row: number; other: number; n: number; from: number; to: number },
): number {
  let sum = 0;
  for (let k = from; k < to; k++) sum += (left[row * n + k] ?? 0) * (right[other * n + k] ?? 0);
  return sum;
}
