import { useWords } from "../../../components/use-words.ts";
import type { Condition } from "../../../use-cases/segments/conditions.ts";
import type { FieldProps } from "../condition-editor.tsx";
import { NamesField } from "./names-field.tsx";
import { PeriodField } from "./period-field.tsx";
import { SpanFields } from "./span-fields.tsx";

type FeedbackCondition = Extract<Condition, { fact: "feedback" }>;

/** How often they wrote, in which mood and about what. */
export function FeedbackFields({ condition, onChange, choicesOf, isLocked }: FieldProps<FeedbackCondition>) {
  const { t } = useWords();
  const words = t.segments.builder;
  const { moods, topics, days } = condition;
  const change = (changes: Partial<FeedbackCondition>) => onChange({ ...condition, ...changes });
  return (
    <>
      <SpanFields disabled={isLocked} span={condition} onChange={change} />
      <PeriodField disabled={isLocked} days={days} onChange={(next) => change({ days: next })} />
      <NamesField
        disabled={isLocked}
        label={words.moods}
        choices={choicesOf("mood")}
        values={moods}
        onChange={(names) => change({ moods: names as FeedbackCondition["moods"] })}
      />
      <NamesField
        disabled={isLocked}
        label={words.topics}
        choices={choicesOf("topic")}
        values={topics}
        onChange={(names) => change({ topics: names as FeedbackCondition["topics"] })}
      />
    </>
  );
}
