import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { ModelFigure } from "../../use-cases/insight/show-models.ts";
import { figureText } from "./figure-words.ts";

/** A slope between these is as it should be. */
const STEEP_ENOUGH = { from: 0.8, to: 1.2 };

/** What a figure says, in words that need no explaining; null for what is not known. */
export function figureSaid(figure: ModelFigure, t: Texts, f: Formats): string | null {
  const { said } = t.models;
  const { name, value, base } = figure;
  if (value === null) return null;
  const shown = (number: number | null) => figureText(figure, number, f);
  const ofHundred = (share: number | null) => (share === null ? "—" : f.count(Math.round(share * 100)));
  const part = (share: number | null) => (share === null ? "—" : f.share(share.toFixed(2)));
  switch (name) {
    case "leaving-top":
    case "leaving-auc":
    case "basket":
      return said[name](ofHundred(value), ofHundred(base));
    case "leaving-brier": {
      const nearer = base === null || base === 0 ? 0 : 1 - value / base;
      return nearer < 0.005 ? said["leaving-brier-none"] : said["leaving-brier"](part(nearer));
    }
    case "leaving-slope":
      if (value < STEEP_ENOUGH.from) return said["leaving-slope-sure"];
      return value > STEEP_ENOUGH.to ? said["leaving-slope-careful"] : said["leaving-slope"];
    case "orders-error":
      return said[name](f.decimal(value.toFixed(1)), base === null ? "—" : f.decimal(base.toFixed(1)));
    case "value-error":
      return said[name](shown(value), shown(base));
    case "orders-within":
    case "value-within":
    case "next-order":
      return said[name](ofHundred(value));
    case "value-captured":
    case "again":
    case "new":
      return said[name](part(value), part(base));
    case "clusters.stability":
      return said[name](part(value));
    case "clusters.apart":
      return said[name](f.decimal(value.toFixed(2)), base === null ? "—" : f.decimal(base.toFixed(2)));
    default:
      return null;
  }
}
