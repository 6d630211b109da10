import { Tabs } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { useWords } from "../../components/use-words.ts";
import { addressOf } from "./report-address.ts";
import { REPORT_NAMES } from "./report-names.ts";
import type { ReportView } from "../../use-cases/analytics/report.ts";

/** The reports beside each other; what is asked of one is asked of the next. */
export function ReportMenu({ view }: { view: ReportView }) {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <Tabs
      tabs={REPORT_NAMES.map((report) => ({ id: report, content: t.analytics.reports[report] }))}
      selected={REPORT_NAMES.indexOf(view.report)}
      onSelect={(place) => {
        const report = REPORT_NAMES[place];
        if (report !== undefined) navigate(addressOf(report, view.terms));
      }}
      disclosureText={t.analytics.choose}
    />
  );
}
