import { useState } from "react";
import {
  Banner,
  BlockStack,
  Box,
  Button,
  Card,
  Layout,
  List,
  Page,
  ProgressBar,
  Text,
} from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { ImportStateBadge } from "../../components/import-state-badge.tsx";
import { NotAllowed, WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import { reasonWords } from "../../texts/fault-words.ts";
import type { ImportView } from "../../use-cases/moving-in/show-import.ts";
import { FaultsCard } from "./faults-card.tsx";
import { MappingCard } from "./mapping-card.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { ReceiptCard } from "./receipt-card.tsx";
import { TiersCard } from "./tiers-card.tsx";
import { useImport, type ImportForm } from "./use-import.ts";

/** One file on its way in: what its columns mean, what it would do, how far it is, and what it did. */
export function ImportPage({ view }: { view: ImportView }) {
  const { t, f } = useWords();
  const words = t.move.page;
  const form = useImport(view);
  const [asking, setAsking] = useState(false);
  const ready = view.state === "checked" ? (view.preview?.members ?? 0) : 0;
  const may = useMay();
  const canApply = ready > 0 && !form.isDirty && !form.isSending && may("operations");
  return (
    <Page
      title={view.fileName}
      titleMetadata={<ImportStateBadge state={view.state} />}
      backAction={{ content: words.back, url: "/app/move" }}
      {...(canApply
        ? {
            primaryAction: { content: words.apply(ready, f.count(ready)), onAction: () => setAsking(true) },
          }
        : {})}
    >
      <TitleBar title={t.move.title} />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {may("operations") ? null : <WhyNotAllowed permission="operations" />}
            {form.missing === null ? null : <NotAllowed permission={form.missing} />}
            <Notices view={view} form={form} />
            {form.isUnderWay ? <ProgressCard view={view} /> : null}
            {view.state === "read" ? <FirstChoices view={view} form={form} /> : null}
            {view.receipt === null ? null : <ReceiptCard view={view} form={form} />}
            {view.preview === null ? null : <PreviewCard view={view} preview={view.preview} />}
            {view.preview === null || view.preview.refused === 0 ? null : (
              <FaultsCard id={view.id} preview={view.preview} />
            )}
          </BlockStack>
        </Layout.Section>
        {view.state === "checked" ? (
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              {view.preview === null ||
              view.preview.tiers.length * view.preview.levels.length === 0 ? null : (
                <TiersCard preview={view.preview} form={form} />
              )}
              <MappingCard view={view} form={form} />
              <Discard form={form} />
            </BlockStack>
          </Layout.Section>
        ) : null}
      </Layout>
      <ConfirmModal
        id="apply"
        open={asking}
        title={words.applyTitle}
        text={words.applyText}
        action={words.apply(ready, f.count(ready))}
        onConfirm={() => form.send("apply")}
        onClose={() => setAsking(false)}
      />
    </Page>
  );
}

/** Before the first preview there is nothing else to look at. */
function FirstChoices({ view, form }: { view: ImportView; form: ImportForm }) {
  return (
    <>
      <MappingCard view={view} form={form} />
      <Discard form={form} />
    </>
  );
}

function Discard({ form }: { form: ImportForm }) {
  const { t } = useWords();
  const words = t.move.page;
  const may = useMay();
  const [asking, setAsking] = useState(false);
  return (
    <Box paddingInline={{ xs: "400", sm: "0" }} paddingBlockEnd={{ xs: "400", sm: "0" }}>
      <Button tone="critical" variant="plain" disabled={!may("operations")} onClick={() => setAsking(true)}>
        {words.discard}
      </Button>
      <ConfirmModal
        id="discard"
        open={asking}
        title={words.discardTitle}
        text={words.discardText}
        action={words.discard}
        isDestructive
        onConfirm={() => form.send("discard")}
        onClose={() => setAsking(false)}
      />
    </Box>
  );
}

function Notices({ view, form: { answer } }: { view: ImportView; form: ImportForm }) {
  const { t, f } = useWords();
  const words = t.move.page;
  return (
    <>
      {answer?.outcome === "too-late" ? <Banner tone="warning">{words.tooLate}</Banner> : null}
      {answer?.outcome === "busy" ? <Banner tone="warning">{words.busy}</Banner> : null}
      {answer?.outcome === "used" ? (
        <Banner tone="warning">{words.used(answer.members, f.count(answer.members))}</Banner>
      ) : null}
      {answer?.outcome === "refused" ? (
        <Banner tone="critical">
          <List>
            {answer.faults.map((fault) => (
              <List.Item key={JSON.stringify(fault)}>
                {fault.fault === "column-twice"
                  ? words.faultsIn["column-twice"](fault.heading)
                  : words.faultsIn[fault.fault]}
              </List.Item>
            ))}
          </List>
        </Banner>
      ) : null}
      {view.state === "checked" && view.preview?.accepted === 0 ? (
        <Banner tone="warning">{words.nothing}</Banner>
      ) : null}
      {view.state === "flagged" ? (
        <Banner tone="critical">{view.reason === null ? words.differs : reasonWords(view.reason, t)}</Banner>
      ) : null}
    </>
  );
}

function ProgressCard({ view }: { view: ImportView }) {
  const { t, f } = useWords();
  const { done, of } = view.progress;
  return (
    <Card>
      <div role="status">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {t.move.states[view.state]}
          </Text>
          <ProgressBar progress={of === 0 ? 0 : Math.floor((100 * done) / of)} size="small" />
          <Text as="p">{t.move.page.progress(f.count(done), f.count(of))}</Text>
          <Text as="p" tone="subdued">
            {t.move.page.leave}
          </Text>
        </BlockStack>
      </div>
    </Card>
  );
}
