import { useState } from "react";
import { Card, IndexFilters, IndexFiltersMode } from "@shopify/polaris";
import { useNavigation } from "@remix-run/react";
import { IndexPage } from "../../components/index-page.tsx";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useWords } from "../../components/use-words.ts";
import type { MembersView } from "../../use-cases/list-members.ts";
import { MembersTable } from "./members-table.tsx";
import { useListAddress } from "./use-list-address.ts";

export function MembersPage({ view }: { view: MembersView }) {
  const { t } = useWords();
  const words = t.members;
  const { query } = view;
  const list = useListAddress(query.search);
  const [mode, setMode] = useState(
    query.search === "" ? IndexFiltersMode.Default : IndexFiltersMode.Filtering,
  );
  const loading = useNavigation().state === "loading";
  const isEmpty = view.members.length === 0 && query.search === "" && list.typed === "";
  return (
    <IndexPage title={words.title}>
      <Card padding="0">
        {isEmpty ? (
          <NothingHere illustrated heading={words.empty.heading} text={words.empty.text} />
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
    </IndexPage>
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
