import { Select } from "@shopify/polaris";
import { useWords } from "../../../components/use-words.ts";
import { BOUGHT_BY, type BoughtBy, type OrdersCondition } from "../../../use-cases/segments/conditions.ts";
import type { FieldProps } from "../condition-editor.tsx";
import { NamesField } from "./names-field.tsx";
import { PeriodField } from "./period-field.tsx";
import { SpanFields } from "./span-fields.tsx";

const ANY = "any";

/** Of which orders, and how many of them or how much they come to. */
export function OrdersFields({
  condition,
  onChange,
  choicesOf,
  currency,
  isLocked,
}: FieldProps<OrdersCondition>) {
  const { t } = useWords();
  const words = t.segments.builder;
  const { bought, channels, measure } = condition;
  const shared = { disabled: isLocked };
  return (
    <>
      <SpanFields
        {...shared}
        {...(measure === "count" ? {} : { suffix: currency })}
        span={condition}
        onChange={(span) => onChange({ ...condition, ...span })}
      />
      <PeriodField {...shared} days={condition.days} onChange={(days) => onChange({ ...condition, days })} />
      <Select
        label={words.bought}
        labelInline
        options={[ANY, ...BOUGHT_BY].map((by) => ({
          value: by,
          label: words.boughtBy[by as BoughtBy | "any"],
        }))}
        value={bought?.by ?? ANY}
        onChange={(by) =>
          onChange({ ...condition, bought: by === ANY ? null : { by: by as BoughtBy, among: [] } })
        }
        disabled={isLocked}
      />
      {bought === null ? null : (
        <NamesField
          {...shared}
          isNeeded
          label={words.boughtBy[bought.by]}
          choices={choicesOf(bought.by)}
          values={bought.among}
          onChange={(among) => onChange({ ...condition, bought: { ...bought, among } })}
        />
      )}
      <NamesField
        {...shared}
        label={words.channels}
        choices={choicesOf("channel")}
        values={channels}
        onChange={(next) => onChange({ ...condition, channels: next })}
      />
    </>
  );
}
