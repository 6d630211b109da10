import { useState } from "react";
import { Banner, Card, IndexFilters, IndexFiltersMode, Page } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { useNavigation } from "@remix-run/react";
import { ManyField } from "../../components/choice-fields.tsx";
import { NothingHere } from "../../components/nothing-here.tsx";
import { RangeField } from "../../components/range-field.tsx";
import { useWords } from "../../components/use-words.ts";
import { CODE_STATES } from "../../use-cases/rewards-admin/code-query.ts";
import type { CodesView } from "../../use-cases/rewards-admin/list-codes.ts";
import { CodesTable } from "./codes-table.tsx";
import { useCodeList, type CodeListState } from "./use-code-list.ts";

export function CodesPage({ view }: { view: CodesView }) {
  const { t } = useWords();
  const words = t.rewardPages.codesPage;
  return (
    <Page fullWidth title={words.title} backAction={{ content: words.back, url: "/app/rewards" }}>
      <TitleBar title={words.title} />
      <Card padding="0">
        {view.isEmpty ? (
          <NothingHere illustrated heading={words.empty.heading} text={words.empty.text} />
        ) : (
          <CodeList view={view} />
        )}
      </Card>
    </Page>
  );
}

function CodeList({ view }: { view: CodesView }) {
  const { t } = useWords();
  const words = t.rewardPages.codesPage;
  const list = useCodeList(view.query);
  const [mode, setMode] = useState(IndexFiltersMode.Filtering);
  const loading = useNavigation().state === "loading";
  return (
    <>
      {view.issue === null ? null : (
        <Banner tone="info" action={{ content: words.showGiven, url: `/app/rewards/issues/${view.issue}` }}>
          {words.given}
        </Banner>
      )}
      <IndexFilters
        tabs={[{ id: "all", content: words.all, isLocked: true }]}
        selected={0}
        canCreateNewView={false}
        filters={useFilters(view, list)}
        appliedFilters={useApplied(view, list)}
        onClearAll={list.clear}
        disableStickyMode
        mode={mode}
        setMode={setMode}
        loading={loading}
        queryValue={list.query.search}
        queryPlaceholder={words.search}
        onQueryChange={(search) => list.change({ search }, { typed: true })}
        onQueryClear={() => list.change({ search: "" })}
        cancelAction={{ onAction: list.clear }}
      />
      <CodesTable view={view} loading={loading} list={list} />
    </>
  );
}

function useFilters({ rewards }: CodesView, { query, change }: CodeListState) {
  const { t } = useWords();
  const { filters } = t.rewardPages.codesPage;
  const { states } = t.rewardPages;
  return [
    {
      key: "state",
      label: filters.state,
      filter: (
        <ManyField
          label={filters.state}
          choices={CODE_STATES.map((state) => ({ label: states[state], value: state }))}
          values={query.states}
          onChange={(values) => change({ states: CODE_STATES.filter((state) => values.includes(state)) })}
        />
      ),
    },
    {
      key: "reward",
      label: filters.reward,
      filter: (
        <ManyField
          label={filters.reward}
          choices={rewards.map(({ id, name }) => ({ label: name, value: id }))}
          values={query.rewards}
          onChange={(values) => change({ rewards: values })}
        />
      ),
    },
    {
      key: "days",
      label: filters.days,
      filter: (
        <RangeField
          kind="day"
          label={filters.days}
          value={query.days}
          onChange={(days) => change({ days })}
        />
      ),
    },
  ];
}

function useApplied({ rewards }: CodesView, { query, change }: CodeListState) {
  const { t, f } = useWords();
  const { applied } = t.rewardPages.codesPage;
  const { rangeBoth, dayFrom, dayTo } = t.memberList;
  const { states, days } = query;
  const named = query.rewards.map((id) => rewards.find((reward) => reward.id === id)?.name ?? id);
  const range =
    days === null
      ? null
      : days.from !== null && days.to !== null
        ? rangeBoth(days.from, days.to)
        : days.from !== null
          ? dayFrom(days.from)
          : dayTo(days.to ?? "");
  return [
    ...(states.length === 0
      ? []
      : [
          {
            key: "state",
            label: applied.state(f.either(states.map((state) => t.rewardPages.states[state]))),
            onRemove: () => change({ states: [] }),
          },
        ]),
    ...(named.length === 0
      ? []
      : [{ key: "reward", label: applied.reward(f.either(named)), onRemove: () => change({ rewards: [] }) }]),
    ...(range === null
      ? []
      : [{ key: "days", label: applied.days(range), onRemove: () => change({ days: null }) }]),
  ];
}
