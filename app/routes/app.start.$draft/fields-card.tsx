import { BlockStack, Card, InlineGrid, Text, TextField } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import type { AdjustView } from "../../use-cases/onboarding/adjust-start.ts";
import type { Adjustable } from "../../use-cases/onboarding/adjustments.ts";
import type { AdjustForm } from "./use-adjust.ts";

/** The values that matter most, and what an order would earn by them. */
export function FieldsCard({ view, form }: { view: AdjustView; form: AdjustForm }) {
  const { t, f } = useWords();
  const words = t.start.adjust;
  const { typed, tried } = form;
  const example = tried.sound?.example ?? null;
  // While something typed cannot be read, the reward is still the one that the draft has.
  const firstReward = (tried.sound ?? view.tried.sound)?.firstReward ?? null;
  const has = (field: Adjustable) => typed[field] !== undefined;
  const money = (fault: (example: string) => string) => fault(f.money("5"));
  return (
    <Card>
      <BlockStack gap="300">
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
          {has("points") ? (
            <Field form={form} field="points" label={words.fields.points} fault={words.faults.points} />
          ) : null}
          {has("per") ? (
            <Field
              form={form}
              field="per"
              label={words.fields.per}
              fault={money(words.faults.per)}
              suffix={view.currency}
            />
          ) : null}
          {has("bonus") ? (
            <Field form={form} field="bonus" label={words.fields.bonus} fault={words.faults.bonus} />
          ) : null}
          {has("pendingDays") ? (
            <Field
              form={form}
              field="pendingDays"
              label={words.fields.pendingDays}
              fault={words.faults.pendingDays}
              help={words.pendingHelp}
            />
          ) : null}
          {has("cost") ? (
            <Field
              form={form}
              field="cost"
              label={words.fields.cost(
                firstReward === null ? null : t.document.rewards[firstReward.kind].name,
              )}
              fault={words.faults.cost}
            />
          ) : null}
          {has("value") ? (
            <Field
              form={form}
              field="value"
              label={words.fields.value}
              fault={money(words.faults.value)}
              suffix={view.currency}
            />
          ) : null}
        </InlineGrid>
        {example === null ? null : (
          <div aria-live="polite">
            <Text as="p">
              {t.start.example.label}:{" "}
              <Sentence>
                {t.start.example.order(
                  f.money(example.value),
                  t.points(example.points, f.whole(example.points)),
                )}
              </Sentence>
            </Text>
          </div>
        )}
      </BlockStack>
    </Card>
  );
}

interface FieldProps {
  form: AdjustForm;
  field: Adjustable;
  label: string;
  fault: string;
  suffix?: string;
  help?: string;
}

function Field({ form, field, label, fault, suffix, help }: FieldProps) {
  const isFaulty = form.tried.fields.includes(field);
  return (
    <TextField
      id={field}
      label={label}
      value={form.typed[field] ?? ""}
      onChange={(value) => form.change(field, value)}
      inputMode="decimal"
      autoComplete="off"
      error={isFaulty ? fault : false}
      {...(suffix === undefined ? {} : { suffix })}
      {...(help === undefined ? {} : { helpText: help })}
    />
  );
}
