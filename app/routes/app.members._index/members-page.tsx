import { useState } from "react";
import { Banner, Card, IndexFilters, IndexFiltersMode, type SortButtonChoice } from "@shopify/polaris";
import { useNavigate, useNavigation } from "@remix-run/react";
import { IndexPage } from "../../components/index-page.tsx";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useDownload } from "../../components/use-download.ts";
import { useMay } from "../../components/use-may.ts";
import { useLocale } from "../../components/use-locale.ts";
import { useWords } from "../../components/use-words.ts";
import { asksForEverybody, memberAddress, SORTS } from "../../use-cases/members/member-query.ts";
import { appliedFilters } from "./filter-words.ts";
import { memberFilters } from "./member-filters.tsx";
import { MembersTable, type MembersPageView } from "./members-table.tsx";
import { useMatching } from "./use-matching.ts";
import { useMemberList } from "./use-member-list.ts";
import { useViewTabs } from "./use-view-tabs.ts";

export function MembersPage({ view }: { view: MembersPageView }) {
  const { t } = useWords();
  const words = t.memberList;
  const may = useMay();
  const download = useDownload();
  const navigate = useNavigate();
  return (
    <IndexPage
      title={t.members.title}
      fullWidth
      actions={
        <>
          {may("members.bulk") && !view.isEmpty ? (
            <button onClick={() => void navigate("/app/members/bulk")}>{words.runs}</button>
          ) : null}
          {may("members.export") && !view.isEmpty ? (
            <button
              onClick={() => download.start(`/app/members-file?${memberAddress(view.query)}`, "members.csv")}
            >
              {download.state === "loading" ? words.exporting : words.export}
            </button>
          ) : null}
        </>
      }
    >
      {download.state === "failed" ? <Banner tone="critical">{words.exportFailed}</Banner> : null}
      <Card padding="0">
        {view.isEmpty ? (
          <NothingHere illustrated heading={t.members.empty.heading} text={t.members.empty.text} />
        ) : (
          <MemberList view={view} />
        )}
      </Card>
    </IndexPage>
  );
}

function MemberList({ view }: { view: MembersPageView }) {
  const { t, f } = useWords();
  const locale = useLocale();
  const words = t.memberList;
  const list = useMemberList(view.query);
  const tabs = useViewTabs(view.views, list);
  const address = memberAddress(view.query).toString();
  const matching = useMatching(view.matching, address);
  const [mode, setMode] = useState(
    asksForEverybody(view.query) ? IndexFiltersMode.Default : IndexFiltersMode.Filtering,
  );
  const loading = useNavigation().state === "loading";
  const terms = { t, f, locale, tiers: view.tiers, languages: view.languages, segments: view.segments };
  const { query } = list;
  return (
    <>
      {tabs.refusal === null ? null : <Banner tone="warning">{tabs.refusal}</Banner>}
      <IndexFilters
        tabs={tabs.tabs}
        selected={tabs.selected}
        onSelect={tabs.select}
        canCreateNewView={tabs.canKeep}
        onCreateNewView={tabs.keep}
        filters={memberFilters(query, list.change, terms)}
        appliedFilters={appliedFilters(query, list.change, terms)}
        onClearAll={list.clear}
        disableStickyMode
        mode={mode}
        setMode={setMode}
        loading={loading}
        queryValue={query.search}
        queryPlaceholder={words.search}
        onQueryChange={(search) => list.change({ search }, { typed: true })}
        onQueryClear={() => list.change({ search: "" })}
        cancelAction={{ onAction: list.clear }}
        {...primaryActionOf(tabs)}
        sortOptions={sortOptions(words.sorts)}
        sortSelected={[`${query.sort} ${query.descending ? "desc" : "asc"}`]}
        onSort={([chosen = ""]) => {
          const [sort, direction] = chosen.split(" ");
          list.change({
            sort: SORTS.find((known) => known === sort) ?? "change",
            descending: direction !== "asc",
          });
        }}
      />
      <MembersTable view={view} loading={loading} list={list} matching={matching} />
    </>
  );
}

/** An open view of one's own is saved; anything else that is asked for can become a view. */
function primaryActionOf({ save, canKeep, keep }: ReturnType<typeof useViewTabs>) {
  if (save !== null)
    return { primaryAction: { type: "save" as const, onAction: save, disabled: false, loading: false } };
  if (!canKeep) return {};
  return { primaryAction: { type: "save-as" as const, onAction: keep, disabled: false, loading: false } };
}

function sortOptions(words: ReturnType<typeof useWords>["t"]["memberList"]["sorts"]): SortButtonChoice[] {
  const directions = {
    change: [words.newest, words.oldest],
    balance: [words.most, words.least],
    earned: [words.most, words.least],
    since: [words.newest, words.oldest],
  };
  return SORTS.flatMap((sort) => {
    const [falling = "", rising = ""] = directions[sort];
    return [
      { label: words[sort], value: `${sort} desc` as const, directionLabel: falling },
      { label: words[sort], value: `${sort} asc` as const, directionLabel: rising },
    ];
  });
}
