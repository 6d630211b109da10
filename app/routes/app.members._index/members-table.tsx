import { Badge, IndexTable, InlineStack, Link, Text, useBreakpoints } from "@shopify/polaris";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { MemberRow, MembersView } from "../../use-cases/list-members.ts";
import type { ListAddress } from "./use-list-address.ts";

interface MembersTableProps {
  view: MembersView;
  loading: boolean;
  list: ListAddress;
}

export function MembersTable({ view, loading, list }: MembersTableProps) {
  const { t } = useWords();
  const { columns, resource, nothingFound } = t.members;
  const { smDown } = useBreakpoints();
  const { next, previous } = view;
  const hasTiers = view.members.some(({ level }) => level !== null);
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
      itemCount={view.members.length}
      headings={[
        { title: columns.member },
        ...(hasTiers ? [{ title: columns.tier }] : []),
        { title: columns.available, alignment: "end" },
        { title: columns.pending, alignment: "end" },
        { title: columns.changed, alignment: "end" },
      ]}
      {...(next === null && previous === null ? {} : { pagination })}
      emptyState={
        <NothingHere
          heading={nothingFound.heading}
          text={nothingFound.text}
          action={{ content: nothingFound.clear, onAction: () => list.search("") }}
        />
      }
    >
      {view.members.map((member, position) => (
        <IndexTable.Row key={member.id} id={member.id} position={position}>
          {smDown ? (
            <NarrowCells member={member} now={view.now} />
          ) : (
            <WideCells member={member} now={view.now} hasTiers={hasTiers} />
          )}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function Who({ member }: { member: MemberRow }) {
  const { t, f } = useWords();
  const name = memberName(member, t);
  return (
    <div className="perennial-fit">
      <InlineStack gap="200" blockAlign="center">
        <Link url={`/app/members/${member.id}`} dataPrimaryLink monochrome removeUnderline>
          <Text as="span" fontWeight="semibold" breakWord>
            {name}
          </Text>
        </Link>
        {member.owed === "0" ? null : <Badge tone="attention">{t.members.owes(f.whole(member.owed))}</Badge>}
      </InlineStack>
      {member.email === null || member.email === name ? null : (
        <Text as="p" variant="bodySm" tone="subdued" breakWord>
          {member.email}
        </Text>
      )}
    </div>
  );
}

function WideCells({ member, now, hasTiers }: { member: MemberRow; now: number; hasTiers: boolean }) {
  const { f } = useWords();
  return (
    <>
      <IndexTable.Cell>
        <Who member={member} />
      </IndexTable.Cell>
      {hasTiers ? <IndexTable.Cell>{member.level}</IndexTable.Cell> : null}
      <NumberCell>{f.whole(member.available)}</NumberCell>
      <NumberCell>{member.pending === "0" ? "" : f.whole(member.pending)}</NumberCell>
      <NumberCell>{f.ago(member.changedAt, now)}</NumberCell>
    </>
  );
}

function NumberCell({ children }: { children: string }) {
  return (
    <IndexTable.Cell>
      <Text as="span" alignment="end" numeric>
        {children}
      </Text>
    </IndexTable.Cell>
  );
}

function NarrowCells({ member, now }: { member: MemberRow; now: number }) {
  const { t, f } = useWords();
  const aside = [
    ...(member.pending === "0" ? [] : [t.members.alsoPending(f.whole(member.pending))]),
    ...(member.level === null ? [] : [member.level]),
    f.ago(member.changedAt, now),
  ];
  return (
    <div className="perennial-narrow-row">
      <InlineStack align="space-between" blockAlign="start" gap="200" wrap={false}>
        <Who member={member} />
        <div className="perennial-points">
          <Text as="p" fontWeight="semibold" numeric>
            {t.points(member.available, f.whole(member.available))}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {aside.join(" · ")}
          </Text>
        </div>
      </InlineStack>
    </div>
  );
}
