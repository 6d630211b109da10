import {
  Badge,
  Banner,
  BlockStack,
  Card,
  IndexTable,
  InlineStack,
  Link,
  Page,
  Text,
  useBreakpoints,
} from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { useVersionWords, VersionState } from "../../components/version-words.tsx";
import { useWords } from "../../components/use-words.ts";
import type { VersionLine, VersionsView } from "../../use-cases/versions/list-versions.ts";

/** Every version there ever was, the newest first. */
export function VersionsPage({ view, offersPast }: { view: VersionsView; offersPast: boolean }) {
  const { t } = useWords();
  const words = t.versions;
  const { smDown } = useBreakpoints();
  const { columns } = words;
  return (
    <Page
      title={words.title}
      subtitle={words.help}
      backAction={{ content: words.back, url: "/app/programme" }}
    >
      <TitleBar title={words.title} />
      <BlockStack gap="400">
        {offersPast ? <PastOrdersBanner /> : null}
        <Card padding="0">
          <IndexTable
            condensed={smDown}
            selectable={false}
            resourceName={words.resource}
            itemCount={view.versions.length}
            headings={[
              { title: columns.version },
              { title: columns.inForce },
              { title: columns.savedBy },
              { title: columns.saved, alignment: "end" },
            ]}
          >
            {view.versions.map((version, position) => (
              <IndexTable.Row key={version.number} id={String(version.number)} position={position}>
                {smDown ? <NarrowCells version={version} /> : <WideCells version={version} />}
              </IndexTable.Row>
            ))}
          </IndexTable>
        </Card>
      </BlockStack>
    </Page>
  );
}

/** Right after publishing: what the preview of a template showed comes about by a step of its own. */
function PastOrdersBanner() {
  const { t } = useWords();
  const { title, text, action } = t.pastOrders.published;
  return (
    <Banner tone="info" title={title} action={{ content: action, url: "/app/move/past-orders" }}>
      <Text as="p">{text}</Text>
    </Banner>
  );
}

function Name({ version: { number, name, state, runs } }: { version: VersionLine }) {
  const { t } = useWords();
  const words = t.versions;
  return (
    <BlockStack gap="050">
      <InlineStack gap="200" blockAlign="center">
        <Link url={`/app/programme/versions/${number}`} dataPrimaryLink monochrome removeUnderline>
          <Text as="span" fontWeight="semibold">
            {words.name(number)}
          </Text>
        </Link>
        <VersionState state={state} />
        {runs === "running" ? null : <Badge tone="attention">{words[runs]}</Badge>}
      </InlineStack>
      <Text as="span" variant="bodySm" tone="subdued" breakWord>
        {name}
      </Text>
    </BlockStack>
  );
}

function WideCells({ version }: { version: VersionLine }) {
  const { f } = useWords();
  const said = useVersionWords();
  return (
    <>
      <IndexTable.Cell>
        <div className="perennial-fit">
          <Name version={version} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div className="perennial-fit">{said.inForce(version)}</div>
      </IndexTable.Cell>
      <IndexTable.Cell>{said.savedBy(version)}</IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {f.dateTime(version.savedAt)}
        </Text>
      </IndexTable.Cell>
    </>
  );
}

function NarrowCells({ version }: { version: VersionLine }) {
  const said = useVersionWords();
  return (
    <div className="perennial-narrow-row">
      <BlockStack gap="100">
        <Name version={version} />
        <Text as="span" variant="bodySm">
          {said.inForce(version)}
        </Text>
        <Text as="span" variant="bodySm" tone="subdued">
          {said.savedBy(version)}
        </Text>
      </BlockStack>
    </div>
  );
}
