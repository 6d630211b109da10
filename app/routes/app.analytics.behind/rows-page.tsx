import { Banner, BlockStack, Card, IndexTable, Page, Text, useBreakpoints } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { useNavigate, useSearchParams } from "@remix-run/react";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useDownload } from "../../components/use-download.ts";
import { useMay } from "../../components/use-may.ts";
import { useNewsWhile } from "../../components/use-news-while.ts";
import { useWords } from "../../components/use-words.ts";
import { addressBack } from "../app.analytics.$report/report-address.ts";
import { segmentName } from "../app.analytics.$report/report-words.ts";
import { SavedProgress } from "../app.analytics.$report/saved-progress.tsx";
import { RowCells } from "./row-cells.tsx";
import { columnsOf, questionText, sumsText, type ShownRows } from "./rows-words.ts";

/** What a figure of a report is made of, row by row, with as many rows as the figure says. */
export function RowsPage({ view }: { view: ShownRows }) {
  const { t, f } = useWords();
  const words = t.figureRows;
  const { question, kind, sums } = view;
  const [asked] = useSearchParams();
  const download = useDownload();
  const may = useMay();
  const isCounting = view.among?.isReady === false;
  useNewsWhile(isCounting);
  const title = isCounting
    ? t.analytics.segment.counting.title
    : words.count[kind](sums.rows, f.whole(sums.rows));
  const together = sumsText(view, t, f);
  const file = new URLSearchParams(asked);
  for (const name of ["after", "back"]) file.delete(name);
  return (
    <Page
      backAction={{
        content: t.analytics.reports[question.report],
        url: addressBack(question.report, asked),
      }}
      title={title}
      {...(may("members.export") && view.rows.length > 0
        ? {
            secondaryActions: [
              {
                content: words.csv,
                loading: download.state === "loading",
                onAction: () =>
                  download.start(`/app/analytics-rows-file?${file.toString()}`, `${question.of}.csv`),
              },
            ],
          }
        : {})}
    >
      <TitleBar title={title} />
      <BlockStack gap="400">
        {download.state === "failed" ? <Banner tone="critical">{t.analytics.card.csvFailed}</Banner> : null}
        {question.misread ? <Banner tone="warning">{t.analytics.range.misread}</Banner> : null}
        <Card>
          <BlockStack gap="100">
            <Text as="p">{words.about(questionText(question, { t, f, names: view.names }), title)}</Text>
            {question.currency === "" ? null : (
              <Text as="p" tone="subdued">
                {t.analytics.currency.paidIn(question.currency)}
              </Text>
            )}
            {question.segment === "" ? null : (
              <Text as="p" tone="subdued">
                {segmentName(question.segment, { t, f, names: view.names, saved: view.saved })}
              </Text>
            )}
            {together === null || view.rows.length === 0 ? null : (
              <Text as="p" tone="subdued">
                {together}
              </Text>
            )}
          </BlockStack>
        </Card>
        <SavedProgress view={view} />
        {isCounting ? null : (
          <Card padding="0">
            {view.rows.length === 0 ? (
              <NothingHere heading={title} text={words.none} />
            ) : (
              <RowsTable view={view} />
            )}
          </Card>
        )}
      </BlockStack>
    </Page>
  );
}

function RowsTable({ view }: { view: ShownRows }) {
  const { t, f } = useWords();
  const [asked] = useSearchParams();
  const navigate = useNavigate();
  const { smDown } = useBreakpoints();
  const { kind, rows, next, names } = view;
  const columns = columnsOf(view, { t, f, names });
  const pagination = {
    hasNext: next !== null,
    onNext: () => {
      const query = new URLSearchParams(asked);
      query.set("after", next ?? "");
      void navigate(`?${query.toString()}`);
    },
    hasPrevious: asked.has("after"),
    onPrevious: () => void navigate(-1),
    accessibilityLabels: { next: t.common.next, previous: t.common.previous },
  };
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      resourceName={t.figureRows.resource[kind]}
      itemCount={rows.length}
      headings={[
        { title: t.figureRows.columns.member },
        ...columns.map(({ title, numeric = false }) => ({
          title,
          ...(numeric ? { alignment: "end" as const } : {}),
        })),
      ]}
      {...(next === null && !asked.has("after") ? {} : { pagination })}
    >
      {rows.map((row, position) => (
        <IndexTable.Row key={row.id} id={row.id} position={position}>
          <RowCells row={row} columns={columns} narrow={smDown} />
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}
