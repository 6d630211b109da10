import { Banner, BlockStack, Button, Card, InlineStack, Layout, Text } from "@shopify/polaris";
import { IndexPage } from "../../components/index-page.tsx";
import { NotAllowed } from "../../components/not-allowed.tsx";
import { NothingHere } from "../../components/nothing-here.tsx";
import { PauseControls } from "../../components/pause-controls.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { ProgrammeView } from "../../use-cases/show-programme.ts";
import { DraftsCard } from "./drafts-card.tsx";
import { ToldCards } from "./told-cards.tsx";
import { useDrafts } from "./use-drafts.ts";

/** What the programme says now, what is to come, and what is being written. */
export function ProgrammePage({ view }: { view: ProgrammeView }) {
  const { t, f } = useWords();
  const words = t.programme;
  const may = useMay()("programme.draft");
  const drafts = useDrafts(view.drafts);
  const { inForce, scheduled, state } = view;
  return (
    <IndexPage
      title={words.title}
      actions={
        may ? (
          <button variant="primary" onClick={drafts.edit} {...(drafts.isBusy ? { loading: "" } : {})}>
            {words.edit}
          </button>
        ) : undefined
      }
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {drafts.missing === null ? null : <NotAllowed permission={drafts.missing} />}
            {scheduled.map(({ number, effectiveFrom }) => (
              <Banner
                key={number}
                tone="info"
                action={{ content: words.look, url: `/app/programme/versions/${number}` }}
              >
                {words.scheduled(number, f.dateTime(effectiveFrom))}
              </Banner>
            ))}
            {inForce === null ? (
              <Card>
                <NothingHere
                  heading={words.none.title}
                  text={words.none.text}
                  action={{ content: words.none.action, url: "/app/start" }}
                />
              </Card>
            ) : (
              <ToldCards version={inForce} state={state} />
            )}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <DraftsCard view={view} drafts={drafts} mayWrite={may} />
            {state === null ? null : (
              <Card>
                <PauseControls view={state} />
              </Card>
            )}
            <Card>
              <BlockStack gap="300">
                <Text as="h2" variant="headingMd">
                  {words.closer}
                </Text>
                <InlineStack gap="200">
                  <Button url="/app/programme/versions">{words.versions}</Button>
                  <Button url="/app/programme/simulator">{words.simulator}</Button>
                </InlineStack>
              </BlockStack>
            </Card>
          </BlockStack>
        </Layout.Section>
      </Layout>
    </IndexPage>
  );
}
