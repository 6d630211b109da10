import { useState } from "react";
import { BlockStack, Button, Card, InlineGrid, InlineStack, Select, TextField } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { useWords } from "../../components/use-words.ts";
import type { ReportName, ReportTerms, ReportView } from "../../use-cases/analytics/report.ts";
import { addressOf, dateText } from "./report-address.ts";
import { SegmentChoice } from "./segment-choice.tsx";

const PRESETS = [
  "last-7",
  "last-30",
  "last-90",
  "this-month",
  "last-month",
  "last-12-months",
  "this-year",
  "all",
] as const;
const COMPARISONS = ["previous", "year-before", "none"] as const;

/** What a report goes by; others speak of all time, or of all members. */
const GOES_BY: Record<ReportName, readonly ("range" | "compare" | "segment")[]> = {
  members: ["range", "compare", "segment"],
  points: ["range", "compare", "segment"],
  liability: ["range", "compare", "segment"],
  breakage: [],
  redemption: ["range", "compare", "segment"],
  repeat: ["range", "compare", "segment"],
  cohorts: ["segment"],
  tiers: ["range", "compare"],
  gaps: ["range", "compare", "segment"],
  engaged: ["range"],
  journal: ["range"],
};

/** Which days, compared with what, of whom. */
export function ReportFilters({ view }: { view: ReportView }) {
  const { t } = useWords();
  const words = t.analytics;
  const { terms } = view;
  const goesBy = GOES_BY[view.report];
  const navigate = useNavigate();
  const [isCustom, setCustom] = useState(terms.preset === "custom");
  const go = (changes: Partial<ReportTerms>) => navigate(addressOf(view.report, { ...terms, ...changes }));
  if (goesBy.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineGrid columns={{ xs: 1, sm: 3 }} gap="300">
          {goesBy.includes("range") ? (
            <Select
              label={words.range.label}
              options={[...PRESETS, "custom" as const].map((value) => ({
                value,
                label: words.range.presets[value],
              }))}
              value={isCustom ? "custom" : terms.preset}
              onChange={(value) => {
                setCustom(value === "custom");
                const preset = PRESETS.find((one) => one === value);
                if (preset !== undefined) go({ preset });
              }}
            />
          ) : null}
          {goesBy.includes("compare") ? (
            <Select
              label={words.compare.label}
              options={COMPARISONS.map((value) => ({ value, label: words.compare.choices[value] }))}
              value={terms.comparison}
              onChange={(value) => go({ comparison: COMPARISONS.find((one) => one === value) ?? "previous" })}
            />
          ) : null}
          {goesBy.includes("segment") ? (
            <SegmentChoice view={view} onChange={(segment) => go({ segment })} />
          ) : null}
        </InlineGrid>
        {isCustom && goesBy.includes("range") ? (
          <Dates key={`${terms.range.from} ${terms.range.to}`} view={view} />
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Dates({ view }: { view: ReportView }) {
  const { t } = useWords();
  const words = t.analytics.range;
  const navigate = useNavigate();
  const { terms, today } = view;
  const [from, setFrom] = useState(dateText(terms.range.from));
  const [to, setTo] = useState(dateText(terms.range.to));
  const show = () => {
    const rest = addressOf(view.report, { ...terms, preset: "all" }).replace("range=all", "range=custom");
    navigate(`${rest}&from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`);
  };
  return (
    <InlineStack gap="300" blockAlign="end">
      <TextField
        label={words.from}
        type="date"
        value={from}
        onChange={setFrom}
        autoComplete="off"
        max={dateText(today)}
      />
      <TextField
        label={words.to}
        type="date"
        value={to}
        onChange={setTo}
        autoComplete="off"
        max={dateText(today)}
      />
      <Button onClick={show}>{words.show}</Button>
    </InlineStack>
  );
}
