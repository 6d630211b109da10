import type { Bench } from "./benches.ts";
import type { DatabaseKind } from "./protocol.ts";

export const GROUPS = [
  "ceiling",
  "ledger",
  "redeem",
  "past",
  "verify",
  "analytics",
  "recommend",
  "drain",
  "intake",
  "proxy",
] as const satisfies Bench["group"][];

/** Measured in a browser, on no database. */
export const WIDGET = "widget";

export interface Options {
  groups: Bench["group"][];
  widget: boolean;
  databases: DatabaseKind[];
  seed: number;
  scale: Scale;
}

export interface Scale {
  name: string;
  rounds: number;
  ms: number;
  members: number;
  /** Deliveries that wait when a backlog is worked off. */
  backlog: number;
  /** Transactions of the ledger that is verified. */
  transactions: number;
}

const SCALES: Scale[] = [
  { name: "s", rounds: 3, ms: 1_500, members: 2_000, backlog: 2_000, transactions: 100_000 },
  { name: "m", rounds: 5, ms: 3_000, members: 20_000, backlog: 20_000, transactions: 1_000_000 },
];

export const USAGE = `usage: npm run bench -- [${[...GROUPS, WIDGET].join("|")}]… [--db=pg|pglite] [--seed=1] [--scale=s|m]\n`;

/** null where the words make no sense. */
export function readOptions(words: string[]): Options | null {
  const options: Options = {
    groups: [],
    widget: words.includes(WIDGET),
    databases: ["pglite", "pg"],
    seed: 1,
    scale: SCALES[0] as Scale,
  };
  for (const word of words) {
    const [, name, value = ""] = /^--(\w+)=(\w+)$/.exec(word) ?? [];
    const group = GROUPS.find((known) => known === word);
    const scale = SCALES.find((known) => known.name === value);
    if (group !== undefined) options.groups.push(group);
    else if (name === "db" && (value === "pg" || value === "pglite")) options.databases = [value];
    else if (name === "seed" && /^\d+$/.test(value)) options.seed = Number(value);
    else if (name === "scale" && scale !== undefined) options.scale = scale;
    else if (word !== WIDGET) return null;
  }
  if (options.groups.length > 0 || options.widget) return options;
  return { ...options, groups: [...GROUPS], widget: true };
}
