import { Button, Select } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import { useWords } from "../../components/use-words.ts";
import type { Condition } from "../../use-cases/segments/conditions.ts";
import { CONSENTS, STANDINGS } from "../../use-cases/segments/conditions.ts";
import { begun, kindOf, SECTIONS, type Kind, type Section } from "./kinds.ts";
import { DaysField } from "./fields/days-field.tsx";
import { FeedbackFields } from "./fields/feedback-fields.tsx";
import { NamesField } from "./fields/names-field.tsx";
import { OrdersFields } from "./fields/orders-fields.tsx";
import { PeriodField } from "./fields/period-field.tsx";
import { SpanFields } from "./fields/span-fields.tsx";
import { TagsField } from "./fields/tags-field.tsx";
import { WhenFields } from "./fields/when-fields.tsx";
import type { Among } from "./use-choices.ts";
import type { Choice } from "../../components/choice-fields.tsx";

export interface ConditionTerms {
  choicesOf: (among: Among) => Choice[];
  currency: string;
  /** Of how many members the store has not yet said all tags. */
  tagsUnknown: number;
  isLocked: boolean;
}

export interface FieldProps<Asked extends Condition = Condition> extends ConditionTerms {
  condition: Asked;
  onChange: (condition: Asked) => void;
}

/** One condition: what is asked, and of what size, when or among which. */
export function ConditionEditor(props: FieldProps & { onRemove: () => void }) {
  const { condition, onChange, onRemove, isLocked } = props;
  const { t } = useWords();
  const words = t.segments.builder;
  const kind = kindOf(condition);
  const sections = Object.entries(SECTIONS) as [Section, readonly Kind[]][];
  return (
    <div className="perennial-condition" role="group" aria-label={words.kinds[kind]}>
      <Select
        label={words.kind}
        labelHidden
        options={sections.map(([section, kinds]) => ({
          title: words.sections[section],
          options: kinds.map((one) => ({ value: one, label: words.kinds[one] })),
        }))}
        value={kind}
        onChange={(next) => onChange(begun(next as Kind))}
        disabled={isLocked}
      />
      <Fields key={kind} {...props} />
      {isLocked ? null : (
        <Button
          variant="tertiary"
          icon={XIcon}
          accessibilityLabel={words.removeCondition(words.kinds[kind])}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

function Fields({ condition, onChange, ...terms }: FieldProps) {
  const { t } = useWords();
  const words = t.segments.builder;
  const shared = { disabled: terms.isLocked };
  switch (condition.fact) {
    case "orders":
      return <OrdersFields {...terms} condition={condition} onChange={onChange} />;
    case "rewards":
    case "activities":
      return (
        <>
          <SpanFields {...shared} span={condition} onChange={(span) => onChange({ ...condition, ...span })} />
          <PeriodField
            {...shared}
            days={condition.days}
            onChange={(days) => onChange({ ...condition, days })}
          />
          <NamesField
            {...shared}
            label={words.kinds[condition.fact]}
            choices={terms.choicesOf(condition.fact)}
            values={condition.among}
            onChange={(among) => onChange({ ...condition, among })}
          />
        </>
      );
    case "feedback":
      return <FeedbackFields {...terms} condition={condition} onChange={onChange} />;
    case "points":
      return (
        <SpanFields {...shared} span={condition} onChange={(span) => onChange({ ...condition, ...span })} />
      );
    case "prediction": {
      const isShare = condition.of === "leaving" || condition.of === "alive";
      return (
        <SpanFields
          {...shared}
          {...(isShare ? { per: 100, suffix: "%" } : {})}
          {...(condition.of === "value" ? { suffix: terms.currency } : {})}
          span={condition}
          onChange={(span) => onChange({ ...condition, ...span })}
        />
      );
    }
    case "first-order":
    case "last-order":
    case "known-since":
      return (
        <WhenFields {...shared} when={condition.when} onChange={(when) => onChange({ ...condition, when })} />
      );
    case "expiring":
      return (
        <DaysField
          {...shared}
          label={words.expiring}
          days={condition.days}
          onChange={(days) => onChange({ ...condition, days })}
        />
      );
    case "unused-reward":
      return null;
    case "consent":
    case "standing":
      return <StateField {...terms} condition={condition} onChange={onChange} />;
    case "birthday":
      return (
        <NamesField
          {...shared}
          isNeeded
          label={words.kinds.birthday}
          choices={terms.choicesOf("birthday")}
          values={condition.months.map(String)}
          onChange={(months) => onChange({ ...condition, months: months.map(Number) })}
        />
      );
    case "customer-tag":
      return <TagsField {...terms} condition={condition} onChange={onChange} />;
    default:
      return <AmongField {...terms} condition={condition} onChange={onChange} />;
  }
}

type StateCondition = Extract<Condition, { fact: "consent" | "standing" }>;

function StateField({ condition, onChange, isLocked }: FieldProps<StateCondition>) {
  const { t } = useWords();
  const words = t.segments.builder;
  const options =
    condition.fact === "consent"
      ? CONSENTS.map((value) => ({ value, label: words.consents[value] }))
      : STANDINGS.map((value) => ({ value, label: words.standings[value] }));
  return (
    <Select
      label={words.kinds[condition.fact]}
      labelHidden
      options={options}
      value={condition.is}
      onChange={(is) => onChange({ ...condition, is } as StateCondition)}
      disabled={isLocked}
    />
  );
}

type AmongCondition = Extract<Condition, { fact: "tier" | "country" | "language" | "group" | "cluster" }>;

function AmongField({ condition, onChange, choicesOf, isLocked }: FieldProps<AmongCondition>) {
  const { t } = useWords();
  return (
    <NamesField
      disabled={isLocked}
      isNeeded
      label={t.segments.builder.kinds[condition.fact]}
      choices={choicesOf(condition.fact)}
      values={condition.among.map(String)}
      onChange={(names) => {
        const among = condition.fact === "cluster" ? names.map(Number) : names;
        onChange({ ...condition, among } as AmongCondition);
      }}
    />
  );
}
