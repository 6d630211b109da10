import { BlockStack, Button, Card, List, Text } from "@shopify/polaris";
import { useLocale } from "../../components/use-locale.ts";
import { useWords } from "../../components/use-words.ts";
import type { Fault } from "../../loyalty/programme.ts";
import { sectionOfFault } from "../../loyalty/editing/sections.ts";
import { namesInDocument } from "../../texts/explained-names.ts";
import { faultPlace } from "../../texts/fault-place.ts";
import { useEditing } from "./editor-context.ts";

interface FaultsCardProps {
  title: string;
  faults: readonly Fault[];
  onGo: (fault: Fault) => void;
}

const MOST_SHOWN = 20;

/** What is to be mended, each leading to the section where it is. */
export function FaultsCard({ title, faults, onGo }: FaultsCardProps) {
  const { t } = useWords();
  const { document, faultText } = useEditing();
  const names = namesInDocument(document, useLocale());
  if (faults.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingSm">
          {title}
        </Text>
        <List>
          {faults.slice(0, MOST_SHOWN).map((fault) => {
            const section = sectionOfFault(fault);
            // A button has no room for what a sentence stresses.
            const where = faultPlace(fault.path, document, t, names).replaceAll("**", "");
            const said = t.editor.faults.at(where, faultText(fault));
            return (
              <List.Item key={`${fault.path} ${fault.problem}`}>
                {section === null ? (
                  said
                ) : (
                  <Button variant="plain" textAlign="left" onClick={() => onGo(fault)}>
                    {said}
                  </Button>
                )}
              </List.Item>
            );
          })}
        </List>
      </BlockStack>
    </Card>
  );
}
