import { Select } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { PlanChoices } from "../../use-cases/experiments/show-experiments.ts";

interface AudienceSelectProps {
  label: string;
  segments: PlanChoices["segments"];
  value: string;
  isFaulty: boolean;
  onChange(segment: string): void;
}

/** Everybody, or one of the segments. */
export function AudienceSelect({ label, segments, value, isFaulty, onChange }: AudienceSelectProps) {
  const { t, f } = useWords();
  const words = t.experiments.form;
  return (
    <Select
      label={label}
      options={[
        { value: "", label: words.everybody },
        ...segments.map(({ id, name, members }) => ({
          ...{ value: id, label: members === null ? name : words.segment(name, f.count(members)) },
        })),
      ]}
      value={value}
      onChange={onChange}
      {...(isFaulty ? { error: words.faults.segment } : {})}
    />
  );
}
