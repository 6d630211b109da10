import { Box, Button, InlineError, InlineGrid, InlineStack, Select } from "@shopify/polaris";
import { useLocation, useSearchParams } from "@remix-run/react";
import { useDownload } from "../../components/use-download.ts";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { FeedbackQuery } from "../../use-cases/feedback/list-feedback.ts";

/** What of the inbox is shown; the page's address holds it, so that it can be sent to somebody. */
export function FeedbackFilters({ query: { filter } }: { query: FeedbackQuery }) {
  const { t } = useWords();
  const { filters, labels, topics } = t.feedback;
  const [, setAddress] = useSearchParams();
  const set = (changes: Record<string, string>) =>
    setAddress((before) => {
      const after = new URLSearchParams(before);
      after.delete("page");
      for (const [name, value] of Object.entries(changes))
        if (value === "") after.delete(name);
        else after.set(name, value);
      return after;
    });
  const optionsOf = (names: Record<string, string>) => [
    { value: "", label: filters.any },
    ...Object.entries(names).map(([value, label]) => ({ value, label })),
  ];
  const isFiltered = filter.label !== null || filter.topic !== null || filter.overdue;
  return (
    <Box padding="400">
      <InlineGrid columns={{ xs: 1, sm: 2, md: 4 }} gap="300" alignItems="end">
        <Select
          label={filters.mood}
          options={optionsOf(labels)}
          value={filter.label ?? ""}
          onChange={(label) => set({ label })}
        />
        <Select
          label={filters.topic}
          options={optionsOf(topics)}
          value={filter.topic ?? ""}
          onChange={(topic) => set({ topic })}
        />
        {filter.state === "open" ? (
          <Select
            label={filters.time}
            options={optionsOf({ yes: filters.late })}
            value={filter.overdue ? "yes" : ""}
            onChange={(overdue) => set({ overdue })}
          />
        ) : null}
        <InlineStack gap="300">
          <DownloadButton />
          {isFiltered ? (
            <Button variant="plain" onClick={() => set({ label: "", topic: "", overdue: "" })}>
              {filters.clear}
            </Button>
          ) : null}
        </InlineStack>
      </InlineGrid>
    </Box>
  );
}

function DownloadButton() {
  const { t } = useWords();
  const may = useMay();
  const { search } = useLocation();
  const { state, start } = useDownload();
  if (!may("members.export")) return null;
  return (
    <>
      <Button
        loading={state === "loading"}
        onClick={() => start(`/app/feedback-file${search}`, "perennial-feedback.csv")}
      >
        {t.feedback.download}
      </Button>
      {state === "failed" ? (
        <InlineError fieldID="feedback-file" message={t.feedback.downloadFailed} />
      ) : null}
    </>
  );
}
