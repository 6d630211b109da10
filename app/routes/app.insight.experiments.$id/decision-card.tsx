import { useState } from "react";
import { BlockStack, Button, Card, ChoiceList, InlineStack, Text, TextField } from "@shopify/polaris";
import { useStaffName } from "../../components/staff-name.tsx";
import { useWords } from "../../components/use-words.ts";
import type { OneExperimentView } from "../../use-cases/experiments/show-experiments.ts";

type Decision = NonNullable<OneExperimentView["experiment"]["decision"]>;

interface DecisionCardProps {
  view: OneExperimentView;
  busy: boolean;
  may: boolean;
  onDecide(decision: Decision, note: string): void;
}

const CHOICES: readonly Decision[] = ["keep", "drop", "unclear"];

/** What the merchant makes of it, for whoever asks in a year. */
export function DecisionCard({ view, busy, may, onDecide }: DecisionCardProps) {
  const { t, f } = useWords();
  const words = t.experiments.decision;
  const nameOf = useStaffName(view.names);
  const { experiment } = view;
  const [decision, setDecision] = useState<Decision>(experiment.decision ?? "unclear");
  const [note, setNote] = useState(experiment.note);
  const { decidedAt, decidedBy } = experiment;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <ChoiceList
          title={words.label}
          titleHidden
          disabled={!may}
          choices={CHOICES.map((value) => ({ value, label: words[value] }))}
          selected={[decision]}
          onChange={([chosen]) => setDecision(CHOICES.find((one) => one === chosen) ?? "unclear")}
        />
        <TextField
          label={words.note}
          value={note}
          onChange={setNote}
          multiline={3}
          maxLength={1_000}
          autoComplete="off"
          disabled={!may}
        />
        <InlineStack gap="300" blockAlign="center">
          <Button loading={busy} disabled={!may} onClick={() => onDecide(decision, note)}>
            {words.save}
          </Button>
          {decidedAt === null || decidedBy === null ? null : (
            <Text as="span" tone="subdued">
              {words.by(nameOf(decidedBy), f.ago(decidedAt, view.now))}
            </Text>
          )}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
