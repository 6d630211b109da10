import { Banner, BlockStack, Box, Card, InlineStack, Text } from "@shopify/polaris";
import { IndexPage } from "../../components/index-page.tsx";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useNewsWhile } from "../../components/use-news-while.ts";
import { useWords } from "../../components/use-words.ts";
import type { ReportView } from "../../use-cases/analytics/report.ts";
import { GOES_BY } from "./choices.ts";
import { hasCurrencies } from "./currency-choice.tsx";
import { FiguresCard } from "./figures-card.tsx";
import { ReportFilters } from "./report-filters.tsx";
import { UntilThere } from "./on-its-way.tsx";
import { SavedProgress } from "./saved-progress.tsx";
import { SectionCard } from "./section-card.tsx";

export function ReportPage({ view }: { view: ReportView }) {
  const { t, f } = useWords();
  const words = t.analytics;
  useNewsWhile(view.asOf === null || view.among?.isReady === false);
  return (
    <IndexPage title={words.title}>
      <BlockStack gap="400">
        {view.isEmpty && view.asOf !== null ? (
          <Card>
            <NothingHere
              illustrated
              heading={words.empty.heading}
              text={words.empty.text}
              action={{ content: words.empty.action, url: "/app/programme", primary: true }}
            />
          </Card>
        ) : (
          <>
            {view.asOf === null ? (
              <Banner tone="info" title={words.building.title}>
                <p>{words.building.text}</p>
              </Banner>
            ) : null}
            <ReportFilters view={view} />
            <UntilThere>
              {view.terms.misread ? <Banner tone="warning">{words.range.misread}</Banner> : null}
              {view.terms.segmentGone ? <Banner tone="warning">{words.segment.gone}</Banner> : null}
              <SavedProgress view={view} />
              <FiguresCard view={view} />
              {view.sections.map((section) => (
                <SectionCard key={section.id} section={section} view={view} />
              ))}
              <Box paddingInline={{ xs: "400", sm: "0" }}>
                <InlineStack gap="400" align="space-between">
                  <Text as="span" tone="subdued" variant="bodySm">
                    <Span view={view} />
                  </Text>
                  <Text as="span" tone="subdued" variant="bodySm">
                    {view.asOf === null ? null : words.asOf(f.ago(view.asOf, view.now))}
                  </Text>
                </InlineStack>
              </Box>
            </UntilThere>
          </>
        )}
      </BlockStack>
    </IndexPage>
  );
}

/** Which days, where the report goes by any, of which zone, in which money. */
function Span({ view }: { view: ReportView }) {
  const { t, f } = useWords();
  const words = t.analytics.range;
  const { range } = view.terms;
  const goesBy = GOES_BY[view.report];
  const span = goesBy.includes("range")
    ? words.zone(words.days(f.day(range.from), f.day(range.to)), view.currency, view.timezone)
    : words.zoneOnly(view.currency, view.timezone);
  const isAsked = goesBy.includes("currency") || !hasCurrencies(view);
  return <>{isAsked ? span : `${span} ${t.analytics.currency.none}`}</>;
}
