import { BlockStack, Button, Card, InlineStack, Layout, Text } from "@shopify/polaris";
import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { Facts } from "../../components/facts.tsx";
import { IndexPage } from "../../components/index-page.tsx";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { SaveNotice } from "../../components/save-notice.tsx";
import { useMay } from "../../components/use-may.ts";
import { useSavedForm } from "../../components/use-saved-form.ts";
import { useWords } from "../../components/use-words.ts";
import type { SettingsView } from "../../use-cases/settings/show-settings.ts";
import { AccessCard } from "./access-card.tsx";
import { LiabilityCard } from "./liability-card.tsx";

export function SettingsPage({ view }: { view: SettingsView }) {
  const { t } = useWords();
  const words = t.settings;
  const may = useMay();
  const shopify = useAppBridge();
  const tillRedeems = view.tillRedeems ? "yes" : "no";
  const values = { defaultRole: view.defaultRole as string, tillRedeems, ...view.fields };
  const form = useSavedForm({ values, revision: view.revision }, () => shopify.toast.show(words.saved));
  return (
    <IndexPage title={words.title}>
      <SaveBar id="settings" open={form.isDirty}>
        <button variant="primary" onClick={form.save} {...(form.isSaving ? { loading: "" } : {})}>
          {t.programme.save}
        </button>
        <button onClick={form.discard}>{t.programme.discard}</button>
      </SaveBar>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <SaveNotice form={form} names={view.names} now={view.now} />
            {may("settings") ? null : <WhyNotAllowed permission="settings" />}
            <AccessCard form={form} />
            <LiabilityCard form={form} currency={view.shop.currency} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <ShopCard shop={view.shop} />
            <LinkCard
              title={words.privacy.title}
              text={words.privacy.text}
              link={{ content: words.privacy.open, url: "/app/privacy" }}
            />
            <LinkCard
              title={words.apps.title}
              text={words.apps.text}
              link={{ content: words.apps.open, url: "/app/settings/access" }}
            />
            <LinkCard
              title={words.stores.title}
              text={words.stores.text}
              link={{ content: words.stores.open, url: "/app/stores" }}
            />
            <LinkCard title={words.notifications.title} text={words.notifications.text} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </IndexPage>
  );
}

function ShopCard({ shop }: Pick<SettingsView, "shop">) {
  const { t, f } = useWords();
  const words = t.settings.shop;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Facts
          facts={[
            [words.name, shop.name],
            [words.domain, shop.domain],
            [words.currency, shop.currency],
            [words.timezone, shop.timezone],
            [words.installed, f.date(shop.installedAt)],
          ]}
        />
        <Text as="p" tone="subdued">
          {words.help}
        </Text>
      </BlockStack>
    </Card>
  );
}

interface LinkCardProps {
  title: string;
  text: string;
  link?: { content: string; url: string };
}

function LinkCard({ title, text, link }: LinkCardProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <Text as="p">{text}</Text>
        {link === undefined ? null : (
          <InlineStack>
            <Button url={link.url}>{link.content}</Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}
