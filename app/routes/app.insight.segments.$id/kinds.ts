import type { Texts } from "../../texts/texts.ts";
import {
  ORDER_MEASURES,
  POINT_FIGURES,
  PREDICTED,
  type Condition,
} from "../../use-cases/segments/conditions.ts";

/** What a condition can be about, as the builder offers it. */
export type Kind = keyof Texts["segments"]["builder"]["kinds"];
export type Section = keyof Texts["segments"]["builder"]["sections"];

export const SECTIONS: Record<Section, readonly Kind[]> = {
  orders: [...ORDER_MEASURES.map((measure) => `orders.${measure}` as const), "first-order", "last-order"],
  points: [...POINT_FIGURES.map((figure) => `points.${figure}` as const), "expiring", "tier"],
  deeds: ["rewards", "unused-reward", "activities"],
  person: [
    "known-since",
    ...(["country", "language", "customer-tag", "consent", "standing", "birthday", "feedback"] as const),
  ],
  insight: ["group", "cluster", ...PREDICTED.map((of) => `prediction.${of}` as const)],
};

export function kindOf(condition: Condition): Kind {
  switch (condition.fact) {
    case "orders":
      return `orders.${condition.measure}`;
    case "points":
      return `points.${condition.of}`;
    case "prediction":
      return `prediction.${condition.of}`;
    default:
      return condition.fact;
  }
}

const OPEN = { from: null, to: null };

/** A condition of a kind, as it is begun. */
export function begun(kind: Kind): Condition {
  const measure = ORDER_MEASURES.find((one) => kind === `orders.${one}`);
  if (measure !== undefined)
    return { fact: "orders", measure, bought: null, channels: [], days: null, from: "1", to: null };
  const figure = POINT_FIGURES.find((one) => kind === `points.${one}`);
  if (figure !== undefined) return { fact: "points", of: figure, from: "1", to: null };
  const of = PREDICTED.find((one) => kind === `prediction.${one}`);
  if (of !== undefined) return { fact: "prediction", of, ...OPEN, from: of === "next-order" ? "0" : "0.5" };
  return simple(kind as Exclude<Kind, `${string}.${string}`>);
}

function simple(kind: Exclude<Kind, `${string}.${string}`>): Condition {
  switch (kind) {
    case "first-order":
    case "last-order":
    case "known-since":
      return { fact: kind, when: { kind: "within", days: 90 } };
    case "expiring":
      return { fact: kind, days: 30 };
    case "rewards":
    case "activities":
      return { fact: kind, among: [], days: null, from: "1", to: null };
    case "unused-reward":
      return { fact: kind };
    case "consent":
      return { fact: kind, is: "given" };
    case "standing":
      return { fact: kind, is: "in" };
    case "birthday":
      return { fact: kind, months: [] };
    case "feedback":
      return { fact: kind, moods: [], topics: [], days: null, from: "1", to: null };
    case "tier":
    case "country":
    case "customer-tag":
    case "language":
      return { fact: kind, among: [] };
    case "group":
      return { fact: kind, among: [] };
    case "cluster":
      return { fact: kind, among: [] };
  }
}
