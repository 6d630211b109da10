import { useEffect } from "react";
import { Banner, BlockStack, Box, Button, Layout, Page, Text } from "@shopify/polaris";
import { SaveBar, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { NotAllowed } from "../../components/not-allowed.tsx";
import { EffectStatus } from "../../components/effect-status.tsx";
import { useMay } from "../../components/use-may.ts";
import { useNewsWhile } from "../../components/use-news-while.ts";
import { useWords } from "../../components/use-words.ts";
import type { PreviewPages } from "../../preview-page.server.ts";
import type { AdjustView } from "../../use-cases/onboarding/adjust-start.ts";
import { EffectCard } from "./effect-card.tsx";
import { FieldsCard } from "./fields-card.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { useAdjust, type AdjustForm } from "./use-adjust.ts";

interface AdjustPageProps {
  view: AdjustView & { tierNames: Readonly<Record<string, string>> };
  preview: PreviewPages | null;
}

/** A draft with the few values that matter, what it would have meant, and what shoppers would see of it. */
export function AdjustPage({ view, preview }: AdjustPageProps) {
  const { t } = useWords();
  const words = t.start.adjust;
  const may = useMay();
  const shopify = useAppBridge();
  const form = useAdjust(view, preview, () => shopify.toast.show(t.editor.saved));
  const asking = useFetcher();
  const { effect } = view;
  const canSave = may("programme.draft") && form.tried.fields.length === 0;
  const ask = () => void asking.submit({ intent: "effect" }, { method: "post" });
  const isUnasked = effect === null && view.tried.sound !== null && may("programme.draft");
  useEffect(() => {
    if (isUnasked) ask();
    // Once for each document that was saved.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isUnasked, view.draft.revision]);
  useNewsWhile(effect?.state === "waiting");
  return (
    <Page
      title={view.draft.name}
      subtitle={words.help}
      backAction={{ content: words.back, url: "/app/start" }}
      primaryAction={{
        content: words.save,
        disabled: !canSave,
        loading: form.isSaving,
        onAction: () => form.save("plan"),
      }}
      secondaryActions={[{ content: words.editor, url: `/app/programme/edit/${view.draft.id}` }]}
    >
      <TitleBar title={words.title} />
      <SaveBar id="start" open={form.isDirty}>
        <button
          variant="primary"
          onClick={() => form.save("stay")}
          {...(form.isSaving ? { loading: "" } : {})}
          {...(canSave ? {} : { disabled: true })}
        >
          {t.editor.save}
        </button>
        <button onClick={form.discard}>{t.programme.discard}</button>
      </SaveBar>
      <Layout>
        <Layout.Section variant="oneHalf">
          <BlockStack gap="400">
            <Notices form={form} draft={view.draft.id} />
            <FieldsCard view={view} form={form} />
            <EffectStatus effect={effect} onAsk={ask} />
            {form.isDirty && effect !== null ? (
              <Box paddingInline={{ xs: "400", sm: "0" }}>
                <Text as="p" tone="subdued">
                  {words.unsaved}
                </Text>
              </Box>
            ) : null}
            {effect?.state === "done" && effect.result !== null ? (
              <EffectCard study={effect.result} tierNames={view.tierNames} />
            ) : null}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneHalf">
          <PreviewCard preview={form.preview} />
        </Layout.Section>
      </Layout>
    </Page>
  );
}

function Notices({ form: { answer, tried, takeTheirs }, draft }: { form: AdjustForm; draft: string }) {
  const { t } = useWords();
  const words = t.start.adjust;
  return (
    <>
      {answer?.outcome === "not-allowed" ? <NotAllowed permission={answer.permission} /> : null}
      {answer?.outcome === "gone" ? <Banner tone="warning">{words.gone}</Banner> : null}
      {answer?.outcome === "overtaken" ? (
        <Banner tone="warning">
          <BlockStack gap="200" inlineAlign="start">
            <Text as="p">{words.overtaken(t.common.staff(answer.savedBy))}</Text>
            <Button onClick={takeTheirs}>{t.settings.reload}</Button>
          </BlockStack>
        </Banner>
      ) : null}
      {tried.others.length === 0 ? null : (
        <Banner tone="warning">
          <BlockStack gap="200" inlineAlign="start">
            <Text as="p">{words.others}</Text>
            <Button url={`/app/programme/edit/${draft}`}>{words.editor}</Button>
          </BlockStack>
        </Banner>
      )}
    </>
  );
}
