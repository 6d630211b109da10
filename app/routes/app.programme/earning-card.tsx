import { BlockStack, Card, InlineError, Text, TextField } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { formatMoney } from "../../loyalty/money.ts";
import { currencyDecimals } from "../../loyalty/currencies.ts";
import type { EditField } from "../../use-cases/programme-edit.ts";
import type { ProgrammeForm } from "./use-programme-form.ts";

interface EarningCardProps {
  form: ProgrammeForm;
  hasRate: boolean;
  currency: string;
}

/** Rate and waiting time, as a sentence with fields in it. */
export function EarningCard({ form, hasRate, currency }: EarningCardProps) {
  const { t } = useWords();
  const words = t.programme.earning;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {hasRate ? (
          <div className="perennial-sentence">
            <span>{words.lead}</span>
            <Field form={form} field="points" label={words.points} suffix={words.unit} />
            <span>{words.each}</span>
            <Field form={form} field="per" label={words.per} suffix={currency} />
            <span>{words.then}</span>
            <Field form={form} field="pendingDays" label={words.days} />
            <span>{words.afterOrder}</span>
          </div>
        ) : (
          <>
            <Text as="p">{words.none}</Text>
            <div className="perennial-sentence">
              <span>{words.then}</span>
              <Field form={form} field="pendingDays" label={words.days} />
              <span>{words.afterOrder}</span>
            </div>
          </>
        )}
        <Faults form={form} currency={currency} />
        <Text as="p" tone="subdued">
          {words.daysHelp}
        </Text>
      </BlockStack>
    </Card>
  );
}

type NumberField = Extract<EditField, "points" | "per" | "pendingDays">;
const FIELDS: readonly NumberField[] = ["points", "per", "pendingDays"];

function Field({
  form,
  field,
  label,
  suffix,
}: {
  form: ProgrammeForm;
  field: NumberField;
  label: string;
  suffix?: string;
}) {
  const isFaulty = form.faultyFields.includes(field);
  return (
    <div className="narrow">
      <TextField
        id={field}
        label={label}
        labelHidden
        value={form.edit[field]}
        onChange={(value) => form.change({ [field]: value })}
        autoComplete="off"
        inputMode={field === "pendingDays" ? "numeric" : "decimal"}
        error={isFaulty}
        {...(isFaulty ? { ariaDescribedBy: `${field}-fault` } : {})}
        {...(suffix === undefined ? {} : { suffix })}
      />
    </div>
  );
}

/** Below the sentence, so that it stays one. */
function Faults({ form, currency }: { form: ProgrammeForm; currency: string }) {
  const { t, f } = useWords();
  const words = t.programme.faults;
  const example = f.money(formatMoney(10n ** BigInt(currencyDecimals(currency)), currency));
  return FIELDS.filter((field) => form.faultyFields.includes(field)).map((field) => (
    <div key={field} id={`${field}-fault`}>
      <InlineError fieldID={field} message={field === "per" ? words.per(example) : words[field]} />
    </div>
  ));
}
