import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { ModelCard } from "../../use-cases/insight/show-models.ts";
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
    if (then === undefined) return [];
    const [first, second] = [figureText(then, then.value, f), figureText(figure, figure.value, f)];
    return first === second ? [] : [words.figure(figureName(figure, t), first, second)];
  });
  const changes = [...orders, ...model, ...moved];
  return changes.length === 0 ? [words.nothing] : changes;
}
