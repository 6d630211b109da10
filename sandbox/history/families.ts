/** A family of customers that shop alike. Chances are per order unless said otherwise. */
export type Family = {
  name: string;
  /** Share of all customers. */
  share: number;
  /** Days between two orders on average. */
  every: number;
  /** Orders at most; left out: as many as time allows. */
  most?: number;
  /** Stops this share of the way from joining to today. */
  until?: number;
  /** Buys only when people buy for others. */
  giftsOnly?: boolean;
  /** Share of orders at the till. */
  till: number;
  /** Lines of an order, from and to. */
  lines: [from: number, to: number];
  /** Chance of a refund. */
  returns: number;
  /** Chance of a discount code. */
  codes: number;
};

export const FAMILIES: Family[] = [
  { name: "regular", share: 0.2, every: 42, till: 0.15, lines: [1, 4], returns: 0.05, codes: 0.15 },
  {
    name: "gift buyer",
    share: 0.2,
    every: 20,
    giftsOnly: true,
    till: 0.1,
    lines: [1, 3],
    returns: 0.04,
    codes: 0.2,
  },
  { name: "one-off", share: 0.26, every: 1, most: 1, till: 0.1, lines: [1, 2], returns: 0.05, codes: 0.35 },
  {
    name: "lapsing",
    share: 0.13,
    every: 30,
    until: 0.5,
    till: 0.1,
    lines: [1, 4],
    returns: 0.06,
    codes: 0.2,
  },
  { name: "local", share: 0.13, every: 45, till: 1, lines: [1, 3], returns: 0.02, codes: 0 },
  { name: "returner", share: 0.08, every: 60, till: 0, lines: [2, 5], returns: 0.5, codes: 0.3 },
];
