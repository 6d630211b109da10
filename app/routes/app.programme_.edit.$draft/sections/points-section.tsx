import { BlockStack, FormLayout } from "@shopify/polaris";
import { valueAt } from "../../../loyalty/editing/document.ts";
import { shapeOf } from "../../../loyalty/editing/fields.ts";
import { EXPIRY_FIELD, POINTS_FIELDS } from "../../../loyalty/editing/section-forms.ts";
import { useEditing } from "../editor-context.ts";
import { FieldInput } from "../fields/field-input.tsx";
import { SectionCard, SectionHeading } from "../section-card.tsx";

const OF_EXPIRY = ["expiryMonths", "noticeDays", "noticeRequired"];

/** When points can be spent, when they expire, and what becomes of debts. */
export function PointsSection() {
  const { document } = useEditing();
  const expires = shapeOf(EXPIRY_FIELD.as, valueAt(document, EXPIRY_FIELD.path)) !== "none";
  return (
    <BlockStack gap="400">
      <SectionHeading section="points" />
      <SectionCard base={["points"]} fields={POINTS_FIELDS}>
        <FormLayout>
          {POINTS_FIELDS.filter(({ name }) => expires || !OF_EXPIRY.includes(name)).map((field) => (
            <FieldInput key={field.name} base={[]} field={field} />
          ))}
        </FormLayout>
      </SectionCard>
    </BlockStack>
  );
}
