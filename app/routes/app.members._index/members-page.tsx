import { useState } from "react";
import { Card, EmptyState, IndexFilters, IndexFiltersMode, Page, useBreakpoints } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { useNavigation } from "@remix-run/react";
import { useWords } from "../../components/use-words.ts";
import type { MembersView } from "../../use-cases/list-members.ts";
import { MembersTable } from "./members-table.tsx";
import { useListAddress } from "./use-list-address.ts";

export function MembersPage({ view }: { view: MembersView }) {
  const { t } = useWords();
  const words = t.members;
  const { query } = view;
  const { mdDown } = useBreakpoints();
  const list = useListAddress(query.search);
  const [mode, setMode] = useState(
    query.search === "" ? IndexFiltersMode.Default : IndexFiltersMode.Filtering,
  );
  const loading = useNavigation().state === "loading";
  const isEmpty = view.members.length === 0 && query.search === "" && list.typed === "";
  return (
    <Page title={words.title} titleHidden fullWidth={mdDown}>
      <TitleBar title={words.title} />
      <Card padding="0">
        {isEmpty ? (
          <EmptyState heading={words.empty.heading} image="/leaf.svg">
            <p>{words.empty.text}</p>
          </EmptyState>
        ) : (
          <>
            <IndexFilters
              tabs={[{ id: "all", content: words.all, isLocked: true }]}
              selected={0}
              canCreateNewView={false}
              filters={[]}
              hideFilters
              onClearAll={() => list.search("")}
              mode={mode}
              setMode={setMode}
              loading={loading}
              queryValue={list.typed}
              queryPlaceholder={words.search}
              onQueryChange={list.type}
              onQueryClear={() => list.search("")}
              cancelAction={{ onAction: () => list.search("") }}
              sortOptions={sortOptions(words.sort)}
              sortSelected={[`${query.sort} ${query.descending ? "desc" : "asc"}`]}
              onSort={([sort]) => list.sort(sort ?? "")}
            />
            <MembersTable view={view} loading={loading} list={list} />
          </>
        )}
      </Card>
    </Page>
  );
}

function sortOptions(words: ReturnType<typeof useWords>["t"]["members"]["sort"]) {
  return [
    { label: words.change, value: "change desc" as const, directionLabel: words.newest },
    { label: words.change, value: "change asc" as const, directionLabel: words.oldest },
    { label: words.balance, value: "balance desc" as const, directionLabel: words.most },
    { label: words.balance, value: "balance asc" as const, directionLabel: words.least },
  ];
}
