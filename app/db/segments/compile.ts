import type {
  Condition,
  Group,
  OrdersCondition,
  Part,
  PointFigure,
  Span,
  When,
} from "../../insight/segments/definition.ts";
import type { Instant } from "../../loyalty/time.ts";
import { conditionsOf, EVERYBODY, parametersFrom, type Ending, type Parameter } from "../member-filter.ts";

/** What conditions are read against. */
export interface SegmentTerms {
  now: Instant;
  timezone: string;
  /** Smallest units in one of the currency. */
  unit: number;
  /** What ends within so many days, for every number of days that the definition names. */
  endings: ReadonlyMap<number, Ending>;
}

/** SQL about `member m`, with what has to be joined to it. */
export interface Compiled {
  joins: string;
  /** Whether the definition holds. */
  holds: string;
  /** The same of each of its conditions, in the order in which they are read. */
  each: string[];
}

/**
 * A definition as SQL over `member m` of the shop `$1`. Values only ever go into parameters, and a word that is not known
 * throws: a definition that was not read before never becomes SQL. Facts that are counted over
 * many rows are gathered for all members in one pass each and joined, so that the cost does not grow with the number of
 * conditions, nor does the database have to guess how many pass. Every condition is either true or false.
 */
export function compileDefinition(definition: Group, terms: SegmentTerms, parameters: unknown[]): Compiled {
  const parameter = parametersFrom(parameters);
  const sources = gatherSources();
  const each: string[] = [];
  /** null for what asks for nothing. */
  const sqlOf = (part: Part): string | null => {
    if ("fact" in part) {
      const sql = `coalesce(${conditionSql(part, { terms, parameter, sources })}, false)`;
      each.push(sql);
      return sql;
    }
    const [parts, word] =
      "all" in part ? [part.all, " AND "] : ["any" in part ? part.any : part.none, " OR "];
    const asked = parts.map(sqlOf).filter((sql) => sql !== null);
    if (asked.length === 0) return null;
    const joined = `(${asked.join(word)})`;
    return "none" in part ? `NOT ${joined}` : joined;
  };
  const holds = sqlOf(definition) ?? "true";
  return { joins: sources.joins(), holds, each };
}

/** Tables that hold many rows of a member, and what each row of theirs is dated by. */
const COUNTED = {
  orders: { from: `figure_order f WHERE f.shop_id = $1 AND f.counts`, at: "f.at" },
  rewards: {
    from: `redemption f WHERE f.shop_id = $1 AND f.state IN ('held', 'taken')`,
    at: "to_timestamp((f.record->>'heldAt')::numeric / 1000)",
  },
  activities: {
    from: `activity f WHERE f.shop_id = $1`,
    at: "to_timestamp((f.record->>'at')::numeric / 1000)",
  },
  // What was written by somebody who was merged since is theirs who was kept.
  feedback: {
    from: `(SELECT w.received_at, w.is_known, w.stars, w.label, w.topics, coalesce(a.merged_into, a.id) AS member_id
      FROM feedback w JOIN member a ON a.shop_id = w.shop_id AND a.id = w.member_id WHERE w.shop_id = $1) f WHERE true`,
    at: "f.received_at",
  },
} as const;

type Counted = keyof typeof COUNTED;

/** Tables that hold at most one row of a member. */
const SINGLE = {
  person: `person`,
  consent: `consent`,
  prediction: `member_prediction`,
  grouped: `member_group`,
  totals: `figure_member`,
} as const;

interface Sources {
  /** Names a sum over a member's rows of which the conditions hold; null where there are none. */
  sum(of: Counted, sum: string, conditions: readonly string[]): string;
  /** A column of the member's row, or null. */
  column(of: keyof typeof SINGLE, column: string): string;
  joins(): string;
}

function gatherSources(): Sources {
  const sums = new Map<Counted, { columns: string[]; filters: string[] }>();
  const single = new Set<keyof typeof SINGLE>();
  return {
    sum(of, sum, conditions) {
      const source = sums.get(of) ?? { columns: [], filters: [] };
      sums.set(of, source);
      const filter = conditions.length === 0 ? "true" : `(${conditions.join(" AND ")})`;
      source.filters.push(filter);
      return `${of}.n${source.columns.push(`${sum} FILTER (WHERE ${filter})`)}`;
    },
    column(of, column) {
      single.add(of);
      return `${of}.${column}`;
    },
    joins: () =>
      [
        ...[...single].map((of) => {
          const purpose = of === "consent" ? ` AND ${of}.purpose = 'messages'` : "";
          return `LEFT JOIN ${SINGLE[of]} ${of} ON ${of}.shop_id = m.shop_id AND ${of}.member_id = m.id${purpose}`;
        }),
        ...[...sums].map(([of, { columns, filters }]) => {
          const named = columns.map((sum, place) => `${sum} AS n${place + 1}`).join(", ");
          // What no sum asks for is not even gathered.
          const asked = filters.includes("true") ? "true" : `(${filters.join(" OR ")})`;
          return `LEFT JOIN (SELECT f.member_id, ${named} FROM ${COUNTED[of].from} AND ${asked} GROUP BY f.member_id) ${of}
            ON ${of}.member_id = m.id`;
        }),
      ].join(" "),
  };
}

