import { useState } from "react";
import {
  BlockStack,
  Button,
  FormLayout,
  InlineError,
  InlineStack,
  Select,
  TextField,
} from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { GiftField } from "../../use-cases/experiments/plan-form.ts";
import type { PlanFieldsProps } from "./plan-fields.tsx";

const FIELDS = {
  points: ["points", "points2", "points3"],
  reward: ["reward", "reward2", "reward3"],
} as const satisfies Record<string, readonly GiftField[]>;

/** What members get: one thing, or up to three that are compared with nothing and so with each other. */
export function GiftFields(props: PlanFieldsProps) {
  const { values, faults } = props;
  const { t } = useWords();
  const words = t.experiments.form;
  const [asked, setAsked] = useState(1);
  if (values.kind !== "points" && values.kind !== "reward") return null;
  const fields = FIELDS[values.kind];
  const filled = 1 + fields.findLastIndex((field) => values[field] !== "");
  const shown = fields.slice(0, Math.max(asked, filled));
  return (
    <BlockStack gap="300">
      {shown.map((field, n) => (
        <GiftInput key={field} {...{ props, field, n }} />
      ))}
      {faults.includes("same") ? <InlineError message={words.faults.same} fieldID={fields[0]} /> : null}
      {shown.length === fields.length ? null : (
        <InlineStack>
          <Button variant="plain" onClick={() => setAsked(shown.length + 1)}>
            {values.kind === "points" ? words.morePoints : words.moreRewards}
          </Button>
        </InlineStack>
      )}
      {values.kind === "points" ? <ReasonInput {...props} /> : null}
    </BlockStack>
  );
}

function GiftInput({ props, field, n }: { props: PlanFieldsProps; field: GiftField; n: number }) {
  const { choices, values, faults, onChange } = props;
  const { t, f } = useWords();
  const words = t.experiments.form;
  const isPoints = values.kind === "points";
  const label = isPoints ? words.pointsLabel : words.rewardLabel;
  const common = {
    ...{
      id: field,
      name: field,
      value: values[field],
      onChange: (value: string) => onChange({ [field]: value }),
    },
    label: n === 0 ? label : words.another(label, f.count(n + 1)),
    ...(faults.includes(field) ? { error: isPoints ? words.faults.points : words.faults.reward } : {}),
  };
  if (isPoints)
    return (
      <FormLayout.Group>
        <TextField {...common} inputMode="numeric" autoComplete="off" />
      </FormLayout.Group>
    );
  return (
    <Select
      {...common}
      options={[
        ...(n === 0 ? [] : [{ value: "", label: words.nothing }]),
        ...choices.rewards.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      disabled={choices.rewards.length === 0}
      {...(choices.rewards.length === 0 ? { helpText: words.noRewards } : {})}
    />
  );
}

function ReasonInput({ values, faults, onChange }: PlanFieldsProps) {
  const { t } = useWords();
  const words = t.experiments.form;
  return (
    <TextField
      name="reason"
      label={words.reason}
      value={values.reason}
      onChange={(reason) => onChange({ reason })}
      maxLength={120}
      autoComplete="off"
      {...(faults.includes("reason") ? { error: words.faults.reason } : {})}
    />
  );
}
