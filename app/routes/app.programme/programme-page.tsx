import { Banner, BlockStack, Button, Card, InlineStack, Layout, List, Text } from "@shopify/polaris";
import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { CodeBlock } from "../../components/code-block.tsx";
import { IndexPage } from "../../components/index-page.tsx";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import { programmeSentence } from "../../texts/programme-sentence.ts";
import type { ProgrammeView } from "../../use-cases/show-programme.ts";
import { EarningCard } from "./earning-card.tsx";
import { ExampleCard } from "./example-card.tsx";
import { ExclusionsCard } from "./exclusions-card.tsx";
import { useProgrammeForm, type ProgrammeForm } from "./use-programme-form.ts";
import { VersionsCard } from "./versions-card.tsx";

export function ProgrammePage({ view }: { view: ProgrammeView }) {
  const { t, f } = useWords();
  const words = t.programme;
  const shopify = useAppBridge();
  const form = useProgrammeForm(view, (number) => shopify.toast.show(words.saved(number)));
  return (
    <IndexPage title={words.title}>
      <SaveBar id="programme" open={form.isDirty}>
        <button variant="primary" onClick={form.save} {...(form.isSaving ? { loading: "" } : {})}>
          {words.save}
        </button>
        <button onClick={form.discard}>{words.discard}</button>
      </SaveBar>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Notices view={view} form={form} />
            <Card>
              <Text as="p" variant="bodyLg">
                <Sentence>{programmeSentence(withTyped(view.glance, form), t, f)}</Sentence>
              </Text>
            </Card>
            <EarningCard form={form} hasRate={view.glance.rate !== null} currency={view.currency} />
            <ExclusionsCard form={form} />
            <DocumentCard view={view} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <ExampleCard example={form.example} />
            <VersionsCard view={view} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </IndexPage>
  );
}

/** What needs somebody to act; everything else stands where it belongs. */
function Notices({ view, form }: { view: ProgrammeView; form: ProgrammeForm }) {
  const { t, f } = useWords();
  const words = t.programme;
  const { overtakenBy, otherFaults } = form;
  return (
    <>
      {overtakenBy === null ? null : (
        <Banner tone="warning" title={words.overtaken.title(overtakenBy)}>
          <BlockStack gap="300">
            <Text as="p">{words.overtaken.text}</Text>
            <InlineStack gap="200">
              <Button onClick={form.keep}>{words.overtaken.keep(overtakenBy)}</Button>
              <Button onClick={form.discard}>{words.overtaken.take(overtakenBy)}</Button>
            </InlineStack>
          </BlockStack>
        </Banner>
      )}
      {otherFaults.length === 0 ? null : (
        <Banner tone="critical" title={words.faults.title(otherFaults.length)}>
          <List>
            {otherFaults.map(({ path, problem, mend }) => (
              <List.Item key={`${path} ${problem}`}>
                <Sentence>{words.faults.other(path, problem, mend)}</Sentence>
              </List.Item>
            ))}
          </List>
        </Banner>
      )}
      {view.effectiveFrom > view.now ? (
        <Banner tone="info">{words.planned(view.number, f.dateTime(view.effectiveFrom))}</Banner>
      ) : null}
    </>
  );
}

function DocumentCard({ view }: { view: ProgrammeView }) {
  const { t, f } = useWords();
  const words = t.programme.more;
  const { rules, levels, rewards } = view.glance.more;
  const parts = [
    ...(rules > 0 ? [words.rules(rules)] : []),
    ...(levels > 0 ? [words.levels(levels)] : []),
    ...(rewards > 0 ? [words.rewards(rewards)] : []),
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Text as="p" tone="subdued">
          {words.help} {parts.length === 0 ? null : words.holds(f.list(parts))}
        </Text>
        <CodeBlock label={words.label(view.number)}>{view.yaml}</CodeBlock>
      </BlockStack>
    </Card>
  );
}

/** The sentence follows what is typed, as far as it can be read. */
function withTyped(glance: ProgrammeView["glance"], { edit }: ProgrammeForm): ProgrammeView["glance"] {
  const { points, per, pendingDays, ...exclude } = edit;
  const isDecimal = (text: string) => /^\d{1,15}(\.\d{1,9})?$/.test(text.trim());
  return {
    ...glance,
    rate:
      glance.rate !== null && isDecimal(points) && isDecimal(per)
        ? { points: points.trim(), per: per.trim() }
        : glance.rate,
    pendingDays: /^\d{1,4}$/.test(pendingDays.trim()) ? Number(pendingDays) : glance.pendingDays,
    exclude: { ...exclude, products: glance.exclude.products },
  };
}
