import { Box, Button, InlineGrid, Select, TextField } from "@shopify/polaris";
import { useSearchParams } from "@remix-run/react";
import { useStaffName } from "../../components/staff-name.tsx";
import { useWords } from "../../components/use-words.ts";
import type { ActivityView } from "../../use-cases/staff/list-activity.ts";

const GROUPS = ["points", "members", "rewards", "programme", "operations", "access"] as const;

/** What of the log is shown; the page's address holds it, so that it can be sent to somebody. */
export function ActivityFilters({ view: { query, people, names } }: { view: ActivityView }) {
  const { t } = useWords();
  const words = t.activity.filters;
  const nameOf = useStaffName(names);
  const [, setAddress] = useSearchParams();
  const set = (name: string, value: string) =>
    setAddress((before) => {
      const after = new URLSearchParams(before);
      for (const key of ["after", "before", name]) after.delete(key);
      if (value !== "") after.set(name, value);
      return after;
    });
  const isFiltered = Object.values(query).some((value) => value !== null);
  return (
    <Box padding="400">
      <InlineGrid columns={{ xs: 1, sm: 2, md: 4 }} gap="300">
        <Select
          label={words.person}
          options={[
            { value: "", label: words.everybody },
            ...people.map((id) => ({ value: id, label: nameOf(id) })),
          ]}
          value={query.staff ?? ""}
          onChange={(value) => set("staff", value)}
        />
        <Select
          label={words.part}
          options={[
            { value: "", label: words.everything },
            ...GROUPS.map((value) => ({ value, label: t.activity.groups[value] })),
          ]}
          value={query.group ?? ""}
          onChange={(value) => set("group", value)}
        />
        <TextField
          type="date"
          autoComplete="off"
          label={words.from}
          value={query.from ?? ""}
          onChange={(value) => set("from", value)}
        />
        <TextField
          type="date"
          autoComplete="off"
          label={words.to}
          value={query.to ?? ""}
          onChange={(value) => set("to", value)}
        />
      </InlineGrid>
      {isFiltered ? (
        <Box paddingBlockStart="300">
          <Button variant="plain" onClick={() => setAddress({})}>
            {words.clear}
          </Button>
        </Box>
      ) : null}
    </Box>
  );
}
