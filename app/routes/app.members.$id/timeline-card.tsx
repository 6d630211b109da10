import { BlockStack, Button, Card, InlineStack, Select, Text } from "@shopify/polaris";
import { useNavigation, useSearchParams } from "@remix-run/react";
import { useWords } from "../../components/use-words.ts";
import { TimelineLine } from "./timeline-line.tsx";
import type { ShownView } from "./shown-view.ts";
import type { DeedsState } from "./use-deeds.ts";

interface TimelineCardProps {
  view: ShownView;
  ask: DeedsState["ask"];
}

/** Everything that happened to the person, the newest first, each with its why. */
export function TimelineCard({ view, ask }: TimelineCardProps) {
  const { t } = useWords();
  const words = t.person.timeline;
  const [, setAddress] = useSearchParams();
  const isLoading = useNavigation().state === "loading";
  const { entries, kind, older, isFirst } = view.timeline;
  const options = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
  const show = (chosen: string) =>
    setAddress(chosen === "all" ? {} : { show: chosen }, { preventScrollReset: true });
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Select label={words.show} labelInline options={options} value={kind} onChange={show} />
        </InlineStack>
        {entries.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        ) : (
          <ul className="perennial-lines" aria-busy={isLoading}>
            {entries.map((entry) => (
              <TimelineLine key={entry.key} entry={entry} view={view} ask={ask} />
            ))}
          </ul>
        )}
        {isFirst && older === null ? null : (
          <InlineStack gap="200" align="end">
            {isFirst ? null : <Button url={addressOf(kind, null)}>{words.newest}</Button>}
            {older === null ? null : <Button url={addressOf(kind, older)}>{t.common.older}</Button>}
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}

function addressOf(kind: string, behind: string | null): string {
  const address = new URLSearchParams(kind === "all" ? {} : { show: kind });
  if (behind !== null) address.set("behind", behind);
  return `?${address}`;
}
