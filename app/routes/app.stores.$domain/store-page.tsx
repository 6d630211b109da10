import { useEffect, useState } from "react";
import { Badge, BlockStack, Button, Card, InlineStack, Layout, Page, Text } from "@shopify/polaris";
import { TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher, useNavigate } from "@remix-run/react";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { Figure } from "../../components/figure.tsx";
import { Sentence } from "../../components/sentence.tsx";
import { useLocale } from "../../components/use-locale.ts";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import { formatsFor } from "../../texts/formats.ts";
import { programmeSentence } from "../../texts/programme-sentence.ts";
import type { Texts } from "../../texts/texts.ts";
import type { StoreView } from "../../use-cases/stores/show-store.ts";
import { CopyCard } from "./copy-card.tsx";
import { DriftCard } from "./drift-card.tsx";

/** One store that is looked after: its programme and its sums. */
export function StorePage({ view }: { view: StoreView }) {
  const { t } = useWords();
  const words = t.stores;
  const may = useMay();
  const dismissal = useDismissal();
  return (
    <Page backAction={{ content: words.back, url: "/app/stores" }} title={view.name} subtitle={view.domain}>
      <TitleBar title={view.name} />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <ProgrammeCard view={view} />
            <DriftCard view={view} />
            {may("programme.draft") && view.others.length > 1 ? <CopyCard view={view} /> : null}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <FiguresCard view={view} />
            <VersionsCard view={view} />
            {view.isOwn || !may("staff.manage") ? null : (
              <InlineStack>
                <Button tone="critical" variant="tertiary" onClick={dismissal.ask} loading={dismissal.isBusy}>
                  {words.store.dismiss}
                </Button>
              </InlineStack>
            )}
          </BlockStack>
        </Layout.Section>
      </Layout>
      <ConfirmModal
        id="dismiss-store"
        open={dismissal.isAsked}
        title={words.store.dismissTitle}
        text={words.store.dismissText}
        action={words.store.dismiss}
        onConfirm={dismissal.confirm}
        onClose={dismissal.close}
      />
    </Page>
  );
}

function ProgrammeCard({ view }: { view: StoreView }) {
  const { t } = useWords();
  // In that store's money, which may be another than this one's.
  const f = formatsFor({ locale: useLocale(), currency: view.currency, timezone: view.timezone });
  const words = t.stores.store;
  const { programme, state } = view;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {words.programme}
          </Text>
          {state === null ? null : (
            <Badge tone={state.state === "running" ? "success" : "attention"}>
              {t.programmeState.badge[state.state]}
            </Badge>
          )}
        </InlineStack>
        {programme === null ? (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        ) : (
          <Text as="p">
            <Sentence>{programmeSentence(programme, t, f)}</Sentence>
          </Text>
        )}
        <Text as="p" tone="subdued">
          {words.terms(view.currency, view.timezone)}
        </Text>
      </BlockStack>
    </Card>
  );
}

function FiguresCard({ view }: { view: StoreView }) {
  const { t, f } = useWords();
  const { columns, pending } = t.stores.list;
  const { figures, asOf } = view;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.stores.store.figures}
        </Text>
        {asOf === null ? (
          <Text as="p" tone="subdued">
            {pending}
          </Text>
        ) : (
          <div className="perennial-figures">
            <Figure label={columns.active} value={f.whole(figures.active)} />
            <Figure label={columns.earned} value={f.whole(figures.earned)} />
            <Figure label={columns.redeemed} value={f.whole(figures.redeemed)} />
            <Figure label={columns.out} value={f.whole(figures.out)} />
          </div>
        )}
        <Text as="p" variant="bodySm" tone="subdued">
          {view.isOwn ? null : t.stores.store.members}
        </Text>
        <InlineStack>
          <Button url={`/app/stores/${encodeURIComponent(view.domain)}/report`}>
            {t.stores.report.open}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}

function VersionsCard({ view }: { view: StoreView }) {
  const { t, f } = useWords();
  const words = t.stores.store;
  if (view.versions.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.versions}
        </Text>
        <ul className="perennial-lines">
          {view.versions.map(({ number, effectiveFrom, savedBy }) => (
            <li key={number} className="perennial-line">
              <Text as="p" breakWord>
                {words.versionLine(f.count(number), f.dateTime(effectiveFrom), saverOf(savedBy, t))}
              </Text>
            </li>
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}

function saverOf(savedBy: string, t: Texts): string {
  if (savedBy === "installation") return t.versions.installation;
  return /^\d+$/.test(savedBy) ? t.common.staff(savedBy) : savedBy;
}

function useDismissal() {
  const { t } = useWords();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const fetcher = useFetcher<{ outcome: string }>();
  const [isAsked, setAsked] = useState(false);
  const isOver = fetcher.state === "idle" && fetcher.data !== undefined;
  useEffect(() => {
    if (!isOver) return;
    shopify.toast.show(t.stores.store.dismissed);
    void navigate("/app/stores");
  }, [isOver, navigate, shopify, t]);
  return {
    isAsked,
    isBusy: fetcher.state !== "idle",
    ask: () => setAsked(true),
    close: () => setAsked(false),
    confirm: () => void fetcher.submit({ deed: "dismiss" }, { method: "post" }),
  };
}
