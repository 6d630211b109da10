import { useState } from "react";

export interface Row {
  /** Stays with the entry wherever it is moved. */
  key: number;
  isOpen: boolean;
}

export interface Rows {
  rows: readonly Row[];
  toggle(index: number): void;
  insert(index: number, row: { isOpen: boolean }): void;
  remove(index: number): void;
  swap(a: number, b: number): void;
}

/** What a list of cards remembers of each of its entries. What else changes the document changes it from its end. */
export function useRows(count: number): Rows {
  const [kept, setRows] = useState<readonly Row[]>(() => ofLength(count, []));
  const rows = ofLength(count, kept);
  if (rows !== kept) setRows(rows);
  return {
    rows,
    toggle: (index) =>
      setRows(rows.map((row, place) => (place === index ? { ...row, isOpen: !row.isOpen } : row))),
    insert: (index, { isOpen }) =>
      setRows([...rows.slice(0, index), { key: freeKey(rows), isOpen }, ...rows.slice(index)]),
    remove: (index) => setRows(rows.filter((_, place) => place !== index)),
    swap: (a, b) =>
      setRows(
        rows.map((row, place) => (place === a ? (rows[b] ?? row) : place === b ? (rows[a] ?? row) : row)),
      ),
  };
}

function ofLength(count: number, rows: readonly Row[]): readonly Row[] {
  if (rows.length === count) return rows;
  if (rows.length > count) return rows.slice(0, count);
  return ofLength(count, [...rows, { key: freeKey(rows), isOpen: false }]);
}

function freeKey(rows: readonly Row[]): number {
  return 1 + Math.max(0, ...rows.map(({ key }) => key));
}
