import type { ReactNode } from "react";
import { useNavigation } from "@remix-run/react";
import { BlockStack, Spinner } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { COMPARISONS, PRESETS } from "../../use-cases/analytics/report-query.ts";
import type { ReportTerms } from "../../use-cases/analytics/report.ts";

/** What was chosen last, also while its answer is on its way: a choice that falls back would look refused. */
export function useChosenTerms(terms: ReportTerms): ReportTerms {
  const { location } = useNavigation();
  if (location === undefined) return terms;
  const asked = new URLSearchParams(location.search);
  const preset = PRESETS.find((one) => one === asked.get("range"));
  const comparison = COMPARISONS.find((one) => one === asked.get("compare"));
  return {
    ...terms,
    ...(preset === undefined ? {} : { preset }),
    ...(comparison === undefined ? {} : { comparison }),
    segment: asked.get("segment") ?? "",
    currency: asked.get("currency") ?? "",
  };
}

/** Figures that are no longer those that were asked for stand back until the new ones are there. */
export function UntilThere({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const isOnItsWay = useNavigation().state === "loading";
  return (
    <div className="perennial-until-there" aria-busy={isOnItsWay}>
      {isOnItsWay ? (
        <div className="perennial-until-there-sign" role="status">
          <Spinner size="small" />
          {t.common.loading}
        </div>
      ) : null}
      <div className="perennial-until-there-figures" {...(isOnItsWay ? { inert: "" } : {})}>
        <BlockStack gap="400">{children}</BlockStack>
      </div>
    </div>
  );
}
