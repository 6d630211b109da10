import type { ShelfItem } from "./catalogue.ts";

/** January to December. */
type Year = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** How much is bought in each month, around 1. */
const TRADE: Year = [0.6, 0.75, 1.15, 1.45, 1.5, 1.3, 1.0, 0.8, 0.85, 0.9, 1.25, 1.5];

/** What is bought when, shelf by shelf. */
const SHELF_SEASONS: Record<string, Year> = {
  "house-plants": [1.5, 1.3, 1.0, 0.8, 0.7, 0.6, 0.6, 0.7, 1.0, 1.3, 1.4, 1.4],
  "garden-perennials": [0.1, 0.3, 1.2, 2.0, 2.2, 1.8, 1.2, 0.8, 0.9, 0.5, 0.2, 0.1],
  "seeds-and-bulbs": [0.9, 1.6, 2.2, 1.8, 1.0, 0.5, 0.3, 0.5, 1.6, 2.0, 1.2, 0.4],
  "pots-and-planters": [0.5, 0.6, 1.0, 1.4, 1.5, 1.2, 0.9, 0.8, 0.8, 0.7, 0.7, 0.8],
  "tools-and-care": [0.7, 0.8, 1.2, 1.4, 1.3, 1.1, 0.9, 0.8, 0.9, 0.9, 0.9, 1.2],
  "gifts-and-terrace": [0.3, 0.5, 0.9, 0.9, 1.2, 1.4, 1.3, 1.0, 0.6, 0.7, 1.8, 3.0],
};

export function tradeIn(at: Date): number {
  return TRADE[at.getUTCMonth()] ?? 1;
}

export function appealOf(item: ShelfItem, at: Date): number {
  return SHELF_SEASONS[item.shelf]?.[at.getUTCMonth()] ?? 1;
}

/** Mothering Sunday and the weeks before Christmas: when people buy for others. */
export function isGiftTime(at: Date): boolean {
  const month = at.getUTCMonth();
  const day = at.getUTCDate();
  return (month === 10 && day >= 18) || (month === 11 && day <= 22) || (month === 2 && day <= 24);
}
