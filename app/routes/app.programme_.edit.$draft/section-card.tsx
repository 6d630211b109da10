import { BlockStack, Box, Card, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { DocumentPath } from "../../loyalty/editing/document.ts";
import type { Field } from "../../loyalty/editing/fields.ts";
import { faultsBeyondFields, type Section } from "../../loyalty/editing/sections.ts";
import { useEditing } from "./editor-context.ts";
import { FaultList } from "./fault-list.tsx";

/** What a section is about, above its forms. */
export function SectionHeading({ section }: { section: Section }) {
  const { t } = useWords();
  return (
    <OutsideCards>
      <BlockStack gap="100">
        <Text as="h2" variant="headingMd">
          {t.editor.sections[section]}
        </Text>
        <Text as="p" tone="subdued">
          {t.editor.about[section]}
        </Text>
      </BlockStack>
    </OutsideCards>
  );
}

/** On a narrow screen cards reach its edges; what stands between them keeps away from them. */
export function OutsideCards({ children }: { children: React.ReactNode }) {
  return <Box paddingInline={{ xs: "400", sm: "0" }}>{children}</Box>;
}

/** A card of fields of a section; faults below `base` that no field shows stand at its end. */
export function SectionCard({
  base,
  fields,
  children,
}: {
  base: DocumentPath;
  fields: readonly Pick<Field, "path">[];
  children: React.ReactNode;
}) {
  const { faults } = useEditing();
  return (
    <Card>
      <BlockStack gap="400">
        {children}
        <FaultList faults={faultsBeyondFields(faults, base, relativeTo(base, fields))} base={base} />
      </BlockStack>
    </Card>
  );
}

function relativeTo(base: DocumentPath, fields: readonly Pick<Field, "path">[]): Pick<Field, "path">[] {
  return fields.map(({ path }) => ({ path: path.slice(base.length) }));
}
