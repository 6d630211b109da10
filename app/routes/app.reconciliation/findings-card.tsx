import { BlockStack, Box, Card, IndexTable, InlineStack, Link, Text, useBreakpoints } from "@shopify/polaris";
import { useNavigate } from "@remix-run/react";
import { StateBadge } from "../../components/state-badge.tsx";
import { useWords } from "../../components/use-words.ts";
import { inWords } from "../../texts/fault-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { FindingView, ReconciliationView } from "../../use-cases/reconcile/show-reconciliation.ts";

/** What a comparison found, each with what it came to. */
export function FindingsCard({ view }: { view: ReconciliationView }) {
  const { t, f } = useWords();
  const words = t.reconciliation.findings;
  const { shown, findings } = view;
  if (shown === null)
    return view.last === null ? null : (
      <Card>
        <Text as="p" tone="subdued">
          {words.none}
        </Text>
      </Card>
    );
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title(f.dateTime(shown.startedAt))}
          </Text>
          <Text as="p" tone="subdued">
            {words.window(f.dateTime(shown.from), f.dateTime(shown.to))}{" "}
            {shown.lastFailure === null
              ? null
              : words.failures(
                  String(shown.failures),
                  f.count(shown.failures),
                  inWords(shown.lastFailure, t.reasons),
                )}{" "}
            {findings.length === 0 ? words.noneHere : null}
          </Text>
        </BlockStack>
      </Box>
      {findings.length === 0 ? null : <FindingsTable view={view} run={shown.number} />}
    </Card>
  );
}

function FindingsTable({ view, run }: { view: ReconciliationView; run: number }) {
  const { t } = useWords();
  const { columns, resource } = t.reconciliation.findings;
  const { smDown } = useBreakpoints();
  const navigate = useNavigate();
  const { next, findings } = view;
  const pagination = {
    hasNext: next !== null,
    onNext: () => navigate(`?run=${run}&after=${next ?? ""}`),
    hasPrevious: false,
    accessibilityLabels: { next: t.common.next, previous: t.common.previous },
  };
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      resourceName={resource}
      itemCount={findings.length}
      headings={[
        { title: columns.what },
        { title: columns.member },
        { title: columns.points, alignment: "end" },
        { title: columns.state },
      ]}
      {...(next === null ? {} : { pagination })}
    >
      {findings.map((finding, position) => (
        <IndexTable.Row key={finding.id} id={finding.id} position={position}>
          {smDown ? <NarrowCells finding={finding} /> : <WideCells finding={finding} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function WideCells({ finding }: { finding: FindingView }) {
  return (
    <>
      <IndexTable.Cell>
        <div className="perennial-fit">
          <What finding={finding} />
        </div>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Member finding={finding} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Points finding={finding} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        {finding.state === null ? null : <StateBadge state={finding.state} />}
      </IndexTable.Cell>
    </>
  );
}

function NarrowCells({ finding }: { finding: FindingView }) {
  return (
    <div className="perennial-narrow-row">
      <BlockStack gap="100">
        <InlineStack align="space-between" blockAlign="start" gap="200" wrap={false}>
          <What finding={finding} />
          {finding.state === null ? null : <StateBadge state={finding.state} />}
        </InlineStack>
        <InlineStack align="space-between" gap="200">
          <Member finding={finding} />
          <Points finding={finding} />
        </InlineStack>
      </BlockStack>
    </div>
  );
}

function What({ finding }: { finding: FindingView }) {
  const { t } = useWords();
  const [gone = "", looked = ""] = (finding.detail ?? "").split("/");
  const words = t.reconciliation.kinds[finding.kind](finding.name ?? "", gone, looked);
  const text = (
    <Text as="span" fontWeight="semibold">
      {words}
    </Text>
  );
  if (finding.webhookId === null) return text;
  return (
    <Link
      url={`/app/deliveries/${encodeURIComponent(finding.webhookId)}`}
      dataPrimaryLink
      monochrome
      removeUnderline
    >
      {text}
    </Link>
  );
}

function Member({ finding }: { finding: FindingView }) {
  const { t } = useWords();
  if (finding.member === null) return null;
  return <Link url={`/app/members/${finding.member.id}`}>{memberName(finding.member, t)}</Link>;
}

function Points({ finding }: { finding: FindingView }) {
  const { f } = useWords();
  return (
    <Text as="span" alignment="end" numeric>
      {finding.points === null ? "" : f.signed(finding.points)}
    </Text>
  );
}
