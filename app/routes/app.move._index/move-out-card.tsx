import { useState } from "react";
import { BlockStack, Button, Card, Checkbox, InlineError, Select, Text } from "@shopify/polaris";
import { useDownload } from "../../components/use-download.ts";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { MovingView } from "../../use-cases/moving-in/show-import.ts";

/** Everything a merchant can take with them. */
export function MoveOutCard({ formats }: Pick<MovingView, "formats">) {
  const { t } = useWords();
  const words = t.move.out;
  const [nameless, setNameless] = useState(false);
  const [format, setFormat] = useState<string>(formats[0] ?? "csv");
  const may = useMay();
  const whole = useDownload();
  const members = useDownload();
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.help}
          </Text>
        </BlockStack>
        <BlockStack gap="200" inlineAlign="start">
          <Text as="h3" variant="headingSm">
            {words.whole}
          </Text>
          <Checkbox label={words.nameless} checked={nameless} onChange={setNameless} />
          <Button
            disabled={!may("operations")}
            loading={whole.state === "loading"}
            onClick={() =>
              whole.start(
                `/app/move-files/everything${nameless ? "?persons=none" : ""}`,
                "perennial-export.ndjson",
              )
            }
          >
            {words.downloadWhole}
          </Button>
          {whole.state === "failed" ? <InlineError fieldID="whole" message={words.failed} /> : null}
        </BlockStack>
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {words.members}
          </Text>
          <Select
            label={words.format}
            options={formats.map((id) => ({ value: id, label: words.formats[id] }))}
            value={format}
            onChange={setFormat}
          />
          <BlockStack inlineAlign="start">
            <Button
              disabled={!may("members.export")}
              loading={members.state === "loading"}
              onClick={() =>
                members.start(`/app/move-files/members?format=${format}`, `perennial-members-${format}.csv`)
              }
            >
              {words.downloadMembers}
            </Button>
          </BlockStack>
          {members.state === "failed" ? <InlineError fieldID="members" message={words.failed} /> : null}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}
