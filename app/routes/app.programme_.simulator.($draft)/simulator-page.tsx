import { Banner, BlockStack, Card, ChoiceList, Layout, Page, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useWords } from "../../components/use-words.ts";
import type { SimulatorView } from "../../use-cases/simulator/show-simulator.ts";
import { BuildCard } from "./build-card.tsx";
import { OrdersCard } from "./orders-card.tsx";
import { RefundCard } from "./refund-card.tsx";
import { ResultCard } from "./result-card.tsx";
import { useSimulator } from "./use-simulator.ts";

/** An order is tried: one of the shop's, or one that is made up; under what is in force, and under a draft beside it. */
export function SimulatorPage({ view }: { view: SimulatorView }) {
  const { t } = useWords();
  const words = t.simulator;
  const form = useSimulator(view, words.build.example);
  const { draft } = view;
  const back =
    draft === null
      ? { content: words.backToProgramme, url: "/app/programme" }
      : { content: words.backToDraft, url: `/app/programme/edit/${draft.id}` };
  return (
    <Page title={words.title} subtitle={words.intro} backAction={back} fullWidth={draft !== null}>
      <TitleBar title={words.title} />
      <Layout>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            {draft === null ? null : draft.isSound ? (
              <Text as="p">{words.with(draft.name)}</Text>
            ) : (
              <Banner tone="warning">{words.unsound}</Banner>
            )}
            <Card>
              <ChoiceList
                title={words.kind}
                choices={[
                  { label: words.kinds.order, value: "order" },
                  { label: words.kinds.built, value: "built" },
                ]}
                selected={[form.kind]}
                onChange={([kind]) => form.choose(kind === "built" ? "built" : "order")}
              />
            </Card>
            {form.kind === "order" ? (
              <OrdersCard view={view} form={form} />
            ) : (
              <BuildCard view={view} form={form} />
            )}
          </BlockStack>
        </Layout.Section>
        <Layout.Section>
          <BlockStack gap="400">
            {form.problem === "no-order" ? <Banner tone="warning">{words.noOrder}</Banner> : null}
            {form.problem === "no-draft" ? <Banner tone="warning">{words.unsound}</Banner> : null}
            <div aria-live="polite">
              {form.simulation === null ? (
                <Card>
                  <NothingHere heading={words.empty.title} text={words.empty.text} />
                </Card>
              ) : (
                <ResultCard simulation={form.simulation} draftName={draft?.name ?? ""} />
              )}
            </div>
            {form.simulation === null ? null : (
              <RefundCard
                key={`${form.simulation.order.name} ${form.simulation.order.processedAt}`}
                order={form.simulation.order}
                form={form}
              />
            )}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
