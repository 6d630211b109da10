import { BlockStack, IndexTable, InlineStack, Link, Text } from "@shopify/polaris";
import { useNavigation, useSearchParams } from "@remix-run/react";
import { MoodBadge, TopicTags } from "../../components/feedback-marks.tsx";
import { LineTable } from "../../components/line-table.tsx";
import { NothingHere } from "../../components/nothing-here.tsx";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { FeedbackView } from "../../use-cases/feedback/list-feedback.ts";

type Row = FeedbackView["rows"][number];

interface Cells {
  row: Row;
  view: FeedbackView;
}

export function FeedbackTable({ view }: { view: FeedbackView }) {
  const { t } = useWords();
  const { columns, resource, newer, older } = t.feedback;
  const loading = useNavigation().state === "loading";
  const [, setAddress] = useSearchParams();
  const { page } = view.query;
  const turnTo = (to: number) =>
    setAddress((before) => {
      const after = new URLSearchParams(before);
      after.set("page", String(to));
      return after;
    });
  const pagination = {
    hasNext: view.hasNext,
    hasPrevious: page > 1,
    onNext: () => turnTo(page + 1),
    onPrevious: () => turnTo(page - 1),
    accessibilityLabels: { next: older, previous: newer },
  };
  const titles = [columns.message, columns.mood, columns.topics, columns.customer, columns.due] as const;
  const [first, ...rest] = titles;
  return (
    <LineTable
      lines={view.rows}
      resource={resource}
      loading={loading}
      headings={[{ title: first }, ...rest.map((title) => ({ title }))]}
      {...(view.hasNext || page > 1 ? { pagination } : {})}
      emptyState={<Nothing view={view} />}
      wide={(row) => <WideCells row={row} view={view} />}
      narrow={(row) => <NarrowCells row={row} view={view} />}
    />
  );
}

function Nothing({ view: { counts, query } }: { view: FeedbackView }) {
  const { empty } = useWords().t.feedback;
  if (counts.all === 0) return <NothingHere {...empty.none} illustrated />;
  const isFiltered = query.filter.label !== null || query.filter.topic !== null || query.filter.overdue;
  return <NothingHere {...(query.filter.state === "open" && !isFiltered ? empty.open : empty.filtered)} />;
}

function WideCells({ row, view }: Cells) {
  return (
    <>
      <IndexTable.Cell>
        <Message row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <MoodBadge feedback={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <TopicTags topics={row.topics} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Customer row={row} view={view} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Due row={row} view={view} />
      </IndexTable.Cell>
    </>
  );
}

function NarrowCells({ row, view }: Cells) {
  return (
    <div className="perennial-narrow-row">
      <BlockStack gap="150">
        <Message row={row} />
        <InlineStack gap="200">
          <MoodBadge feedback={row} />
          <TopicTags topics={row.topics} />
        </InlineStack>
        <InlineStack align="space-between" gap="200">
          <Customer row={row} view={view} />
          <Due row={row} view={view} />
        </InlineStack>
      </BlockStack>
    </div>
  );
}

const SHOWN_CHARACTERS = 140;

/** The beginning of it, in whichever script and direction it was written. */
function Message({ row: { id, text } }: { row: Row }) {
  const beginning = [...text.replace(/\s+/g, " ")];
  const shown = beginning.slice(0, SHOWN_CHARACTERS).join("");
  return (
    <div className="perennial-fit" dir="auto">
      <Link url={`/app/insight/feedback/${id}`} dataPrimaryLink monochrome removeUnderline>
        <Text as="span" breakWord>
          {beginning.length > SHOWN_CHARACTERS ? `${shown}…` : shown}
        </Text>
      </Link>
    </div>
  );
}

function Customer({ row: { memberId }, view: { members } }: Cells) {
  const { t } = useWords();
  if (memberId === null)
    return (
      <Text as="span" tone="subdued">
        {t.feedback.nobody}
      </Text>
    );
  const naming = members[memberId] ?? { firstName: null, lastName: null, email: null };
  return <Text as="span">{memberName({ id: memberId, ...naming }, t)}</Text>;
}

function Due({ row, view: { now } }: Cells) {
  const { t, f } = useWords();
  const { state, answerBy, stateAt } = row;
  if (state !== "open")
    return (
      <Text as="span" tone="subdued">
        {t.feedback.page.since(t.feedback.states[state], f.ago(stateAt, now))}
      </Text>
    );
  return answerBy < now ? (
    <Text as="span" tone="critical">
      {t.feedback.overdue(f.lasting(answerBy, now))}
    </Text>
  ) : (
    <Text as="span">{t.feedback.due(f.ahead(answerBy, now))}</Text>
  );
}