interface Place {
  terms: SegmentTerms;
  parameter: Parameter;
  sources: Sources;
}

const POINTS: Record<PointFigure, string> = {
  available: "m.available",
  pending: "m.pending",
  held: "m.held",
  owed: "m.owed",
  earned: "m.earned",
  redeemed: "m.redeemed",
  expired: "m.expired",
};

const STANDINGS = { in: "in", left: "left", blocked: "blocked" } as const;

function conditionSql(asked: Condition, place: Place): string {
  const { terms, parameter, sources } = place;
  const among = (value: string, names: readonly unknown[], type = "text") =>
    `${value} = ANY(${parameter(names)}::${type}[])`;
  switch (asked.fact) {
    case "orders":
      return ordersSql(asked, place);
    case "first-order":
      return dateSql(sources.column("totals", "first_at"), asked.when, place);
    case "last-order":
      return dateSql(sources.column("totals", "last_at"), asked.when, place);
    case "known-since":
      return dateSql("m.known_since", asked.when, place);
    case "points":
      return within(wordIn(POINTS, asked.of), asked, parameter);
    case "expiring": {
      const ending = terms.endings.get(asked.days);
      if (ending === undefined) throw new Error(`what ends within ${asked.days} days was not looked up`);
      return conditionsOf({ ...EVERYBODY, ending }, parameter).join(" AND ");
    }
    case "tier":
      return among("coalesce(m.level, '')", asked.among);
    case "rewards":
    case "activities":
      return countSql(asked, place);
    case "unused-reward":
      return conditionsOf({ ...EVERYBODY, unusedReward: terms.now }, parameter).join(" AND ");
    case "language":
      return among(`split_part(lower(${sources.column("person", "locale")}), '-', 1)`, asked.among);
    case "country":
      return among(sources.column("person", "country"), asked.among);
    case "customer-tag":
      return `${sources.column("person", "tags")} && ${parameter(asked.among)}::text[]`;
    case "feedback":
      return feedbackSql(asked, place);
    case "consent": {
      const given = sources.column("consent", "given");
      return wordIn({ given, refused: `NOT ${given}`, unasked: `${given} IS NULL` }, asked.is);
    }
    case "standing":
      return conditionsOf({ ...EVERYBODY, standing: wordIn(STANDINGS, asked.is) }, parameter).join(" AND ");
    case "birthday":
      return among("(m.record->'birthday'->>'month')::int", asked.months, "int");
    case "group":
      return among(sources.column("grouped", "rfm"), asked.among);
    case "cluster":
      return among(sources.column("grouped", "cluster"), asked.among, "int");
    case "prediction":
      return within(predictedSql(asked.of, place), asked, parameter);
    default:
      throw unknown(asked);
  }
}

function ordersSql({ measure, bought, channels, days, ...span }: OrdersCondition, place: Place): string {
  const { parameter, sources, terms } = place;
  const conditions = [
    ...since(COUNTED.orders.at, days, place),
    ...(channels.length === 0 ? [] : [`f.channel = ANY(${parameter(channels)}::text[])`]),
    ...(bought === null
      ? []
      : [`${wordIn(BOUGHT, bought.by)} && ${parameter(bought.among)}::${wordIn(TYPES, bought.by)}[]`]),
  ];
  const scale = measure === "count" ? 1 : terms.unit;
  // What all orders come to is known already.
  const value = (sum: string, total: string) =>
    conditions.length === 0 ? sources.column("totals", total) : sources.sum("orders", sum, conditions);
  if (measure === "average") {
    const [spent, bought] = [value("sum(f.value)", "spent"), value("count(*)", "bought")];
    return within(`${spent}::numeric / nullif(${bought}, 0)`, span, parameter, scale);
  }
  const [sum, total] = wordIn(TOTALS, measure);
  return within(`coalesce(${value(sum, total)}, 0)`, span, parameter, scale);
}

