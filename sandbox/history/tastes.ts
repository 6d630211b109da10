import { ITEMS, type ShelfItem } from "./catalogue.ts";
import type { Chance } from "./chance.ts";

/** What a kind of person comes for, by handle, and how gladly. */
interface Taste {
  name: string;
  /** Share of all customers. */
  share: number;
  likes: Readonly<Record<string, number>>;
  /** Of these one is what a steady customer's orders are made for. */
  staples: readonly string[];
}

const TASTES: readonly Taste[] = [
  {
    name: "indoor jungle",
    share: 0.24,
    likes: {
      ...{ monstera: 3, "boston-fern": 3, "peace-lily": 2.5, "string-of-hearts": 2.5, "fiddle-leaf-fig": 1 },
      ...{ "brass-mister": 1.5, "speckled-cachepot": 2, "seagrass-basket": 1.5, "hanging-planter": 1.5 },
      ...{ "seaweed-feed": 3, "peat-free-compost": 1 },
    },
    staples: ["seaweed-feed"],
  },
  {
    name: "cacti",
    share: 0.14,
    likes: {
      ...{ "golden-barrel-cactus": 4, "echeveria-trio": 4, "snake-plant": 2.5, "terracotta-pot": 3 },
      ...{ "glazed-planter": 1.5, "string-of-hearts": 1, "peat-free-compost": 0.8 },
    },
    staples: ["terracotta-pot", "echeveria-trio"],
  },
  {
    name: "vegetables",
    share: 0.22,
    likes: {
      ...{ "tomato-seeds": 4, "basil-seeds": 3.5, "radish-seeds": 3.5, "herb-trough": 1.2 },
      ...{ "peat-free-compost": 4, "seaweed-feed": 2.5, "garden-twine": 2, "hand-trowel": 1.2 },
      ...{ "watering-can": 0.8, "garden-gloves": 0.8, "windowsill-garden-kit": 0.6 },
    },
    staples: ["radish-seeds", "peat-free-compost", "basil-seeds", "seaweed-feed"],
  },
  {
    name: "borders",
    share: 0.2,
    likes: {
      ...{
        "lavender-hidcote": 3,
        "purple-coneflower": 2.5,
        "cranesbill-rozanne": 3,
        "salvia-caradonna": 2.5,
      },
      ...{ "peony-sarah-bernhardt": 2, "hosta-halcyon": 2, "feather-grass": 2, "ox-eye-daisy": 2 },
      ...{ secateurs: 1, "garden-gloves": 1.2, "garden-twine": 1.5, "peat-free-compost": 3 },
    },
    staples: ["peat-free-compost", "garden-twine", "lavender-hidcote"],
  },
  {
    name: "wildlife",
    share: 0.1,
    likes: {
      ...{ "sunflower-seeds": 3.5, "sweet-pea-seeds": 3, "snowdrop-bulbs": 3, "tulip-bulbs": 3 },
      ...{ "bee-hotel": 1.5, "bird-feeder": 2, "lavender-hidcote": 2, "ox-eye-daisy": 2 },
    },
    staples: ["sunflower-seeds", "sweet-pea-seeds"],
  },
  {
    name: "presents",
    share: 0.1,
    likes: {
      ...{ "gift-card": 1.2, "windowsill-garden-kit": 3.5, "storm-lantern": 3.5, "speckled-cachepot": 2 },
      ...{ "bird-feeder": 2, "echeveria-trio": 2, "glazed-planter": 1.5, secateurs: 1 },
    },
    staples: ["windowsill-garden-kit"],
  },
];

/** What goes into the basket with something, because the one needs the other. */
const BELONGS: Readonly<Record<string, readonly string[]>> = {
  monstera: ["speckled-cachepot", "peat-free-compost", "seaweed-feed"],
  "boston-fern": ["brass-mister", "hanging-planter"],
  "peace-lily": ["speckled-cachepot", "seaweed-feed"],
  "fiddle-leaf-fig": ["seagrass-basket", "peat-free-compost"],
  "string-of-hearts": ["hanging-planter"],
  "golden-barrel-cactus": ["terracotta-pot"],
  "echeveria-trio": ["terracotta-pot"],
  "snake-plant": ["glazed-planter"],
  "tomato-seeds": ["basil-seeds", "peat-free-compost", "garden-twine"],
  "basil-seeds": ["herb-trough", "tomato-seeds"],
  "radish-seeds": ["peat-free-compost"],
  "herb-trough": ["basil-seeds", "peat-free-compost"],
  "lavender-hidcote": ["salvia-caradonna", "peat-free-compost"],
  "purple-coneflower": ["feather-grass"],
  "cranesbill-rozanne": ["peat-free-compost"],
  "peony-sarah-bernhardt": ["secateurs", "peat-free-compost"],
  "tulip-bulbs": ["snowdrop-bulbs"],
  "sweet-pea-seeds": ["garden-twine", "sunflower-seeds"],
  "bee-hotel": ["lavender-hidcote", "sunflower-seeds"],
  secateurs: ["garden-gloves"],
  "storm-lantern": ["gift-card"],
};

/** How gladly something is bought that one has already; left out: as gladly as before. */
const AGAIN: Readonly<Record<string, number>> = {
  ...{ Tool: 0.05, Clothing: 0.15, "House plant": 0.3, Pot: 0.5, Basket: 0.3, Garden: 0.1, Terrace: 0.2 },
};
/** Tools that get used up. */
const USED_UP = new Set(["garden-twine"]);
/** Of what is no matter of their taste. */
const PASSING_FANCY = 0.1;
const SECOND_TASTE = 0.3;
const FAVOURITE = 4;

/** What one customer likes: a taste, a little of another, and things of their own. */
export interface Liking {
  of(item: ShelfItem): number;
  /** What nearly every order is made for; null for nothing. */
  staple: ShelfItem | null;
  /** They have it now. */
  remember(item: ShelfItem): void;
  /** How gladly it is bought by who has it or not. */
  again(item: ShelfItem): number;
}

const BY_HANDLE: ReadonlyMap<string, ShelfItem> = new Map(ITEMS.map((item) => [item.handle, item]));

export function makeLiking(chance: Chance, { staple }: { staple: boolean }): Liking {
  const [taste, second] = [chance.weighted(TASTES, shareOf), chance.weighted(TASTES, shareOf)];
  const liked = ({ handle }: ShelfItem) =>
    (taste.likes[handle] ?? PASSING_FANCY) + SECOND_TASTE * (second.likes[handle] ?? 0);
  const favourites = new Set([chance.weighted(ITEMS, liked), chance.weighted(ITEMS, liked)]);
  const has = new Set<ShelfItem>();
  return {
    of: (item) => liked(item) * (favourites.has(item) ? FAVOURITE : 1),
    staple: staple ? (BY_HANDLE.get(chance.pick(taste.staples)) ?? null) : null,
    remember: (item) => void has.add(item),
    again: (item) => (has.has(item) && !USED_UP.has(item.handle) ? (AGAIN[item.type] ?? 1) : 1),
  };
}

function shareOf({ share }: Taste): number {
  return share;
}

/** What belongs to it. */
export function belongingTo({ handle }: ShelfItem): ShelfItem[] {
  return (BELONGS[handle] ?? []).flatMap((other) => BY_HANDLE.get(other) ?? []);
}
