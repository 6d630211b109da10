import { BlockStack, Banner, Button, Card, Text } from "@shopify/polaris";
import { ChartCard } from "../../components/charts/chart-card.tsx";
import { useDownload } from "../../components/use-download.ts";
import { useWords } from "../../components/use-words.ts";
import type { ReportView, Section } from "../../use-cases/analytics/report.ts";
import { GOES_BY } from "./choices.ts";
import { Drawing } from "./drawing.tsx";
import { fileOf } from "./report-address.ts";
import { cellText, columnName, headlineText, labelText, rowsNamed } from "./report-words.ts";
import { Triangle } from "./triangle.tsx";

/** One message of a report, with everything behind it. */
export function SectionCard({ section, view }: { section: Section; view: ReportView }) {
  const { t, f } = useWords();
  if (section.nothing !== undefined) return <NothingToSee section={section} />;
  const message = headlineText(section, view.terms, t, f);
  const { currency } = view.terms;
  const goesByCurrency = currency !== "" && GOES_BY[view.report].includes("currency");
  const title = goesByCurrency ? t.analytics.currency.told(currency, message) : message;
  const table = {
    caption: title,
    columns: [
      { title: rowsNamed(section, t) },
      ...section.columns.map((column) => ({ title: columnName(column, t), numeric: true })),
    ],
    rows: section.rows.map(({ label, cells, entries, links }) => ({
      cells: [
        labelText(label, section.id, { t, f, names: view.names }),
        ...cells.map((cell, place) => cellText(cell, section.columns[place] ?? { unit: "entries" }, f)),
      ],
      ...(entries === undefined ? {} : { url: entries }),
      ...(links === undefined ? {} : { urls: links }),
    })),
  };
  return (
    <ChartCard
      title={title}
      table={table}
      formula={t.analytics.sections[section.id].formula}
      csv={fileOf(view.report, section.id, view.terms)}
      {...(section.entries === undefined
        ? {}
        : { rows: { url: section.entries, text: t.analytics.card.rows } })}
      {...(section.behind === undefined ? {} : { rows: { url: section.behind, text: t.figureRows.link } })}
    >
      {section.id === "engaged" ? <Banner tone="warning">{t.analytics.causality}</Banner> : null}
      {section.drawing.kind === "triangle" ? (
        <Triangle section={section} table={table} />
      ) : (
        <Drawing section={section} title={title} names={view.names} />
      )}
      {section.id === "journal" ? <JournalFile view={view} /> : null}
    </ChartCard>
  );
}

function NothingToSee({ section: { nothing, headline } }: { section: Section }) {
  const { t, f } = useWords();
  const words = t.analytics.nothing;
  const [needed, months] = headline.also;
  return (
    <Card>
      <Text as="p" tone="subdued">
        {nothing === "too-little"
          ? words["too-little"](f.whole(needed?.value ?? "0"), f.whole(months?.value ?? "0"))
          : words[nothing ?? "no-data"]}
      </Text>
    </Card>
  );
}

function JournalFile({ view }: { view: ReportView }) {
  const { t } = useWords();
  const download = useDownload();
  const { address, name } = fileOf("journal", "entries", view.terms);
  return (
    <BlockStack inlineAlign="start" gap="200">
      <Button
        loading={download.state === "loading"}
        onClick={() => download.start(address, `journal-${name}`)}
      >
        {t.analytics.journalFile}
      </Button>
      {download.state === "failed" ? <Banner tone="warning">{t.analytics.card.csvFailed}</Banner> : null}
    </BlockStack>
  );
}
