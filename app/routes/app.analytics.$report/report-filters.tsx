import { useState } from "react";
import { BlockStack, Button, Card, InlineGrid, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { useWords } from "../../components/use-words.ts";
import { COMPARISONS, dateOf, PRESETS } from "../../use-cases/analytics/report-query.ts";
import type { ReportName, ReportTerms, ReportView } from "../../use-cases/analytics/report.ts";
import { addressOf } from "./report-address.ts";
import { GOES_BY } from "./choices.ts";
import { CurrencyChoice, hasCurrencies } from "./currency-choice.tsx";
import { useChosenTerms } from "./on-its-way.tsx";
import { ReportChoice } from "./report-choice.tsx";
import { SegmentChoice } from "./segment-choice.tsx";

/** As many as most reports go by, so that the choice of the report stays as wide as it is. */
const COLUMNS = 4;

/** Which report, of which days, compared with what, of whom, paid in which currency. */
export function ReportFilters({ view: shown }: { view: ReportView }) {
  const { t } = useWords();
  const words = t.analytics;
  const terms = useChosenTerms(shown.terms);
  const view = { ...shown, terms };
  const goesBy = GOES_BY[view.report].filter((one) => one !== "currency" || hasCurrencies(view));
  const navigate = useNavigate();
  const [isCustom, setCustom] = useState(terms.preset === "custom");
  const go = (changes: Partial<ReportTerms>) => navigate(addressOf(view.report, { ...terms, ...changes }));
  const fixed: Partial<Record<ReportName, string>> = words.fixed;
  const why = fixed[view.report];
  return (
    <Card>
      <BlockStack gap="300">
        <InlineGrid
          columns={{ xs: 1, sm: 2, md: COLUMNS, lg: Math.max(COLUMNS, goesBy.length + 1) }}
          gap="300"
        >
          <ReportChoice report={view.report} terms={view.terms} />
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
          {goesBy.includes("currency") ? (
            <CurrencyChoice view={view} onChange={(currency) => go({ currency })} />
          ) : null}
        </InlineGrid>
        {isCustom && goesBy.includes("range") ? (
          <Dates key={`${terms.range.from} ${terms.range.to}`} view={view} />
        ) : null}
        {why === undefined ? null : (
          <Text as="p" variant="bodySm" tone="subdued">
            {why}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

function Dates({ view }: { view: ReportView }) {
  const { t } = useWords();
  const words = t.analytics.range;
  const navigate = useNavigate();
  const { terms, today } = view;
  const [from, setFrom] = useState(dateOf(terms.range.from));
  const [to, setTo] = useState(dateOf(terms.range.to));
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
        max={dateOf(today)}
      />
      <TextField
        label={words.to}
        type="date"
        value={to}
        onChange={setTo}
        autoComplete="off"
        max={dateOf(today)}
      />
      <Button onClick={show}>{words.show}</Button>
    </InlineStack>
  );
}
