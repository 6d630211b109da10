import { useState } from "react";
import { IndexTable, useBreakpoints, useIndexResourceState } from "@shopify/polaris";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useDownload } from "../../components/use-download.ts";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { MembersView } from "../../use-cases/list-members.ts";
import { memberAddress } from "../../use-cases/members/member-query.ts";
import type { ViewTab } from "../../use-cases/members/member-views.ts";
import { BulkModal } from "./bulk-modal.tsx";
import { NarrowCells, WideCells } from "./member-cells.tsx";
import type { MemberListState } from "./use-member-list.ts";

export interface MembersPageView extends MembersView {
  views: ViewTab[];
  grantable: { id: string; name: string }[];
}

interface MembersTableProps {
  view: MembersPageView;
  loading: boolean;
  list: MemberListState;
  /** null while they are being counted. */
  matching: number | null;
}

export function MembersTable({ view, loading, list, matching }: MembersTableProps) {
  const { t, f } = useWords();
  const words = t.memberList;
  const { columns, resource } = t.members;
  const { smDown } = useBreakpoints();
  const hasTiers = view.tiers.length > 0;
  const chosen = useChosen(view, matching);
  const count = (members: number) => [String(members), f.count(members)] as const;
  return (
    <>
      <IndexTable
        condensed={smDown}
        selectable={chosen.canChoose}
        loading={loading}
        resourceName={resource}
        itemCount={view.members.length}
        selectedItemsCount={chosen.all ? "All" : chosen.ids.length}
        onSelectionChange={chosen.onChange}
        hasMoreItems={view.next !== null || view.previous !== null}
        promotedBulkActions={chosen.actions}
        {...(matching === null ? {} : { paginatedSelectAllActionText: words.bulk.all(...count(matching)) })}
        {...(chosen.all && matching !== null
          ? { paginatedSelectAllText: words.bulk.allSelected(...count(matching)) }
          : {})}
        headings={[
          { title: columns.member },
          ...(hasTiers ? [{ title: columns.tier }] : []),
          { title: columns.available, alignment: "end" },
          { title: columns.pending, alignment: "end" },
          { title: words.sorts.earned, alignment: "end" },
          { title: columns.changed, alignment: "end" },
        ]}
        {...paginationOf(
          view,
          list,
          t.common,
          matching === null ? words.counting : words.members(...count(matching)),
        )}
        emptyState={
          <NothingHere
            heading={words.nothing.heading}
            text={words.nothing.text}
            action={{ content: words.nothing.clear, onAction: list.clear }}
          />
        }
      >
        {view.members.map((member, position) => (
          <IndexTable.Row
            key={member.id}
            id={member.id}
            position={position}
            selected={chosen.ids.includes(member.id)}
          >
            {smDown ? (
              <NarrowCells member={member} now={view.now} />
            ) : (
              <WideCells member={member} now={view.now} hasTiers={hasTiers} />
            )}
          </IndexTable.Row>
        ))}
      </IndexTable>
      {chosen.asked === null ? null : (
        <BulkModal
          key={chosen.asked.key}
          asked={chosen.asked}
          address={chosen.address}
          grantable={view.grantable}
          onClose={() => chosen.ask(null)}
        />
      )}
    </>
  );
}

export interface AskedBulk {
  kind: "adjust" | "grant";
  /** Made anew for each opening: however often the form is sent, it is done once. */
  key: string;
}

/** Who is chosen on the page, or all that are found, and what can be done to them. */
function useChosen(view: MembersPageView, matching: number | null) {
  const { t } = useWords();
  const { bulk } = t.memberList;
  const may = useMay();
  const download = useDownload();
  const [asked, setAsked] = useState<AskedBulk | null>(null);
  // Polaris asks for its own kind of rows.
  const rows = view.members.map(({ id }) => ({ id }));
  const state = useIndexResourceState(rows);
  const all = state.allResourcesSelected;
  const ids = state.selectedResources;
  const found = memberAddress(view.query);
  const address = all ? found.toString() : new URLSearchParams({ ids: ids.join(",") }).toString();
  const open = (kind: AskedBulk["kind"]) => setAsked({ kind, key: crypto.randomUUID() });
  const actions = [
    ...(may("members.bulk")
      ? [
          { content: bulk.adjust, onAction: () => open("adjust") },
          { content: bulk.grant, onAction: () => open("grant") },
        ]
      : []),
    ...(may("members.export")
      ? [
          {
            content: bulk.export,
            onAction: () => download.start(`/app/members-file?${address}`, "members.csv"),
          },
        ]
      : []),
  ];
  return {
    all,
    ids,
    address,
    asked,
    ask: setAsked,
    actions,
    canChoose: actions.length > 0 && (matching ?? 1) > 0,
    onChange: state.handleSelectionChange,
  };
}

function paginationOf(
  { next, previous }: MembersPageView,
  list: MemberListState,
  words: { next: string; previous: string },
  label: string,
) {
  return {
    pagination: {
      label,
      hasNext: next !== null,
      hasPrevious: previous !== null,
      onNext: () => list.page("after", next ?? ""),
      onPrevious: () => list.page("before", previous ?? ""),
      accessibilityLabels: words,
    },
  };
}
