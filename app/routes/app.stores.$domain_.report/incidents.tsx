import { BlockStack, List, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { Formats } from "../../texts/formats.ts";
import type { MonthlyReport } from "../../use-cases/stores/monthly-report.ts";

/** What went wrong or stood still, and when the ledger was last read through. */
export function Incidents({ report, f }: { report: MonthlyReport; f: Formats }) {
  const { t } = useWords();
  const words = t.stores.report;
  const { pauses, refused, dead, verified } = report.incidents;
  const lines = [
    ...pauses.map(({ from, to }) =>
      to === null ? words.pausedStill(f.dateTime(from)) : words.paused(f.dateTime(from), f.dateTime(to)),
    ),
    ...(refused === 0 ? [] : [words.refused(String(refused), f.count(refused))]),
    ...(dead === 0 ? [] : [words.dead(String(dead), f.count(dead))]),
    ...(verified?.fault == null ? [] : [words.fault]),
  ];
  return (
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">
        {words.incidents}
      </Text>
      {lines.length === 0 ? (
        <Text as="p">{words.noIncidents}</Text>
      ) : (
        <List>
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      )}
      {verified === null || verified.fault !== null ? null : (
        <Text as="p">{words.whole(f.count(verified.transactions), f.dateTime(verified.at))}</Text>
      )}
    </BlockStack>
  );
}
