import { BlockStack, Card, Checkbox, ChoiceList, FormLayout, Select, TextField } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { GiftField, PlanField } from "../../use-cases/experiments/plan-form.ts";
import type { PlanChoices } from "../../use-cases/experiments/show-experiments.ts";
import type { PlanValues } from "../../use-cases/experiments/show-plan.ts";
import { AudienceSelect } from "./audience-select.tsx";
import { GiftFields } from "./gift-fields.tsx";

export interface PlanFieldsProps {
  choices: PlanChoices;
  values: PlanValues;
  faults: readonly PlanField[];
  onChange(changes: Partial<PlanValues>): void;
}

export function PlanFields(props: PlanFieldsProps) {
  const { t } = useWords();
  const words = t.experiments.form;
  const { values, onChange } = props;
  return (
    <BlockStack gap="400">
      <Card>
        <FormLayout>
          <TextField
            {...fieldOf("question", props, words)}
            label={words.question}
            helpText={words.questionHelp}
            maxLength={200}
          />
          <ChoiceList
            title={words.kind}
            choices={[
              { value: "points", label: words.points, helpText: words.pointsHelp },
              { value: "reward", label: words.reward, helpText: words.rewardHelp },
              { value: "recommendations", label: words.recommendations, helpText: words.recommendationsHelp },
            ]}
            selected={[values.kind]}
            onChange={([kind = "points"]) => onChange({ kind })}
          />
          <GiftFields {...props} />
        </FormLayout>
      </Card>
      <Card>
        <WhoFields {...props} />
      </Card>
      <Card>
        <MeasureFields {...props} />
      </Card>
    </BlockStack>
  );
}

function WhoFields({ choices, values, faults, onChange }: PlanFieldsProps) {
  const { t, f } = useWords();
  const words = t.experiments.form;
  const percent = (share: number) => ({ value: String(share), label: f.share((share / 100).toFixed(2)) });
  return (
    <FormLayout>
      <FormLayout.Group>
        <AudienceSelect
          label={words.audience}
          segments={choices.segments}
          value={values.segment}
          isFaulty={faults.includes("segment")}
          onChange={(segment) => onChange({ segment })}
        />
        <Select
          label={words.share}
          options={choices.shares.map(percent)}
          value={values.share}
          onChange={(share) => onChange({ share })}
        />
      </FormLayout.Group>
      <FormLayout.Group>
        <Select
          label={words.armShare}
          options={choices.armShares.map(percent)}
          value={values.armShare}
          onChange={(armShare) => onChange({ armShare })}
        />
        <Select
          label={words.spread}
          helpText={words.spreadHelp}
          options={choices.spreads.map((days) => ({ value: String(days), label: words.spreads[days] }))}
          value={values.spread}
          onChange={(spread) => onChange({ spread })}
        />
      </FormLayout.Group>
      <Checkbox
        label={words.overlaps}
        helpText={words.overlapsHelp}
        checked={values.overlaps === "on"}
        onChange={(checked) => onChange({ overlaps: checked ? "on" : "" })}
      />
    </FormLayout>
  );
}

function MeasureFields(props: PlanFieldsProps) {
  const { t, f } = useWords();
  const words = t.experiments.form;
  const { choices, values, onChange } = props;
  const measures = ["bought", "orders", "revenue", "margin"] as const;
  const chosen = measures.find((measure) => measure === values.measure) ?? "bought";
  return (
    <FormLayout>
      <FormLayout.Group>
        <Select
          label={words.measure}
          helpText={t.experiments.measureHelp[chosen]}
          options={measures.map((measure) => ({ value: measure, label: t.experiments.measures[measure] }))}
          value={values.measure}
          onChange={(measure) => onChange({ measure })}
        />
        <Select
          label={words.window}
          options={choices.windows.map((days) => ({ value: String(days), label: words.days(f.count(days)) }))}
          value={values.window}
          onChange={(window) => onChange({ window })}
        />
      </FormLayout.Group>
      <FormLayout.Group>
        <TextField
          {...fieldOf("smallest", props, words)}
          label={words.smallest}
          helpText={words.smallestHelp}
          suffix="%"
          inputMode="decimal"
        />
        <TextField
          {...fieldOf("margin", props, words)}
          label={words.margin}
          helpText={words.marginHelp}
          suffix="%"
          inputMode="decimal"
        />
      </FormLayout.Group>
    </FormLayout>
  );
}

function fieldOf(
  field: Exclude<PlanField, GiftField | "same" | "segment">,
  { values, faults, onChange }: PlanFieldsProps,
  words: { faults: Record<typeof field, string> },
) {
  return {
    ...{ name: field, value: values[field], autoComplete: "off" },
    onChange: (text: string) => onChange({ [field]: text }),
    ...(faults.includes(field) ? { error: words.faults[field] } : {}),
  };
}
