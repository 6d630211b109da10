import { Select } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { useWords } from "../../components/use-words.ts";
import type { ReportTerms, ReportView } from "../../use-cases/analytics/report.ts";
import { addressOf } from "./report-address.ts";
import { REPORT_NAMES } from "./report-names.ts";

interface ReportChoiceProps {
  report: ReportView["report"];
  terms: ReportTerms;
}

/**
 * The reports; what is asked of one is asked of the next. Eleven tabs would fold up once the page is alive, and move all that
 * stands below them.
 */
export function ReportChoice({ report: shown, terms }: ReportChoiceProps) {
  const { t } = useWords();
  const words = t.analytics;
  const navigate = useNavigate();
  return (
    <Select
      label={words.choose}
      options={REPORT_NAMES.map((value) => ({ value, label: words.reports[value] }))}
      value={shown}
      onChange={(chosen) => {
        const report = REPORT_NAMES.find((name) => name === chosen);
        if (report !== undefined) void navigate(addressOf(report, terms));
      }}
    />
  );
}
