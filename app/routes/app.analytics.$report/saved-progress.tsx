import { Banner } from "@shopify/polaris";
import { StepsProgress } from "../../components/steps-progress.tsx";
import { useWords } from "../../components/use-words.ts";
import type { ReportView } from "../../use-cases/analytics/report.ts";

/** A saved segment that is asked for the first time: its figures are shown once all of its members are in them. */
export function SavedProgress({ view: { among } }: { view: Pick<ReportView, "among"> }) {
  const { t } = useWords();
  if (among === null || among.isReady) return null;
  const words = t.analytics.segment.counting;
  return (
    <Banner tone="info">
      <StepsProgress
        id="perennial-saved-progress"
        doing={words.title}
        done={among.taken}
        steps={among.members}
        stepsText={words.taken}
        asked={words.after}
      />
    </Banner>
  );
}
