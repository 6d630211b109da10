import { BlockStack, Card, Page, Select, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { useNavigate } from "@remix-run/react";
import { DifferenceList } from "../../components/difference-list.tsx";
import { Sentence } from "../../components/sentence.tsx";
import { useLocale } from "../../components/use-locale.ts";
import { useWords } from "../../components/use-words.ts";
import { formatsFor, type Formats } from "../../texts/formats.ts";
import { programmeSentence } from "../../texts/programme-sentence.ts";
import type { MonthFigures, MonthlyReport } from "../../use-cases/stores/monthly-report.ts";
import { Incidents } from "./incidents.tsx";

/** More than a year back nobody asks; the address takes any month. */
const MONTHS_OFFERED = 13;

interface ReportPageProps {
  report: MonthlyReport;
  /** The month that is under way, "2026-07". */
  today: string;
}

/** A month of one store on paper: A4 by the browser's own printing, without what is only for the screen. */
export function ReportPage({ report, today }: ReportPageProps) {
  const { t } = useWords();
  const words = t.stores.report;
  const f = useFormatsOf(report);
  const address = `/app/stores/${encodeURIComponent(report.store.domain)}`;
  return (
    <Page
      narrowWidth
      backAction={{ content: report.store.name, url: address }}
      title={words.open}
      primaryAction={{ content: words.print, onAction: () => window.print() }}
    >
      <TitleBar title={words.open} />
      <BlockStack gap="400">
        <MonthChoice month={report.month} today={today} />
        <article className="perennial-report">
          <Card>
            <BlockStack gap="600">
              <BlockStack gap="100">
                <Text as="h2" variant="headingLg" breakWord>
                  {words.title(report.store.name)}
                </Text>
                <Text as="p" variant="headingMd">
                  {monthName(report.month, f.locale)}
                </Text>
                <Text as="p" tone="subdued">
                  {report.agency === null ? null : `${words.by(report.agency)} · `}
                  {words.madeAt(f.dateTime(report.madeAt))} {report.isOver ? null : words.notOver}
                </Text>
              </BlockStack>
              <Figures report={report} f={f} />
              <Programme report={report} f={f} />
              <Incidents report={report} f={f} />
              <BlockStack gap="200">
                <Text as="h2" variant="headingMd">
                  {words.honest}
                </Text>
                <Text as="p" tone="subdued">
                  {words.honestText}
                </Text>
              </BlockStack>
            </BlockStack>
          </Card>
        </article>
      </BlockStack>
    </Page>
  );
}

function MonthChoice({ month, today }: { month: string; today: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const locale = useLocale();
  const months = [...new Set([...monthsUpTo(today), month])].sort().reverse();
  return (
    <div className="perennial-screen-only">
      <Select
        label={t.stores.report.month}
        labelInline
        options={months.map((value) => ({ value, label: monthName(value, locale) }))}
        value={month}
        onChange={(value) => void navigate(`?month=${value}`)}
      />
    </div>
  );
}

const ROWS = [
  "joined",
  "orders",
  "earned",
  "takenBack",
  "rewards",
  "redeemed",
  "expired",
  "up",
  "down",
] as const satisfies readonly (keyof MonthFigures)[];

function Figures({ report, f }: { report: MonthlyReport; f: Formats }) {
  const { t } = useWords();
  const words = t.stores.report;
  const { out, isOver } = report;
  const points = t.points(out.points, f.whole(out.points));
  return (
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">
        {words.figures}
      </Text>
      <div className="perennial-table-frame" role="region" aria-label={words.figures} tabIndex={0}>
        <table className="perennial-table">
          <thead>
            <tr>
              <td />
              <th scope="col" data-numeric>
                {words.columns.month}
              </th>
              <th scope="col" data-numeric>
                {words.columns.before}
              </th>
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <tr key={row}>
                <th scope="row">{words.rows[row]}</th>
                <td data-numeric>{f.whole(String(report.figures[row]))}</td>
                <td data-numeric>{f.whole(String(report.before[row]))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Text as="p">
        {isOver ? words.out(points) : words.outNow(points)}{" "}
        {out.worth === null ? null : words.worth(f.money(out.worth))}
      </Text>
    </BlockStack>
  );
}

function Programme({ report, f }: { report: MonthlyReport; f: Formats }) {
  const { t } = useWords();
  const words = t.stores.report;
  return (
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">
        {words.programme}
      </Text>
      {report.programme === null || report.version === null ? (
        <Text as="p">{t.stores.store.none}</Text>
      ) : (
        <Text as="p">
          <Sentence>{programmeSentence(report.programme, t, f)}</Sentence>{" "}
          {words.inForce(f.count(report.version))}
        </Text>
      )}
      <Text as="h3" variant="headingSm">
        {words.changes}
      </Text>
      {report.changes.length === 0 ? <Text as="p">{words.noChanges}</Text> : null}
      {report.changes.map(({ number, effectiveFrom, differences, names }) => (
        <BlockStack key={number} gap="100">
          <Text as="p">
            {words.change(f.count(number), f.dateTime(effectiveFrom))}{" "}
            {differences.length === 0 ? words.sameTerms : null}
          </Text>
          {differences.length === 0 ? null : (
            <DifferenceList differences={differences} names={names} formats={f} isWhole />
          )}
        </BlockStack>
      ))}
    </BlockStack>
  );
}

/** The store's own money and days, in the language of whoever reads. */
function useFormatsOf({ store }: MonthlyReport): Formats & { locale: string } {
  const locale = useLocale();
  return { ...formatsFor({ locale, currency: store.currency, timezone: store.timezone }), locale };
}

function monthName(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" });
  return format.format(Date.parse(`${month}-15T00:00:00Z`));
}

function monthsUpTo(today: string): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: MONTHS_OFFERED }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 15)).toISOString().slice(0, 7),
  );
}
