import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { ProgrammeView } from "../../use-cases/show-programme.ts";

type Version = ProgrammeView["versions"][number];

export function VersionsCard({ view }: { view: ProgrammeView }) {
  const { t } = useWords();
  const words = t.programme.versions;
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.help}
          </Text>
        </BlockStack>
        <ul className="perennial-lines">
          {view.versions.map((version) => (
            <VersionLine key={version.number} version={version} view={view} />
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}

function VersionLine({ version, view }: { version: Version; view: ProgrammeView }) {
  const { t, f } = useWords();
  const words = t.programme.versions;
  const { number, effectiveFrom, savedAt, savedBy } = version;
  return (
    <li className="perennial-line">
      <BlockStack gap="050">
        <InlineStack gap="200">
          <Text as="span" fontWeight="semibold">
            {words.name(number)}
          </Text>
          {number === view.inForce ? <Badge tone="success">{words.inForce}</Badge> : null}
          {effectiveFrom > view.now ? <Badge tone="info">{words.planned}</Badge> : null}
        </InlineStack>
        <Text as="span" variant="bodySm" tone="subdued">
          {timesOf()}
        </Text>
      </BlockStack>
    </li>
  );

  function timesOf(): string {
    const by = byWhom(savedBy);
    const from = f.dateTime(effectiveFrom);
    const saved = f.dateTime(savedAt);
    return from === saved ? words.atOnce(saved, by) : `${words.from(from)}, ${words.saved(saved, by)}`;
  }

  function byWhom(saver: string): string {
    if (saver === "installation") return words.installation;
    return /^\d+$/.test(saver) ? t.common.staff(saver) : saver;
  }
}
