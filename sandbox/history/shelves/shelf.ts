export type Item = {
  handle: string;
  title: string;
  price: string;
  type: string;
  vendor: string;
  text: string;
  tags?: string[];
  /** Size → price, where the thing comes in several. */
  sizes?: Record<string, string>;
  giftCard?: boolean;
  grams?: number;
};

export type Shelf = { handle: string; title: string; text: string; items: Item[] };
