import { BlockStack, FormLayout } from "@shopify/polaris";
import { ABOUT_FIELDS } from "../../../loyalty/editing/section-forms.ts";
import { useEditing } from "../editor-context.ts";
import { FaultList } from "../fault-list.tsx";
import { FieldInput } from "../fields/field-input.tsx";
import { SectionCard, SectionHeading } from "../section-card.tsx";

/** What the programme is called and when it starts. Its currency is the shop's. */
export function AboutSection() {
  const { faults } = useEditing();
  const ofCurrency = faults.filter(({ path }) => path === "currency" || path === "state");
  return (
    <BlockStack gap="400">
      <SectionHeading section="about" />
      <SectionCard base={["programme"]} fields={[{ path: ["programme"] }]}>
        <FormLayout>
          {ABOUT_FIELDS.map((field) => (
            <FieldInput key={field.name} base={[]} field={field} />
          ))}
        </FormLayout>
        <FaultList faults={ofCurrency} base={[]} />
      </SectionCard>
    </BlockStack>
  );
}
