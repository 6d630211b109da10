import { useState } from "react";
import { BlockStack, Layout, Page } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";
import { ChangesCard } from "./changes-card.tsx";
import { EarningCard } from "./earning-card.tsx";
import { effectSentences } from "./effect-sentences.ts";
import { FairnessCard } from "./fairness-card.tsx";
import { NotesCard } from "./notes-card.tsx";
import { Notices } from "./notices.tsx";
import { PublishCard } from "./publish-card.tsx";
import { LiabilityCard, PerksCard, RewardsCard } from "./rewards-card.tsx";
import { StartCard } from "./start-card.tsx";
import { TiersCard } from "./tiers-card.tsx";
import { usePlan } from "./use-plan.ts";
import { WorkCard } from "./work-card.tsx";

/** What publishing a draft would do, and the step to it. */
export function PlanPage({ view }: { view: PlanView }) {
  const { t, f } = useWords();
  const words = t.plan;
  const may = useMay();
  const form = usePlan(view);
  const [asking, setAsking] = useState(false);
  const result = view.study?.state === "done" ? view.study.result : null;
  const isNothing = view.hash !== null && view.differences.length === 0;
  const canPublish =
    result !== null && view.differences.length > 0 && !form.isChoosingStart && may("programme.publish");
  const isLater = view.start.at !== null;
  const action = isLater ? words.publish.scheduleAction : words.publish.action;
  return (
    <Page
      title={view.draft.name}
      subtitle={words.intro}
      backAction={{ content: words.back, url: `/app/programme/edit/${view.draft.id}` }}
      primaryAction={{
        content: action,
        disabled: !canPublish || form.isPublishing,
        loading: form.isPublishing,
        onAction: () => setAsking(true),
      }}
    >
      <TitleBar title={words.title} />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Notices view={view} form={form} />
            <ChangesCard view={view} />
            <WorkCard view={view} form={form} />
            {result === null ? null : (
              <>
                <TiersCard view={view} plan={result.plan} form={form} />
                <EarningCard view={view} plan={result.plan} form={form} />
                <LiabilityCard plan={result.plan} />
                <RewardsCard view={view} plan={result.plan} />
                <PerksCard view={view} plan={result.plan} />
                <FairnessCard fairness={result.fairness} />
              </>
            )}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <PublishCard view={view} result={result} />
            {isNothing ? null : <StartCard key={form.start} view={view} form={form} />}
            {result === null ? null : <NotesCard notes={result.notes} view={view} />}
          </BlockStack>
        </Layout.Section>
      </Layout>
      <ConfirmModal
        id="publish"
        open={asking}
        title={words.publish.title(view.draft.latest + 1)}
        text={effectSentences(view, result, { t, f }).join(" ")}
        action={action}
        onConfirm={form.publish}
        onClose={() => setAsking(false)}
      />
    </Page>
  );
}
