/** A family of customers that shop alike. Chances are per order unless said otherwise. */
export type Family = {
  name: string;
  /** Share of all customers. */
  share: number;
  /** Days between two orders of its middle member, and how far its members differ from each other: see `Chance.around`. */
  every: [days: number, spread: number];
  /** How far the pauses of one member differ among themselves. */
  unevenness: number;
  /** Chance that it was the last one, of a middle member. */
  leaves: number;
  /** Orders at most; left out: as many as time allows. */
  most?: number;
  /** Buys only when people buy for others. */
  giftsOnly?: boolean;
  /** Has one thing that nearly every order is made for. */
  staple?: boolean;
  /** Buys for a business, by the tray. */
  byTheTray?: boolean;
  /** Share of orders at the till. */
  till: number;
  /** Lines of a middle order. */
  lines: number;
  /** Chance of a refund. */
  returns: number;
  /** Chance of a discount code. */
  codes: number;
};

const ONE_OFF: Family = {
  ...{ name: "one-off", share: 0.26, every: [1, 0], unevenness: 0, leaves: 1, most: 1 },
  ...{ till: 0.1, lines: 1.4, returns: 0.05, codes: 0.35 },
};

/** Who buys once and leaves no name. */
export const GUEST: Family = { ...ONE_OFF, till: 0.5 };

export const FAMILIES: Family[] = [
  {
    ...{ name: "steady", share: 0.15, every: [33, 0.2], unevenness: 0.2, leaves: 0.04, staple: true },
    ...{ till: 0.1, lines: 1.9, returns: 0.04, codes: 0.12 },
  },
  {
    ...{ name: "now and then", share: 0.27, every: [52, 0.5], unevenness: 1, leaves: 0.09 },
    ...{ till: 0.12, lines: 2.1, returns: 0.05, codes: 0.2 },
  },
  {
    ...{ name: "gift buyer", share: 0.1, every: [21, 0.3], unevenness: 0.8, leaves: 0.06, giftsOnly: true },
    ...{ till: 0.1, lines: 1.6, returns: 0.04, codes: 0.2 },
  },
  ONE_OFF,
  {
    ...{ name: "local", share: 0.12, every: [45, 0.4], unevenness: 0.85, leaves: 0.06 },
    ...{ till: 1, lines: 1.8, returns: 0.02, codes: 0 },
  },
  {
    ...{ name: "returner", share: 0.07, every: [55, 0.4], unevenness: 0.9, leaves: 0.08 },
    ...{ till: 0, lines: 2.8, returns: 0.5, codes: 0.3 },
  },
  {
    ...{ name: "trade", share: 0.03, every: [24, 0.25], unevenness: 0.45, leaves: 0.02, byTheTray: true },
    ...{ till: 0.3, lines: 4, returns: 0.03, codes: 0.05 },
  },
];
