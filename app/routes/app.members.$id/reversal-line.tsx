import { Button, InlineStack, Link, Text } from "@shopify/polaris";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { AdjustedOnce } from "../../use-cases/person/reversals.ts";
import type { EntryOf } from "./shown-view.ts";
import type { DeedsState } from "./use-deeds.ts";

interface ReversalLineProps {
  entry: EntryOf<"ledger">;
  staff: Record<string, string>;
  ask: DeedsState["ask"];
}

/** Below an adjustment: what took it back, what it takes back, or the way to take it back. */
export function ReversalLine({ entry, staff, ask }: ReversalLineProps) {
  const { t, f } = useWords();
  const may = useMay();
  const words = t.person.undo;
  const { reversal } = entry;
  if (reversal === null) return null;
  const { takenBack, takesBack, wouldMove, bulk } = reversal;
  const said = ({ at, actor }: AdjustedOnce, sentence: (date: string, who: string) => string) => (
    <Text as="p" variant="bodySm" tone="subdued">
      {sentence(f.dateTime(at), t.entries.details.actors[actor] ?? staff[actor] ?? t.common.staff(actor))}
    </Text>
  );
  return (
    <>
      {takesBack === null ? null : said(takesBack, words.takesBack)}
      {takenBack === null ? null : said(takenBack, words.takenBack)}
      {bulk === null ? null : <Link url={`/app/members/bulk/${bulk}`}>{t.person.timeline.allOfIssue}</Link>}
      {wouldMove === null || !may("points.adjust") ? null : (
        <InlineStack>
          <Button variant="plain" onClick={() => ask({ deed: "undo-adjustment", entry })}>
            {words.action}
          </Button>
        </InlineStack>
      )}
    </>
  );
}
