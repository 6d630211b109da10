import { BlockStack, InlineStack, Link, List, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useLocale } from "../../components/use-locale.ts";
import { useWords } from "../../components/use-words.ts";
import { sectionOfFault } from "../../loyalty/editing/sections.ts";
import type { Fault } from "../../loyalty/programme.ts";
import { namesInDocument, type ExplainedNames } from "../../texts/explained-names.ts";
import { faultPlace } from "../../texts/fault-place.ts";
import { faultWords } from "../../texts/fault-words.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";

interface FaultLinksProps {
  faults: readonly Fault[];
  draft: PlanView["draft"];
}

/** What is wrong, in the words of the forms, each leading to the field where it is mended. */
export function FaultLinks({ faults, draft }: FaultLinksProps) {
  const names = namesInDocument(draft.document, useLocale());
  return (
    <List>
      {faults.map((fault) => (
        <List.Item key={`${fault.path} ${fault.problem}`}>
          <FaultLink fault={fault} draft={draft} names={names} />
        </List.Item>
      ))}
    </List>
  );
}

interface FaultLinkProps {
  fault: Fault;
  draft: PlanView["draft"];
  names: ExplainedNames;
}

/** Where it is, which leads there, and below what it is. */
export function FaultLink({ fault, draft, names }: FaultLinkProps) {
  const { t } = useWords();
  return (
    <BlockStack gap="050">
      <InlineStack>
        <Link url={fieldAddress(draft.id, fault)} monochrome>
          <Sentence>{faultPlace(fault.path, draft.document, t, names)}</Sentence>
        </Link>
      </InlineStack>
      <Text as="p" breakWord>
        {faultWords(fault, t, names)}
      </Text>
    </BlockStack>
  );
}

/** The editor, open at the field. */
function fieldAddress(draft: string, { path }: Pick<Fault, "path">): string {
  const section = sectionOfFault({ path });
  const query = new URLSearchParams({ ...(section === null ? {} : { section }), field: path });
  return `/app/programme/edit/${draft}?${query.toString()}`;
}
