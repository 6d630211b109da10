import { BlockStack, FormLayout } from "@shopify/polaris";
import { EXCLUDE_FIELDS } from "../../../loyalty/editing/section-forms.ts";
import { FieldInput } from "../fields/field-input.tsx";
import { SectionCard, SectionHeading } from "../section-card.tsx";

/** What earns nothing. */
export function ExclusionsSection() {
  return (
    <BlockStack gap="400">
      <SectionHeading section="exclusions" />
      <SectionCard base={["earning", "exclude"]} fields={EXCLUDE_FIELDS}>
        <FormLayout>
          {EXCLUDE_FIELDS.map((field) => (
            <FieldInput key={field.name} base={[]} field={field} />
          ))}
        </FormLayout>
      </SectionCard>
    </BlockStack>
  );
}
