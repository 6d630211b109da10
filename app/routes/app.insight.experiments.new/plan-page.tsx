import { useState } from "react";
import { Banner, BlockStack, Button, InlineStack, Layout, Page } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { missingPermission, NotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { ActedOnPlan } from "../../use-cases/experiments/act-on-plan.ts";
import type { PlanChoices } from "../../use-cases/experiments/show-experiments.ts";
import { ForecastCard } from "../app.insight.experiments.$id/forecast-card.tsx";
import type { PlanValues } from "../../use-cases/experiments/show-plan.ts";
import { PlanFields } from "./plan-fields.tsx";

const LIST = "/app/insight/experiments";

interface PlanPageProps {
  choices: PlanChoices;
  /** The plan in whose place the new one is put; left out for a new one. */
  editing?: { id: string; revision: number; values: PlanValues };
}

/** A question, what is tried with whom, and what the answer takes. Nothing begins here. */
export function PlanPage({ choices, editing }: PlanPageProps) {
  const { t } = useWords();
  const words = t.experiments.form;
  const may = useMay()("insight.manage");
  const fetcher = useFetcher<ActedOnPlan>();
  const [values, setValues] = useState<PlanValues>(() => editing?.values ?? firstValues(choices));
  // Made with the form: however often it is sent, it is one plan.
  const [id] = useState(() => editing?.id ?? crypto.randomUUID());
  const answer = fetcher.data;
  const [revision, setRevision] = useState(editing?.revision ?? 0);
  const replacing = answer?.outcome === "overtaken" ? answer.revision : revision;
  const missing = missingPermission(answer);
  const sending = fetcher.formData?.get("deed");
  const [workedOut, setWorkedOut] = useState<PlanValues>();
  const send = (deed: string) => {
    setWorkedOut(values);
    setRevision(replacing);
    void fetcher.submit({ ...values, id, deed, revision: String(replacing) }, { method: "post" });
  };
  const title = editing === undefined ? words.title : words.editTitle;
  return (
    <Page
      title={title}
      backAction={{
        content: t.experiments.back,
        url: editing === undefined ? LIST : `${LIST}/${editing.id}`,
      }}
    >
      <TitleBar title={title} />
      <BlockStack gap="400">
        {missing === null ? null : <NotAllowed permission={missing} />}
        <Meanwhile outcome={answer?.outcome} url={`${LIST}/${id}`} />
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
              >
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
              </ForecastCard>
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}

/** What became of the plan while somebody filled in another; theirs is kept. */
function Meanwhile({ outcome, url }: { outcome: string | undefined; url: string }) {
  const { t } = useWords();
  const words = t.experiments.form;
  if (outcome === "gone") return <Banner tone="warning">{words.gone}</Banner>;
  if (outcome !== "overtaken" && outcome !== "begun") return null;
  return (
    <Banner tone="warning" action={{ content: words.lookAt, url, target: "_blank" }}>
      {words[outcome]}
    </Banner>
  );
}

function firstValues({ rewards }: PlanChoices): PlanValues {
  return {
    ...{ question: "", kind: "points", points: "100", reason: "", reward: rewards[0]?.id ?? "" },
    ...{ points2: "", points3: "", reward2: "", reward3: "" },
    ...{ segment: "", share: "100", armShare: "50", spread: "7", measure: "bought", window: "30" },
    ...{ smallest: "10", margin: "", overlaps: "" },
  };
}
