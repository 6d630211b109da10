import { BlockStack, Button, Card, InlineError, Link, Text } from "@shopify/polaris";
import { useDownload } from "../../components/use-download.ts";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { OperationsView } from "../../use-cases/operations/show-operations.ts";

const FILE = "perennial-export.ndjson";

/** Everything of the shop as a file, and the way to the pages for moving. */
export function ExportsCard({ moving }: Pick<OperationsView, "moving">) {
  const { t, f } = useWords();
  const words = t.operations.exports;
  const may = useMay();
  const whole = useDownload();
  const nameless = useDownload();
  const isClosed = !may("operations");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p">{words.help}</Text>
        <BlockStack gap="200" inlineAlign="start">
          <Button
            disabled={isClosed}
            loading={whole.state === "loading"}
            onClick={() => whole.start("/app/move-files/everything", FILE)}
          >
            {words.whole}
          </Button>
          <Button
            disabled={isClosed}
            loading={nameless.state === "loading"}
            onClick={() => nameless.start("/app/move-files/everything?persons=none", FILE)}
          >
            {words.nameless}
          </Button>
          {[whole.state, nameless.state].includes("failed") ? (
            <InlineError fieldID="exports" message={words.failed} />
          ) : null}
          <Link url="/app/move">{words.move}</Link>
        </BlockStack>
        {moving.underWay === 0 ? null : (
          <Text as="p">{t.operations.moving(String(moving.underWay), f.count(moving.underWay))}</Text>
        )}
      </BlockStack>
    </Card>
  );
}
