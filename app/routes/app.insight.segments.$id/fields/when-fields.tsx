import { Select, TextField } from "@shopify/polaris";
import { useWords } from "../../../components/use-words.ts";
import type { When } from "../../../use-cases/segments/conditions.ts";
import { DaysField } from "./days-field.tsx";

interface WhenFieldsProps {
  when: When;
  onChange: (when: When) => void;
  disabled: boolean;
}

const BEGUN: Record<When["kind"], When> = {
  within: { kind: "within", days: 90 },
  before: { kind: "before", days: 90 },
  between: { kind: "between", from: null, to: null },
};

/** Counted back from today, or from one day to another. */
export function WhenFields({ when, onChange, disabled }: WhenFieldsProps) {
  const { t } = useWords();
  const words = t.segments.builder;
  const day = (end: "from" | "to") =>
    when.kind !== "between" ? null : (
      <TextField
        label={words[end]}
        labelHidden
        prefix={words[end]}
        type="date"
        value={when[end] ?? ""}
        onChange={(text) => onChange({ ...when, [end]: text === "" ? null : text })}
        autoComplete="off"
        disabled={disabled}
        {...(end === "to" && when.from !== null && when.to !== null && when.from > when.to
          ? { error: words.order }
          : {})}
      />
    );
  return (
    <>
      <Select
        label={words.when}
        labelHidden
        options={(Object.keys(BEGUN) as When["kind"][]).map((value) => ({
          value,
          label: words.whens[value],
        }))}
        value={when.kind}
        onChange={(kind) => onChange(BEGUN[kind as When["kind"]])}
        disabled={disabled}
      />
      {when.kind === "between" ? (
        <>
          {day("from")}
          {day("to")}
        </>
      ) : (
        <DaysField
          label={words.days}
          days={when.days}
          onChange={(days) => onChange({ ...when, days })}
          disabled={disabled}
        />
      )}
    </>
  );
}
