import { useState } from "react";
import { BlockStack, Box, Button, InlineStack, Layout, Page } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { missingPermission, NotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { ActedOnPlan } from "../../use-cases/experiments/act-on-plan.ts";
import type { PlanChoices } from "../../use-cases/experiments/show-experiments.ts";
import { ForecastCard } from "../app.insight.experiments.$id/forecast-card.tsx";
import { PlanFields, type PlanValues } from "./plan-fields.tsx";

/** A question, what is tried with whom, and what the answer takes. Nothing begins here. */
export function PlanPage({ choices }: { choices: PlanChoices }) {
  const { t } = useWords();
  const words = t.experiments.form;
  const may = useMay()("insight.manage");
  const fetcher = useFetcher<ActedOnPlan>();
  const [values, setValues] = useState<PlanValues>(() => firstValues(choices));
  // Made with the form: however often it is sent, it is one plan.
  const [id] = useState(() => crypto.randomUUID());
  const answer = fetcher.data;
  const missing = missingPermission(answer);
  const sending = fetcher.formData?.get("deed");
  const [workedOut, setWorkedOut] = useState<PlanValues>();
  const send = (deed: string) => {
    setWorkedOut(values);
    void fetcher.submit({ ...values, id, deed }, { method: "post" });
  };
  return (
    <Page title={words.title} backAction={{ content: t.experiments.back, url: "/app/insight/experiments" }}>
      <TitleBar title={words.title} />
      <BlockStack gap="400">
        {missing === null ? null : <NotAllowed permission={missing} />}
        <Layout>
          <Layout.Section>
            <PlanFields
              choices={choices}
              values={values}
              faults={answer?.outcome === "refused" ? answer.faults : []}
              onChange={(changes) => setValues((before) => ({ ...before, ...changes }))}
            />
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <ForecastCard
                worked={answer?.outcome === "worked-out" && workedOut === values ? answer : null}
                currency={choices.currency}
              />
              <Box paddingInline={{ xs: "400", sm: "0" }}>
                <InlineStack gap="300">
                  <Button
                    onClick={() => send("work")}
                    loading={sending === "work"}
                    disabled={!may || sending === "keep"}
                  >
                    {words.work}
                  </Button>
                  <Button
                    variant="primary"
                    onClick={() => send("keep")}
                    loading={sending === "keep"}
                    disabled={!may || sending === "work"}
                  >
                    {words.keep}
                  </Button>
                </InlineStack>
              </Box>
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}

function firstValues({ rewards }: PlanChoices): PlanValues {
  return {
    ...{ question: "", kind: "points", points: "100", reason: "", reward: rewards[0]?.id ?? "" },
    ...{ segment: "", share: "100", armShare: "50", spread: "7", measure: "bought", window: "30" },
    ...{ smallest: "10", margin: "", overlaps: "" },
  };
}
