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
import type { EntriesView } from "../../use-cases/analytics/list-entries.ts";
import type { LedgerEntry } from "../../use-cases/ledger-entries.ts";
import type { ProgrammeLabels } from "../../use-cases/programme-labels.ts";
import { segmentName } from "../app.analytics.$report/report-words.ts";

const FLOWS = ["all", "earned", "redeemed", "expired", "adjusted", "imported", "dropped"] as const;

/** The entries that figures are made of, each leading to its member. */
export function EntriesPage({ view }: { view: EntriesView & { names: ProgrammeLabels } }) {
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
    <Page backAction={{ content: words.back, url: "/app/analytics/points" }} title={words.title}>
      <TitleBar title={words.title} />
      <BlockStack gap="400">
        {view.misread ? <Banner tone="warning">{t.analytics.range.misread}</Banner> : null}
        <Card>
          <InlineStack gap="400" align="space-between" blockAlign="end">
            <BlockStack gap="100">
              <Text as="p">{words.about(days)}</Text>
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

function EntriesTable({ view, onNext }: { view: EntriesView; onNext: () => void }) {
  const { t } = useWords();
  const { columns, resource } = t.analytics.entries;
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
      ]}
      {...(view.next === null ? {} : { pagination })}
    >
      {view.entries.map((entry, position) => (
        <IndexTable.Row key={entry.key} id={entry.key} position={position}>
          {smDown ? <NarrowCells entry={entry} /> : <WideCells entry={entry} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function WideCells({ entry }: { entry: LedgerEntry }) {
  const { t, f } = useWords();
  const { title, reason } = wordEntry(entry, t, f);
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
    </>
  );
}

function NarrowCells({ entry }: { entry: LedgerEntry }) {
  const { t, f } = useWords();
  const { title, reason } = wordEntry(entry, t, f);
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
      </BlockStack>
    </div>
  );
}

/** Whoever was erased has no page. */
function Member({ entry: { member } }: { entry: LedgerEntry }) {
  const { t } = useWords();
  const name = memberName(member, t);
  return (
    <span className="perennial-fit">
      {member.id.startsWith("-") ? name : <Link url={`/app/members/${member.id}`}>{name}</Link>}
    </span>
  );
}
