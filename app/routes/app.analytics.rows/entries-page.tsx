import {
  Banner,
  BlockStack,
  Card,
  IndexTable,
  InlineStack,
  Link,
  Page,
  Select,
  Text,
  useBreakpoints,
} from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { useNavigate, useSearchParams } from "@remix-run/react";
import { NothingHere } from "../../components/nothing-here.tsx";
import { SignedPoints } from "../../components/signed-points.tsx";
import { useWords } from "../../components/use-words.ts";
import { wordEntry } from "../../texts/entry-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { Texts } from "../../texts/texts.ts";
import type { EntriesView, EntryRow } from "../../use-cases/analytics/list-entries.ts";
import type { ProgrammeLabels } from "../../use-cases/programme-labels.ts";
import { addressBack } from "../app.analytics.$report/report-address.ts";
import { segmentName } from "../app.analytics.$report/report-words.ts";

const FLOWS = [
  "all",
  "earned",
  "gained",
  "taken-back",
  "redeemed",
  "expired",
  "adjusted",
  "imported",
  "dropped",
  "owed",
] as const;

type ShownEntries = EntriesView & { names: ProgrammeLabels };

/** The entries that figures are made of, each leading to its member. */
export function EntriesPage({ view }: { view: ShownEntries }) {
  const { t, f } = useWords();
  const words = t.analytics.entries;
  const [asked] = useSearchParams();
  const navigate = useNavigate();
  const days = t.analytics.range.days(f.day(view.range.from), f.day(view.range.to));
  const go = (name: string, value: string | null) => {
    const query = new URLSearchParams(asked);
    query.delete("after");
    if (value === null) query.delete(name);
    else query.set(name, value);
    navigate(`?${query.toString()}`);
  };
  return (
    <Page
      backAction={{ content: t.analytics.reports[view.report], url: addressBack(view.report, asked) }}
      title={words.title}
    >
      <TitleBar title={words.title} />
      <BlockStack gap="400">
        {view.misread ? <Banner tone="warning">{t.analytics.range.misread}</Banner> : null}
        <Card>
          <InlineStack gap="400" align="space-between" blockAlign="end">
            <BlockStack gap="100">
              <Text as="p">{words.about(days)}</Text>
              <Text as="p">{words.sum(addsName(view, t), t.points(view.sum, f.whole(view.sum)))}</Text>
              {view.segment === "" ? null : (
                <Text as="p" tone="subdued">
                  {segmentName(view.segment, { t, f, names: view.names, saved: view.saved })}
                </Text>
              )}
            </BlockStack>
            <Select
              label={words.flow}
              labelInline
              options={FLOWS.map((flow) => ({ value: flow, label: words.flows[flow] }))}
              value={view.flow ?? "all"}
              onChange={(flow) => go("flow", flow === "all" ? null : flow)}
            />
          </InlineStack>
        </Card>
        <Card padding="0">
          {view.entries.length === 0 ? (
            <NothingHere heading={words.none} text={words.about(days)} />
          ) : (
            <EntriesTable view={view} onNext={() => go("after", view.next)} />
          )}
        </Card>
      </BlockStack>
    </Page>
  );
}

function EntriesTable({ view, onNext }: { view: ShownEntries; onNext: () => void }) {
  const { t } = useWords();
  const { columns, resource } = t.analytics.entries;
  const adds = addsName(view, t);
  const { smDown } = useBreakpoints();
  const pagination = {
    hasNext: view.next !== null,
    onNext,
    hasPrevious: false,
    accessibilityLabels: { next: t.common.next, previous: t.common.previous },
  };
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      resourceName={resource}
      itemCount={view.entries.length}
      headings={[
        { title: columns.when },
        { title: columns.member },
        { title: columns.what },
        { title: columns.points, alignment: "end" },
        { title: adds, alignment: "end" },
      ]}
      {...(view.next === null ? {} : { pagination })}
    >
      {view.entries.map((entry, position) => (
        <IndexTable.Row key={entry.key} id={entry.key} position={position}>
          {smDown ? (
            <NarrowCells entry={entry} adds={adds} names={view.names} />
          ) : (
            <WideCells entry={entry} names={view.names} />
          )}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

interface CellsProps {
  entry: EntryRow;
  names: ProgrammeLabels;
}

function WideCells({ entry, names }: CellsProps) {
  const { t, f } = useWords();
  const { title, reason } = wordEntry(entry, t, f, names);
  return (
    <>
      <IndexTable.Cell>{f.dateTime(entry.at)}</IndexTable.Cell>
      <IndexTable.Cell>
        <Member entry={entry} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div className="perennial-fit">
          <Text as="span" fontWeight="semibold">
            {title}
          </Text>{" "}
          <Text as="span" tone="subdued">
            {reason}
          </Text>
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div className="perennial-points">
          <SignedPoints kind={entry.kind} points={entry.points} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" numeric alignment="end">
          {f.whole(entry.adds)}
        </Text>
      </IndexTable.Cell>
    </>
  );
}

function NarrowCells({ entry, adds, names }: CellsProps & { adds: string }) {
  const { t, f } = useWords();
  const { title, reason } = wordEntry(entry, t, f, names);
  return (
    <div className="perennial-narrow-row">
      <BlockStack gap="100">
        <InlineStack align="space-between" gap="200" wrap={false}>
          <Text as="span" fontWeight="semibold">
            {title}
          </Text>
          <SignedPoints kind={entry.kind} points={entry.points} />
        </InlineStack>
        <Member entry={entry} />
        <Text as="span" tone="subdued">
          {`${f.dateTime(entry.at)} · ${reason}`}
        </Text>
        {entry.adds === entry.points ? null : (
          <Text as="span" tone="subdued">
            {`${adds}: ${f.whole(entry.adds)}`}
          </Text>
        )}
      </BlockStack>
    </div>
  );
}

/** What the figure is called that the entries are behind. */
function addsName({ flow }: EntriesView, t: Texts): string {
  return flow === null ? t.analytics.names.outstanding : t.analytics.entries.flows[flow];
}

/** Whoever was erased has no page. */
function Member({ entry: { member } }: { entry: EntryRow }) {
  const { t } = useWords();
  const name = memberName(member, t);
  return (
    <span className="perennial-fit">
      {member.id.startsWith("-") ? name : <Link url={`/app/members/${member.id}`}>{name}</Link>}
    </span>
  );
}
