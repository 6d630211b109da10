import type { CreateCollection, CreateProduct } from "../commerce/actions.ts";

type Item = {
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

const NURSERY = "Perennial Nursery";
const CLAY = "Alder & Clay";
const TOOLS = "Fieldwork Tools";
const SEEDS = "Moorland Seeds";
const TERRACE = "Little Terrace";

/** The demo's shop: plants, and what one needs for them. */
export const SHELVES: Shelf[] = [
  {
    handle: "house-plants",
    title: "House plants",
    text: "Green company for every windowsill, grown slowly and packed by hand.",
    items: [
      {
        handle: "monstera",
        title: "Monstera",
        price: "24.00",
        type: "House plant",
        vendor: NURSERY,
        text: "The Swiss cheese plant. Likes a bright corner and a moss pole later on.",
        tags: ["easy"],
        sizes: { Small: "24.00", Large: "42.00" },
        grams: 2400,
      },
      {
        handle: "snake-plant",
        title: "Snake plant",
        price: "18.00",
        type: "House plant",
        vendor: NURSERY,
        text: "Forgives everything, even holidays.",
        tags: ["easy", "low-light"],
        grams: 1800,
      },
      {
        handle: "boston-fern",
        title: "Boston fern",
        price: "14.50",
        type: "House plant",
        vendor: NURSERY,
        text: "Arching fronds for a bathroom with a window.",
        tags: ["pet-safe"],
        grams: 1400,
      },
      {
        handle: "peace-lily",
        title: "Peace lily",
        price: "19.50",
        type: "House plant",
        vendor: NURSERY,
        text: "Tells you when it is thirsty, and recovers within the hour.",
        tags: ["low-light"],
        grams: 1900,
      },
      {
        handle: "string-of-hearts",
        title: "String of hearts",
        price: "12.00",
        type: "House plant",
        vendor: NURSERY,
        text: "Trails from a shelf, a heart at a time.",
        tags: ["trailing"],
        grams: 600,
      },
      {
        handle: "golden-barrel-cactus",
        title: "Golden barrel cactus",
        price: "16.00",
        type: "House plant",
        vendor: NURSERY,
        text: "Round, golden and unhurried.",
        tags: ["easy", "full-sun"],
        grams: 1500,
      },
      {
        handle: "echeveria-trio",
        title: "Echeveria trio",
        price: "15.00",
        type: "House plant",
        vendor: NURSERY,
        text: "Three rosettes in three colours.",
        tags: ["easy", "pet-safe"],
        grams: 900,
      },
      {
        handle: "fiddle-leaf-fig",
        title: "Fiddle-leaf fig",
        price: "48.00",
        type: "House plant",
        vendor: NURSERY,
        text: "A small tree for a tall room.",
        grams: 5200,
      },
    ],
  },
  {
    handle: "garden-perennials",
    title: "Garden perennials",
    text: "Plant once, enjoy every year.",
    items: [
      {
        handle: "lavender-hidcote",
        title: "Lavender 'Hidcote'",
        price: "6.50",
        type: "Perennial",
        vendor: NURSERY,
        text: "Compact, deep violet, loved by bees.",
        tags: ["bees", "summer"],
        grams: 700,
      },
      {
        handle: "purple-coneflower",
        title: "Purple coneflower",
        price: "7.50",
        type: "Perennial",
        vendor: NURSERY,
        text: "Flowers from July until the frost.",
        tags: ["bees", "summer"],
        grams: 800,
      },
      {
        handle: "cranesbill-rozanne",
        title: "Cranesbill 'Rozanne'",
        price: "8.00",
        type: "Perennial",
        vendor: NURSERY,
        text: "The longest-flowering geranium we know.",
        tags: ["bees"],
        grams: 800,
      },
      {
        handle: "peony-sarah-bernhardt",
        title: "Peony 'Sarah Bernhardt'",
        price: "17.50",
        type: "Perennial",
        vendor: NURSERY,
        text: "Rose-pink and double. Give it time, it gives decades back.",
        tags: ["cut-flower"],
        grams: 1600,
      },
      {
        handle: "salvia-caradonna",
        title: "Salvia 'Caradonna'",
        price: "7.00",
        type: "Perennial",
        vendor: NURSERY,
        text: "Upright spikes on black stems.",
        tags: ["bees", "summer"],
        grams: 700,
      },
      {
        handle: "ox-eye-daisy",
        title: "Ox-eye daisy",
        price: "5.50",
        type: "Perennial",
        vendor: NURSERY,
        text: "A meadow in a pot.",
        tags: ["bees", "cut-flower"],
        grams: 600,
      },
      {
        handle: "hosta-halcyon",
        title: "Hosta 'Halcyon'",
        price: "9.50",
        type: "Perennial",
        vendor: NURSERY,
        text: "Blue leaves for the shade.",
        tags: ["low-light"],
        grams: 1100,
      },
      {
        handle: "feather-grass",
        title: "Feather grass",
        price: "8.50",
        type: "Perennial",
        vendor: NURSERY,
        text: "Moves in the lightest wind.",
        tags: ["full-sun"],
        grams: 900,
      },
    ],
  },
  {
    handle: "seeds-and-bulbs",
    title: "Seeds & bulbs",
    text: "A summer in an envelope.",
    items: [
      {
        handle: "tomato-seeds",
        title: "Tomato 'Gardener's Delight'",
        price: "2.95",
        type: "Seeds",
        vendor: SEEDS,
        text: "Sweet cherry tomatoes, 50 seeds.",
        tags: ["edible", "summer"],
        grams: 10,
      },
      {
        handle: "sunflower-seeds",
        title: "Sunflower 'Velvet Queen'",
        price: "2.50",
        type: "Seeds",
        vendor: SEEDS,
        text: "Bronze-red, two metres tall, 30 seeds.",
        tags: ["bees", "summer"],
        grams: 10,
      },
      {
        handle: "sweet-pea-seeds",
        title: "Sweet pea 'Old Spice'",
        price: "2.75",
        type: "Seeds",
        vendor: SEEDS,
        text: "The old scent, 35 seeds.",
        tags: ["cut-flower"],
        grams: 10,
      },
      {
        handle: "basil-seeds",
        title: "Basil 'Genovese'",
        price: "1.95",
        type: "Seeds",
        vendor: SEEDS,
        text: "For the windowsill and the pasta, 200 seeds.",
        tags: ["edible"],
        grams: 10,
      },
      {
        handle: "radish-seeds",
        title: "Radish 'French Breakfast'",
        price: "1.95",
        type: "Seeds",
        vendor: SEEDS,
        text: "Ready in four weeks, 300 seeds.",
        tags: ["edible"],
        grams: 10,
      },
      {
        handle: "tulip-bulbs",
        title: "Tulip 'Queen of Night'",
        price: "7.95",
        type: "Bulbs",
        vendor: SEEDS,
        text: "Nearly black. Plant in November, 12 bulbs.",
        tags: ["autumn-planting"],
        grams: 400,
      },
      {
        handle: "snowdrop-bulbs",
        title: "Snowdrops",
        price: "6.95",
        type: "Bulbs",
        vendor: SEEDS,
        text: "The first of the year, 25 bulbs.",
        tags: ["autumn-planting"],
        grams: 250,
      },
    ],
  },
  {
    handle: "pots-and-planters",
    title: "Pots & planters",
    text: "Clay, glaze and a little basketwork.",
    items: [
      {
        handle: "terracotta-pot",
        title: "Terracotta pot",
        price: "8.00",
        type: "Pot",
        vendor: CLAY,
        text: "Hand-thrown, with a drainage hole.",
        sizes: { "14 cm": "8.00", "20 cm": "14.00", "30 cm": "26.00" },
        grams: 1200,
      },
      {
        handle: "glazed-planter",
        title: "Glazed planter, sea blue",
        price: "22.00",
        type: "Pot",
        vendor: CLAY,
        text: "Each glaze runs a little differently.",
        grams: 2100,
      },
      {
        handle: "speckled-cachepot",
        title: "Speckled cachepot",
        price: "16.50",
        type: "Pot",
        vendor: CLAY,
        text: "Stoneware for a plant in its nursery pot.",
        grams: 1300,
      },
      {
        handle: "hanging-planter",
        title: "Hanging planter",
        price: "19.00",
        type: "Pot",
        vendor: CLAY,
        text: "With a cotton cord of 90 cm.",
        grams: 900,
      },
      {
        handle: "herb-trough",
        title: "Herb trough",
        price: "29.00",
        type: "Pot",
        vendor: CLAY,
        text: "Zinc, for three or four herbs.",
        tags: ["summer"],
        grams: 2600,
      },
      {
        handle: "seagrass-basket",
        title: "Seagrass basket",
        price: "18.00",
        type: "Basket",
        vendor: CLAY,
        text: "Woven, with two handles.",
        grams: 700,
      },
    ],
  },
  {
    handle: "tools-and-care",
    title: "Tools & care",
    text: "Made to be handed on.",
    items: [
      {
        handle: "hand-trowel",
        title: "Hand trowel",
        price: "14.00",
        type: "Tool",
        vendor: TOOLS,
        text: "Stainless steel, ash handle.",
        grams: 320,
      },
      {
        handle: "secateurs",
        title: "Secateurs",
        price: "34.00",
        type: "Tool",
        vendor: TOOLS,
        text: "Bypass blades that can be sharpened and replaced.",
        grams: 260,
      },
      {
        handle: "watering-can",
        title: "Watering can, 5 l",
        price: "27.50",
        type: "Tool",
        vendor: TOOLS,
        text: "Galvanised, with a brass rose.",
        tags: ["summer"],
        grams: 1700,
      },
      {
        handle: "brass-mister",
        title: "Brass mister",
        price: "21.00",
        type: "Tool",
        vendor: TOOLS,
        text: "A fine mist for ferns.",
        grams: 410,
      },
      {
        handle: "garden-gloves",
        title: "Garden gloves",
        price: "12.50",
        type: "Clothing",
        vendor: TOOLS,
        text: "Goatskin palms, cotton backs.",
        sizes: { S: "12.50", M: "12.50", L: "12.50" },
        grams: 120,
      },
      {
        handle: "garden-twine",
        title: "Garden twine",
        price: "4.50",
        type: "Tool",
        vendor: TOOLS,
        text: "Jute, 100 m, in a tin.",
        grams: 220,
      },
      {
        handle: "peat-free-compost",
        title: "Peat-free compost, 20 l",
        price: "9.00",
        type: "Care",
        vendor: NURSERY,
        text: "For pots and beds. Sold at cost.",
        tags: ["no-points"],
        grams: 9000,
      },
      {
        handle: "seaweed-feed",
        title: "Seaweed feed",
        price: "7.50",
        type: "Care",
        vendor: NURSERY,
        text: "A capful to a can, every fortnight.",
        grams: 1100,
      },
    ],
  },
  {
    handle: "gifts-and-terrace",
    title: "Gifts & terrace",
    text: "For people with gardens, and people without.",
    items: [
      {
        handle: "bee-hotel",
        title: "Bee hotel",
        price: "23.00",
        type: "Garden",
        vendor: TERRACE,
        text: "Untreated oak, a hundred rooms.",
        tags: ["bees", "summer"],
        grams: 1400,
      },
      {
        handle: "bird-feeder",
        title: "Bird feeder",
        price: "18.50",
        type: "Garden",
        vendor: TERRACE,
        text: "Fills from the top, comes apart for cleaning.",
        grams: 900,
      },
      {
        handle: "storm-lantern",
        title: "Storm lantern",
        price: "26.00",
        type: "Terrace",
        vendor: TERRACE,
        text: "For long evenings.",
        tags: ["summer"],
        grams: 1100,
      },
      {
        handle: "windowsill-garden-kit",
        title: "Windowsill garden kit",
        price: "32.00",
        type: "Gift",
        vendor: TERRACE,
        text: "Trough, compost and four herbs in a box.",
        tags: ["gift"],
        grams: 3200,
      },
      {
        handle: "gift-card",
        title: "Gift card",
        price: "25.00",
        type: "Gift card",
        vendor: "Perennial",
        text: "Arrives by e-mail at once.",
        tags: ["gift"],
        sizes: { "£25": "25.00", "£50": "50.00", "£100": "100.00" },
        giftCard: true,
      },
    ],
  },
];

export type ShelfItem = Item & { shelf: string };

export const ITEMS: ShelfItem[] = SHELVES.flatMap((shelf) =>
  shelf.items.map((item) => ({ ...item, shelf: shelf.handle })),
);

/** The variants of an item as an order names them. */
export function skusOf(item: Item): string[] {
  const base = item.handle.toUpperCase();
  return item.sizes
    ? Object.keys(item.sizes).map((size) => `${base}-${size.replace(/\W/g, "").toUpperCase()}`)
    : [base];
}

/** The actions that fill the shelves, at the instant the shop opened. */
export function catalogueActions(at: string): (CreateCollection | CreateProduct)[] {
  return [
    ...SHELVES.map(({ handle, title, text }): CreateCollection => ({
      do: "collection.create",
      handle,
      title,
      descriptionHtml: `<p>${text}</p>`,
      at,
    })),
    ...ITEMS.map((item) => productAction(item, at)),
  ];
}

function productAction(item: ShelfItem, at: string): CreateProduct {
  const skus = skusOf(item);
  const sizes = item.sizes ? Object.entries(item.sizes) : [["Default Title", item.price] as const];
  return {
    do: "product.create",
    handle: item.handle,
    title: item.title,
    descriptionHtml: `<p>${item.text}</p>`,
    vendor: item.vendor,
    productType: item.type,
    tags: item.tags ?? [],
    giftCard: item.giftCard ?? false,
    options: [item.giftCard ? "Amount" : item.sizes ? "Size" : "Title"],
    variants: sizes.map(([title, price], index) => ({
      title,
      price,
      sku: skus[index] ?? "",
      grams: item.grams ?? 0,
    })),
    image: `/sandbox/pictures/${item.handle}.svg`,
    collections: [item.shelf],
    at,
  };
}
