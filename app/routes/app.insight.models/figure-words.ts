import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { ModelFigure } from "../../use-cases/insight/show-models.ts";

type Unit = "share" | "money" | "plain";

const UNITS: Partial<Record<string, Unit>> = {
  "value-error": "money",
  ...{
    "leaving-top": "share",
    "value-captured": "share",
    "orders-within": "share",
    "value-within": "share",
    "next-order": "share",
  },
  basket: "share",
};

export function figureName({ name }: Pick<ModelFigure, "name">, t: Texts): string {
  return t.models.figures[name] ?? name;
}

/** As experts write it, with its interval, what the simplest answer reaches, and how many it rests on. */
export function technicalText(figure: ModelFigure, t: Texts, f: Formats): string {
  const words = t.models;
  const { value, base, low, high, rows } = figure;
  const shown = (number: number) => figureText(figure, number, f);
  return [
    words.technical(figureName(figure, t), figureText(figure, value, f)),
    ...(low === undefined || high === undefined ? [] : [words.likely(shown(low), shown(high))]),
    ...(base === null ? [] : [words.without(shown(base))]),
    words.restsOn(f.count(rows)),
  ].join(" · ");
}

/** As it is shown; a dash for what is not known. */
export function figureText({ name }: Pick<ModelFigure, "name">, value: number | null, f: Formats): string {
  if (value === null) return "—";
  switch (UNITS[name] ?? "plain") {
    case "share":
      return f.share(value.toFixed(3));
    case "money":
      return f.money(value.toFixed(2));
    case "plain":
      return f.decimal(value.toFixed(3));
  }
}

const MEASURED = ["again", "new", "basket"] as const;

/** What is to be said where recommendations were measured and reached no more than sales alone; null where they did. */
export function noBetterText({ name, value, base }: ModelFigure, t: Texts): string | null {
  const measured = MEASURED.find((one) => one === name);
  if (measured === undefined || value === null || base === null || value > base) return null;
  return t.recommendations.figures.noBetter[measured];
}
