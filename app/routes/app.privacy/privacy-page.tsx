import { BlockStack, Box, Layout, Page, Text } from "@shopify/polaris";
import { SaveBar, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { SaveNotice } from "../../components/save-notice.tsx";
import { useSavedForm } from "../../components/use-saved-form.ts";
import { useWords } from "../../components/use-words.ts";
import type { PrivacyView } from "../../use-cases/settings/show-privacy.ts";
import { ConsentsCard } from "./consents-card.tsx";
import { ErasuresCard } from "./erasures-card.tsx";
import { KeptCard } from "./kept-card.tsx";
import { RequestsCard } from "./requests-card.tsx";
import { RetentionCard } from "./retention-card.tsx";

export function PrivacyPage({ view }: { view: PrivacyView }) {
  const { t } = useWords();
  const words = t.privacy;
  const shopify = useAppBridge();
  const days = (number: number | null) => number?.toString() ?? "";
  const { requests, feedback, deadLetters, activity } = view.keep;
  const values = {
    ...{ requests: days(requests), feedback: days(feedback) },
    ...{ deadLetters: days(deadLetters), activity: days(activity) },
  };
  const form = useSavedForm({ values, revision: view.revision }, () => shopify.toast.show(words.saved));
  return (
    <Page title={words.title} backAction={{ content: words.back, url: "/app/settings" }}>
      <TitleBar title={words.title} />
      <SaveBar id="retention" open={form.isDirty}>
        <button variant="primary" onClick={form.save} {...(form.isSaving ? { loading: "" } : {})}>
          {t.programme.save}
        </button>
        <button onClick={form.discard}>{t.programme.discard}</button>
      </SaveBar>
      <BlockStack gap="400">
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {words.about}
          </Text>
        </Box>
        <SaveNotice form={form} names={view.names} now={view.now} />
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <RequestsCard view={view} />
              <ConsentsCard view={view} />
              <KeptCard />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <RetentionCard form={form} />
              <ErasuresCard erasures={view.erasures} />
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}
