import { Select } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { useWords } from "../../components/use-words.ts";
import type { ReportView } from "../../use-cases/analytics/report.ts";
import { addressOf } from "./report-address.ts";
import { REPORT_NAMES } from "./report-names.ts";

/**
 * The reports; what is asked of one is asked of the next. Eleven tabs would fold up once the page is alive, and move all that
 * stands below them.
 */
export function ReportMenu({ view }: { view: ReportView }) {
  const { t } = useWords();
  const words = t.analytics;
  const navigate = useNavigate();
  return (
    <div className="perennial-report-choice">
      <Select
        label={words.choose}
        labelHidden
        options={REPORT_NAMES.map((value) => ({ value, label: words.reports[value] }))}
        value={view.report}
        onChange={(chosen) => {
          const report = REPORT_NAMES.find((name) => name === chosen);
          if (report !== undefined) navigate(addressOf(report, view.terms));
        }}
      />
    </div>
  );
}
