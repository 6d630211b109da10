import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { ModelCard, ModelFigure } from "../../use-cases/insight/show-models.ts";
import { figureName, figureText } from "./figure-words.ts";
import { modelName } from "./model-names.ts";

/** What is otherwise than in the version before, a sentence each. */
export function changesOf(
  { basis, figures }: ModelCard,
  before: NonNullable<ModelCard["before"]>,
  t: Texts,
  f: Formats,
): string[] {
  const words = t.models.changes;
  const more = basis.orders - before.basis.orders;
  const orders = more === 0 ? [] : [words.orders(f.signed(String(more)))];
  const old: ModelCard["basis"] = before.basis;
  const [was, is] = [modelName(old.model?.name), modelName(basis.model?.name)];
  const model = was === is || was === "" || is === "" ? [] : [words.model(was, is)];
  const moved = figures.flatMap((figure) => {
    const then = before.figures.find(({ name }) => name === figure.name);
    if (then === undefined || !hasMoved(then, figure)) return [];
    const [first, second] = [figureText(then, then.value, f), figureText(figure, figure.value, f)];
    return [words.figure(figureName(figure, t), first, second)];
  });
  const changes = [...orders, ...model, ...moved];
  return changes.length === 0 ? [words.nothing] : changes;
}

/**
 * Further than what chance leaves to both: half the interval of each, on the side where the other is. Of what has no interval
 * nobody can say so; it is told only where it was not known before, or is not any more.
 */
function hasMoved(was: ModelFigure, is: ModelFigure): boolean {
  if (was.value === null || is.value === null) return was.value !== is.value;
  const [lower, upper] = was.value < is.value ? [was, is] : [is, was];
  const above = (lower.high ?? Infinity) - (lower.value ?? 0);
  const below = (upper.value ?? 0) - (upper.low ?? -Infinity);
  return Math.abs(is.value - was.value) > Math.hypot(above, below);
}
