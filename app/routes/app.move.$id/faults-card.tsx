import { BlockStack, Button, Card, InlineError, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useDownload } from "../../components/use-download.ts";
import { useWords } from "../../components/use-words.ts";
import { asSentence, inWords, reasonWords } from "../../texts/fault-words.ts";
import type { ImportPreview } from "../../use-cases/moving-in/show-import.ts";

/** Why rows stay behind, the commonest reason first, and the rows themselves to be mended. */
export function FaultsCard({ id, preview }: { id: string; preview: ImportPreview }) {
  const { t, f } = useWords();
  const words = t.move.page;
  const download = useDownload();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.faults}
        </Text>
        <Text as="p" tone="subdued">
          {words.faultsHelp}
        </Text>
        <ul className="perennial-lines">
          {preview.faults.map(({ column, problem, mend, rows, first }) => (
            <li key={`${column} ${problem}`} className="perennial-line">
              <BlockStack gap="050">
                <Text as="p">
                  <Sentence>{words.fault(column, inWords(problem, t.reasons))}</Sentence>
                </Text>
                <Text as="p" tone="subdued">
                  {asSentence(words.faultRows(rows, f.count(rows), f.count(first)), t.document.end)}{" "}
                  {reasonWords(mend, t)}
                </Text>
              </BlockStack>
            </li>
          ))}
        </ul>
        <BlockStack inlineAlign="start" gap="200">
          <Button
            loading={download.state === "loading"}
            onClick={() => download.start(`/app/move-files/refused?import=${id}`, "refused-rows.csv")}
          >
            {words.downloadFaults}
          </Button>
          {download.state === "failed" ? <InlineError fieldID="refused" message={t.move.out.failed} /> : null}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
