import { IndexTable, InlineStack, Link, Text, useBreakpoints } from "@shopify/polaris";
import { CodeStateBadge } from "../../components/code-state-badge.tsx";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { CodeLine, CodesView } from "../../use-cases/rewards-admin/list-codes.ts";
import type { CodeListState } from "./use-code-list.ts";

interface CodesTableProps {
  view: CodesView;
  loading: boolean;
  list: CodeListState;
}

export function CodesTable({ view, loading, list }: CodesTableProps) {
  const { t } = useWords();
  const { columns, resource, nothing } = t.rewardPages.codesPage;
  const { smDown } = useBreakpoints();
  const { next, previous } = view;
  const pagination = {
    hasNext: next !== null,
    hasPrevious: previous !== null,
    onNext: () => list.page("after", next ?? ""),
    onPrevious: () => list.page("before", previous ?? ""),
    accessibilityLabels: { next: t.common.next, previous: t.common.previous },
  };
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      loading={loading}
      resourceName={resource}
      itemCount={view.codes.length}
      headings={[
        { title: columns.reward },
        { title: columns.member },
        { title: columns.code },
        { title: columns.state },
        { title: columns.points, alignment: "end" },
        { title: columns.when, alignment: "end" },
      ]}
      {...(next === null && previous === null ? {} : { pagination })}
      emptyState={
        <NothingHere
          heading={nothing.heading}
          text={nothing.text}
          action={{ content: nothing.clear, onAction: list.clear }}
        />
      }
    >
      {view.codes.map((code, position) => (
        <IndexTable.Row key={code.id} id={code.id} position={position}>
          {smDown ? <NarrowCells code={code} now={view.now} /> : <WideCells code={code} now={view.now} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

interface CellsProps {
  code: CodeLine;
  now: number;
}

function WideCells({ code, now }: CellsProps) {
  const { t, f } = useWords();
  const { member } = code;
  return (
    <>
      <IndexTable.Cell>
        <RewardLink code={code} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <div className="perennial-fit">
          <Link url={`/app/members/${member.id}`} monochrome removeUnderline>
            {memberName(member, t)}
          </Link>
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>{code.code}</IndexTable.Cell>
      <IndexTable.Cell>
        <CodeStateBadge state={code.state} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {f.whole(code.points)}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end">
          {f.ago(code.heldAt, now)}
        </Text>
      </IndexTable.Cell>
    </>
  );
}

function NarrowCells({ code, now }: CellsProps) {
  const { t, f } = useWords();
  const aside = [
    memberName(code.member, t),
    ...(code.code === null ? [] : [code.code]),
    f.ago(code.heldAt, now),
  ];
  return (
    <div className="perennial-narrow-row">
      <InlineStack align="space-between" blockAlign="start" gap="200" wrap={false}>
        <div className="perennial-fit">
          <RewardLink code={code} />
          <Text as="p" variant="bodySm" tone="subdued" breakWord>
            {aside.join(" · ")}
          </Text>
        </div>
        <div className="perennial-points">
          <CodeStateBadge state={code.state} />
          <Text as="p" variant="bodySm" numeric>
            {t.points(code.points, f.whole(code.points))}
          </Text>
        </div>
      </InlineStack>
    </div>
  );
}

function RewardLink({ code }: { code: CodeLine }) {
  return (
    <Link
      url={`/app/rewards/codes/${encodeURIComponent(code.id)}`}
      dataPrimaryLink
      monochrome
      removeUnderline
    >
      <Text as="span" fontWeight="semibold" breakWord>
        {code.reward}
      </Text>
    </Link>
  );
}
