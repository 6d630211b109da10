import { BlockStack, Text } from "@shopify/polaris";
import { Facts } from "../../components/facts.tsx";
import { useWords } from "../../components/use-words.ts";
import type { EarningExplanation, LineExplanation } from "../../loyalty/explain-earning.ts";
import { earningWithNames, type ExplainedNames } from "../../texts/explained-names.ts";
import type { LedgerEntry } from "../../use-cases/ledger-entries.ts";

interface EntryDetailsProps {
  entry: LedgerEntry;
  /** What the merchant calls the rules. */
  names: ExplainedNames;
  staff: Record<string, string>;
}

/** What an auditor asks: the lines of the order, the rules that fit and count, and the entry's place in the chain. */
export function EntryDetails({ entry, names, staff }: EntryDetailsProps) {
  const { t, f } = useWords();
  const words = t.entries.details;
  const { explanation } = entry;
  const actor = words.actors[entry.actor] ?? staff[entry.actor] ?? t.common.staff(entry.actor);
  const facts: [string, string][] = [
    [words.recorded, f.dateTime(entry.recordedAt)],
    [words.version, String(entry.version)],
    [words.actor, actor],
    [words.event, entry.eventId],
    [words.key, entry.key],
    [words.place, String(entry.seq)],
    [words.hash, entry.hash],
    [
      words.postings,
      entry.postings.map(({ from, to, points }) => `${from} → ${to} ${f.whole(points)}`).join(", "),
    ],
  ];
  return (
    <details className="perennial-details">
      <summary>{words.show}</summary>
      <BlockStack gap="300">
        {explanation.kind === "order" && explanation.earning !== null ? (
          <Lines earning={earningWithNames(explanation.earning, names)} />
        ) : null}
        <Facts facts={facts} />
      </BlockStack>
    </details>
  );
}

function Lines({ earning }: { earning: EarningExplanation }) {
  const { f } = useWords();
  return (
    <ul className="perennial-order-lines">
      {earning.lines.map((line) => (
        <li key={line.line}>
          <Text as="span" breakWord>
            {line.title}
          </Text>{" "}
          <Text as="span" numeric>
            {f.money(line.value)}
          </Text>{" "}
          <RulesOf line={line} />
        </li>
      ))}
    </ul>
  );
}

function RulesOf({ line }: { line: LineExplanation }) {
  const { t, f } = useWords();
  const words = t.entries.details;
  return (
    <Text as="span" tone="subdued">
      {line.nothing !== null
        ? nothingText(line.nothing)
        : line.counted.length === 0
          ? words.noRule
          : [words.counted(f.list(line.counted)), ...outdoneOf(line)].join("; ")}
    </Text>
  );

  /** Rules that fit and did not count: another rate stands after them, or another multiplier gives more. */
  function outdoneOf({ fits, counted }: LineExplanation): string[] {
    const outdone = fits.filter((rule) => !counted.includes(rule));
    return outdone.length === 0 ? [] : [words.outdone(f.list(outdone))];
  }

  function nothingText(nothing: NonNullable<LineExplanation["nothing"]>): string {
    if (nothing.kind === "excluded") return words.nothing.excluded(words.keys[nothing.key], nothing.value);
    return words.nothing[nothing.kind];
  }
}
