import { useState } from "react";
import { Badge, Banner, BlockStack, Card, InlineStack, Layout, Page, Select, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { useSearchParams } from "@remix-run/react";
import { CodeBlock } from "../../components/code-block.tsx";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { DifferenceList } from "../../components/difference-list.tsx";
import { Facts } from "../../components/facts.tsx";
import { NotAllowed, WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import { useVersionWords, VersionState } from "../../components/version-words.tsx";
import type { VersionView } from "../../use-cases/versions/show-version.ts";
import { SideBySide } from "./side-by-side.tsx";
import { useVersion, type VersionForm } from "./use-version.ts";

/** One version: what it says otherwise than another, and the way back to it. */
export function VersionPage({ view }: { view: VersionView }) {
  const { t, f } = useWords();
  const words = t.versions;
  const may = useMay();
  const form = useVersion();
  const [asking, setAsking] = useState(false);
  const { number, state, from, runs } = view.version;
  const mayPublish = may("programme.publish");
  return (
    <Page
      title={words.name(number)}
      titleMetadata={
        <InlineStack gap="100">
          <VersionState state={state} />
          {runs === "running" ? null : <Badge tone="attention">{words[runs]}</Badge>}
        </InlineStack>
      }
      backAction={{ content: words.title, url: "/app/programme/versions" }}
      primaryAction={{
        content: words.restore.action,
        disabled: !mayPublish || form.isSending,
        onAction: form.restore,
      }}
      secondaryActions={
        view.goesOn === null
          ? []
          : [
              {
                content: words.cancel.action,
                destructive: true,
                disabled: !mayPublish || form.isSending,
                onAction: () => setAsking(true),
              },
            ]
      }
    >
      <TitleBar title={words.title} />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Notices form={form} />
            <ComparisonCard view={view} />
            <Card>
              <CodeBlock label={t.programme.more.label(number)} level="h2">
                {view.yaml}
              </CodeBlock>
            </Card>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <FactsCard view={view} mayPublish={mayPublish} />
        </Layout.Section>
      </Layout>
      <ConfirmModal
        id="cancel-start"
        open={asking}
        title={words.cancel.title(number)}
        text={words.cancel.text(number, from === null ? "" : f.dateTime(from), view.goesOn ?? 0)}
        action={words.cancel.action}
        onConfirm={form.cancelStart}
        onClose={() => setAsking(false)}
      />
    </Page>
  );
}

function Notices({ form: { answer } }: { form: VersionForm }) {
  const { t } = useWords();
  const words = t.versions.cancel;
  if (answer?.outcome === "not-allowed") return <NotAllowed permission={answer.permission} />;
  if (answer?.outcome === "too-late") return <Banner tone="warning">{words.tooLate}</Banner>;
  if (answer?.outcome === "overtaken") return <Banner tone="warning">{words.overtaken}</Banner>;
  return null;
}

function FactsCard({ view: { version }, mayPublish }: { view: VersionView; mayPublish: boolean }) {
  const { t, f } = useWords();
  const said = useVersionWords();
  const words = t.versions;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd" breakWord>
          {version.name}
        </Text>
        <Facts
          facts={[
            [words.columns.inForce, said.inForce(version)],
            [words.columns.savedBy, said.savedBy(version)],
            [words.columns.saved, f.dateTime(version.savedAt)],
          ]}
        />
        <Text as="p" tone="subdued">
          {words.restore.help}
        </Text>
        {mayPublish ? null : <WhyNotAllowed permission="programme.publish" />}
      </BlockStack>
    </Card>
  );
}

function ComparisonCard({ view: { version, others, comparison } }: { view: VersionView }) {
  const { t } = useWords();
  const words = t.versions.compare;
  const [, setAddress] = useSearchParams();
  if (comparison === null)
    return (
      <Card>
        <Text as="p">{words.first}</Text>
        {others.length === 0 ? null : <CompareWith others={others} chosen={null} onChoose={choose} />}
      </Card>
    );
  const { differences, lines, names } = comparison;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {words.title(version.number, comparison.with)}
          </Text>
          <CompareWith others={others} chosen={comparison.with} onChoose={choose} />
        </BlockStack>
        {differences.length === 0 ? (
          <Text as="p">{words.none}</Text>
        ) : (
          <DifferenceList differences={differences} names={names} />
        )}
        {lines.some(({ kind }) => kind !== "skipped") ? (
          <SideBySide lines={lines} left={words.left(comparison.with)} right={words.left(version.number)} />
        ) : null}
      </BlockStack>
    </Card>
  );

  function choose(other: string): void {
    setAddress({ with: other }, { preventScrollReset: true });
  }
}

interface CompareWithProps {
  others: number[];
  chosen: number | null;
  onChoose: (other: string) => void;
}

function CompareWith({ others, chosen, onChoose }: CompareWithProps) {
  const { t } = useWords();
  const words = t.versions;
  return (
    <Select
      label={words.compare.with}
      {...(chosen === null ? { placeholder: words.compare.with } : {})}
      options={others.map((number) => ({ value: String(number), label: words.name(number) }))}
      value={chosen === null ? "" : String(chosen)}
      onChange={onChoose}
    />
  );
}
