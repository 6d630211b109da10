import { makeKernel, TILE, type Kernel } from "./product-kernel.ts";

/** Columns that are multiplied in one go: with the rows of a tile, as many as stay in the processor's own memory. */
const DEPTH = 256;

/**
 * The inverse of a symmetric matrix that is positive definite, row by row. `a` is used up. Everything is made of products
 * of rows, tile by tile, so that a few thousand rows take seconds (Cholesky; Golub and Van Loan, Matrix Computations).
 */
export function invertPositive(a: Float64Array, n: number): Float64Array {
  const size = Math.ceil(n / TILE) * TILE;
  const room = roomFor(size);
  for (let row = 0; row < n; row++)
    room.numbers.set(a.subarray(row * n, (row + 1) * n), room.triangle + row * size);
  // What fills the last tile up is 1 times itself and has nothing to do with the rest.
  for (let row = n; row < size; row++) room.numbers[room.triangle + row * size + row] = 1;
  decompose(room);
  invertTriangle(room);
  // The inverse is the triangle's inverse times itself: both are read as columns, which lie one after the other.
  inTiles(size, (rows, others) => {
    multiply(room, { left: room.columns, right: room.columns, rows, others, from: rows, to: size });
    const [behind, last] = [Math.min(n, rows + TILE), Math.min(n, others + TILE)];
    for (let row = rows; row < behind; row++)
      for (let other = others; other < last; other++)
        a[row * n + other] = a[other * n + row] = productAt(room, row - rows, other - others);
  });
  return a;
}

/** Two square matrices and a tile of products, as places in one memory. */
interface Room extends Kernel {
  size: number;
  triangle: number;
  columns: number;
  tile: number;
}

function roomFor(size: number): Room {
  const square = size * size;
  return { ...makeKernel(2 * square + TILE * TILE), size, triangle: 0, columns: square, tile: 2 * square };
}

/** Cholesky: the lower triangle in the place of the matrix. */
function decompose(room: Room): void {
  const { numbers, size, triangle } = room;
  inTiles(size, (rows, others) => {
    multiply(room, { left: triangle, right: triangle, rows, others, from: 0, to: others });
    for (let row = rows; row < rows + TILE; row++) {
      const own = triangle + row * size;
      for (let other = others; other < Math.min(others + TILE, row + 1); other++) {
        const its = triangle + other * size;
        let rest = (numbers[own + other] ?? 0) - productAt(room, row - rows, other - others);
        for (let k = others; k < other; k++) rest -= (numbers[own + k] ?? 0) * (numbers[its + k] ?? 0);
        numbers[own + other] =
          row === other ? Math.sqrt(Math.max(rest, Number.EPSILON)) : rest / (numbers[its + other] ?? 1);
      }
    }
  });
}

/** The columns of the lower triangle's inverse, as rows. */
function invertTriangle(room: Room): void {
  const { numbers, size, triangle, columns } = room;
  // Later rows of the triangle need what earlier ones gave.
  inTiles(size, (rows, others) => {
    multiply(room, { left: triangle, right: columns, rows, others, from: others, to: rows });
    for (let row = rows; row < rows + TILE; row++) {
      const own = triangle + row * size;
      for (let column = others; column < Math.min(others + TILE, row + 1); column++) {
        const its = columns + column * size;
        let sum = (row === column ? 1 : 0) - productAt(room, row - rows, column - others);
        for (let k = Math.max(rows, column); k < row; k++)
          sum -= (numbers[own + k] ?? 0) * (numbers[its + k] ?? 0);
        numbers[its + row] = sum / (numbers[own + row] ?? 1);
      }
    }
  });
}

/** Every tile of the lower triangle by its first row and column, those of a row after each other. */
function inTiles(size: number, work: (rows: number, others: number) => void): void {
  for (let rows = 0; rows < size; rows += TILE)
    for (let others = 0; others <= rows; others += TILE) work(rows, others);
}

interface Products {
  /** Where the two matrices begin. */
  left: number;
  right: number;
  /** The first rows of the two tiles. */
  rows: number;
  others: number;
  /** The columns that are multiplied, by whole tiles. */
  from: number;
  to: number;
}

/** The product of each row of a tile with each of another. */
function multiply(room: Room, { left, right, rows, others, from, to }: Products): void {
  const { numbers, products, size, tile } = room;
  numbers.fill(0, tile, tile + TILE * TILE);
  for (let at = from; at < to; at += DEPTH) {
    const many = Math.min(DEPTH, to - at);
    for (let row = 0; row < TILE; row += 2)
      for (let other = 0; other < TILE; other += 4)
        products(
          left + (rows + row) * size + at,
          right + (others + other) * size + at,
          size,
          many,
          tile + row * TILE + other,
        );
  }
}

function productAt({ numbers, tile }: Room, row: number, other: number): number {
  return numbers[tile + row * TILE + other] ?? 0;
}
