import { Banner, BlockStack, Button, Text } from "@shopify/polaris";
import { NotAllowed } from "../../components/not-allowed.tsx";
import { useWords } from "../../components/use-words.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";
import { FaultLinks } from "./fault-links.tsx";
import type { PlanForm } from "./use-plan.ts";

/** What came of publishing where it did not happen, and what keeps the draft from it. */
export function Notices({ view, form }: { view: PlanView; form: PlanForm }) {
  const { t } = useWords();
  const words = t.plan;
  const { basedOn, latest, id } = view.draft;
  return (
    <>
      <Answer answer={form.answer} />
      {view.faults.length === 0 ? null : (
        <Banner tone="critical" title={words.faults.title}>
          <BlockStack gap="300" inlineAlign="start">
            <FaultLinks faults={view.faults} draft={view.draft} />
            <Button url={`/app/programme/edit/${id}`}>{words.faults.action}</Button>
          </BlockStack>
        </Banner>
      )}
      {basedOn < latest && view.faults.length === 0 ? (
        <Banner tone="warning">
          <Text as="p">{words.behind(basedOn, latest)}</Text>
        </Banner>
      ) : null}
    </>
  );
}

function Answer({ answer }: Pick<PlanForm, "answer">) {
  const { t } = useWords();
  const words = t.plan.answers;
  if (answer === undefined || answer.outcome === "applied") return null;
  if (answer.outcome === "not-allowed") return <NotAllowed permission={answer.permission} />;
  const { title, text } =
    answer.outcome === "overtaken" ? words.overtaken(answer.number) : words[answer.outcome];
  const action =
    answer.outcome === "gone"
      ? { action: { content: words.gone.action, url: "/app/programme/versions" } }
      : {};
  return (
    <Banner tone="warning" title={title} {...action}>
      <Text as="p">{text}</Text>
    </Banner>
  );
}