const TOTALS = {
  count: ["count(*)", "bought"],
  spent: ["sum(f.value)", "spent"],
  refunded: ["sum(f.refunded)", "refunded"],
} as const;

const BOUGHT = { product: "f.products", tag: "f.tags", type: "f.types", vendor: "f.vendors" } as const;
const TYPES = { product: "bigint", tag: "text", type: "text", vendor: "text" } as const;

/** Rewards by their id, activities by their kind. */
function countSql(
  { fact, among, days, ...span }: Extract<Condition, { fact: "rewards" | "activities" }>,
  place: Place,
): string {
  const name = `f.record->>'${fact === "rewards" ? "rewardId" : "activity"}'`;
  const conditions = [
    ...since(COUNTED[fact].at, days, place),
    ...(among.length === 0 ? [] : [`${name} = ANY(${place.parameter(among)}::text[])`]),
  ];
  return within(`coalesce(${place.sources.sum(fact, "count(*)", conditions)}, 0)`, span, place.parameter);
}

/** Of a mood that nobody can tell of the language, it is not known which it is. */
function feedbackSql(
  { moods, topics, days, ...span }: Extract<Condition, { fact: "feedback" }>,
  place: Place,
): string {
  const { parameter, sources } = place;
  const conditions = [
    ...since(COUNTED.feedback.at, days, place),
    ...(moods.length === 0
      ? []
      : [`((f.is_known OR f.stars IS NOT NULL) AND f.label = ANY(${parameter(moods)}::text[]))`]),
    ...(topics.length === 0
      ? []
      : [`jsonb_path_query_array(f.topics, '$[*].topic') ?| ${parameter(topics)}::text[]`]),
  ];
  return within(`coalesce(${sources.sum("feedback", "count(*)", conditions)}, 0)`, span, parameter);
}

function predictedSql(of: Extract<Condition, { fact: "prediction" }>["of"], place: Place): string {
  const column = (name: string) => place.sources.column("prediction", name);
  switch (of) {
    case "leaving":
      return column("churn_risk");
    case "alive":
      return column("p_alive");
    case "orders":
      return column("expected_orders");
    case "value":
      return column("expected_value");
    case "next-order":
      return `(${column("next_order_on")} - ${today(place)})`;
    default:
      throw unknown(of);
  }
}

/** What a word stands for; only what is written here goes into SQL. */
function wordIn<Word extends string, Meant>(words: Readonly<Record<Word, Meant>>, word: Word): Meant {
  if (!Object.hasOwn(words, word)) throw unknown(word);
  return words[word];
}

function unknown(asked: unknown): Error {
  return new Error(`no segment can ask for ${JSON.stringify(asked)}`);
}

function within(value: string, { from, to }: Span, parameter: Parameter, scale = 1): string {
  const end = (text: string) =>
    `${parameter(text)}::numeric${scale === 1 ? "" : ` * ${parameter(scale)}::numeric`}`;
  const ends = [
    ...(from === null ? [] : [`${value} >= ${end(from)}`]),
    ...(to === null ? [] : [`${value} <= ${end(to)}`]),
  ];
  return ends.length === 0 ? `${value} IS NOT NULL` : `(${ends.join(" AND ")})`;
}

/** Of the last days: counted back from this very instant. */
function since(at: string, days: number | null, { terms, parameter }: Place): string[] {
  return days === null ? [] : [`${at} > ${parameter(new Date(terms.now - days * DAY_MS))}::timestamptz`];
}

const DAY_MS = 86_400_000;

function dateSql(at: string, when: When, place: Place): string {
  const { parameter, terms } = place;
  switch (when.kind) {
    case "within":
      return `${at} > ${parameter(new Date(terms.now - when.days * DAY_MS))}::timestamptz`;
    case "before":
      return `${at} <= ${parameter(new Date(terms.now - when.days * DAY_MS))}::timestamptz`;
    case "between": {
      const day = `(${at} AT TIME ZONE ${parameter(terms.timezone)}::text)::date`;
      const ends = [
        ...(when.from === null ? [] : [`${day} >= ${parameter(when.from)}::text::date`]),
        ...(when.to === null ? [] : [`${day} <= ${parameter(when.to)}::text::date`]),
      ];
      return ends.length === 0 ? `${at} IS NOT NULL` : `(${ends.join(" AND ")})`;
    }
    default:
      throw unknown(when);
  }
}

function today({ terms, parameter }: Place): string {
  return `(${parameter(new Date(terms.now))}::timestamptz AT TIME ZONE ${parameter(terms.timezone)}::text)::date`;
}
