import type { ReactNode } from "react";
import { Card, ChoiceList, FormLayout, Select, TextField } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { OfferField } from "../../use-cases/offers/offer-form.ts";
import type { OffersView } from "../../use-cases/offers/show-offers.ts";
import { AudienceSelect } from "../app.insight.experiments.new/audience-select.tsx";
import { moneyText } from "../app.insight.experiments.$id/measure-words.ts";

export type OfferValues = Record<
  "policy" | "rewards" | "points" | "budget" | "generosity" | "lasts" | "reason" | "segment",
  string
>;

interface OfferFieldsProps {
  view: OffersView;
  values: OfferValues;
  faults: readonly OfferField[];
  onChange(changes: Partial<OfferValues>): void;
  /** What can be done with it. */
  children?: ReactNode;
}

export function OfferFields(props: OfferFieldsProps) {
  const { t, f } = useWords();
  const words = t.offers.form;
  const { view, values, faults, onChange } = props;
  const policies = ["personal", "learned", "same"] as const;
  return (
    <Card>
      <FormLayout>
        <ChoiceList
          title={words.policy}
          choices={policies.map((policy) => ({
            ...{ value: policy, label: words.policies[policy], helpText: words.policyHelp[policy] },
          }))}
          selected={[values.policy]}
          onChange={([policy = "personal"]) => onChange({ policy })}
        />
        <RewardChoices {...props} />
        <TextField
          {...fieldOf("points", props, words)}
          label={words.points}
          helpText={view.pointsHaveCost ? words.pointsHelp : words.noPointCost}
          disabled={!view.pointsHaveCost}
          inputMode="numeric"
        />
        <TextField {...fieldOf("reason", props, words)} label={words.reason} maxLength={120} />
        <TextField
          {...fieldOf("budget", props, words)}
          label={words.budget}
          helpText={view.isPointOpen ? words.budgetHelpOpen : words.budgetHelp}
          prefix={view.currency}
          inputMode="decimal"
        />
        {values.policy === "same" && !faults.includes("generosity") ? null : (
          <TextField
            {...fieldOf("generosity", props, words)}
            label={words.generosity}
            helpText={words.generosityHelp}
            suffix="%"
            inputMode="decimal"
          />
        )}
        <Select
          label={words.lasts}
          helpText={words.lastsHelp}
          options={[
            { value: "", label: words.asRewards },
            ...view.lasts.map((minutes) => ({
              value: String(minutes),
              label: durationText(minutes, { t, f }),
            })),
          ]}
          value={values.lasts}
          onChange={(lasts) => onChange({ lasts })}
          {...(faults.includes("lasts") ? { error: words.faults.lasts } : {})}
        />
        <AudienceSelect
          label={words.audience}
          segments={view.segments}
          value={values.segment}
          isFaulty={faults.includes("segment")}
          onChange={(segment) => onChange({ segment })}
        />
        {props.children}
      </FormLayout>
    </Card>
  );
}

/** Minutes in the largest unit that they fill. */
export function durationText(
  minutes: number,
  { t, f }: Pick<ReturnType<typeof useWords>, "t" | "f">,
): string {
  const words = t.offers.form;
  const [count, text] =
    minutes % 1_440 === 0
      ? [minutes / 1_440, words.days]
      : minutes % 60 === 0
        ? [minutes / 60, words.hours]
        : [minutes, words.minutes];
  return text(String(count), f.count(count));
}

function RewardChoices({ view, values, faults, onChange }: OfferFieldsProps) {
  const { t, f } = useWords();
  const words = t.offers.form;
  return (
    <ChoiceList
      allowMultiple
      title={view.rewards.length === 0 ? words.noRewards : words.rewards}
      choices={view.rewards.map(({ id, name, most, by }) => ({
        value: id,
        label: most === null ? name : words.worth(name, moneyText(most, { f, currency: view.currency })),
        disabled: most === null,
        ...helpOf(most === null ? words.noPrice : words.priceBy, by),
      }))}
      selected={values.rewards.split(",").filter((id) => id !== "")}
      onChange={(chosen) => onChange({ rewards: chosen.join(",") })}
      {...(faults.includes("choices") ? { error: words.faults.choices } : {})}
    />
  );
}

/** What is to be said of a price, or of there being none. */
function helpOf(texts: Partial<Record<string, string>>, by: string | null): { helpText?: string } {
  const helpText = texts[by ?? ""];
  return helpText === undefined ? {} : { helpText };
}

function fieldOf(
  field: "points" | "budget" | "generosity" | "reason",
  { values, faults, onChange }: OfferFieldsProps,
  words: { faults: Record<typeof field, string> },
) {
  return {
    ...{ name: field, value: values[field], autoComplete: "off" },
    onChange: (text: string) => onChange({ [field]: text }),
    ...(faults.includes(field) ? { error: words.faults[field] } : {}),
  };
}
