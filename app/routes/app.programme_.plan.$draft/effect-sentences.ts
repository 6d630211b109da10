import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";
import type { StudiedPlan } from "../../use-cases/studies/study-plan.ts";

/** The whole plan in a few sentences: what whoever publishes is asked to confirm. */
export function effectSentences(
  { start }: Pick<PlanView, "start">,
  result: StudiedPlan | null,
  { t, f }: { t: Texts; f: Formats },
): string[] {
  const words = t.plan.publish;
  const sentences = [start.at === null ? words.startsNow : words.starts(f.dateTime(start.at))];
  if (result === null) return sentences;
  const { members, earning, liability } = result.plan;
  if (members.up.count + members.down.count > 0)
    sentences.push(
      words.moves(
        members.up.count,
        f.count(members.up.count),
        members.down.count,
        f.count(members.down.count),
      ),
    );
  if (earning !== null)
    sentences.push(
      words.earns(earning.gain.members, f.count(earning.gain.members), f.count(earning.lose.members)),
    );
  const { before, after } = liability;
  if (before !== null && after !== null && before !== after)
    sentences.push(words.costs(f.money(before), f.money(after)));
  return [...sentences, words.keeps];
}
