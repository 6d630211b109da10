import { useWords } from "../../components/use-words.ts";
import type { OperationsView } from "../../use-cases/operations/show-operations.ts";
import { LinkCard } from "./link-card.tsx";

/** When the shop was last compared with its store, and whether anything was missed. */
export function ReconciliationCard({ view }: { view: OperationsView }) {
  const { t, f } = useWords();
  const words = t.operations.reconciliation;
  const { finishedAt, missed, underWay } = view.reconciliation;
  const last =
    finishedAt === null
      ? words.never
      : `${words.last(f.ago(finishedAt, view.now))} ${words.missed(String(missed), f.count(missed))}`;
  return (
    <LinkCard
      title={words.title}
      text={underWay ? `${last} ${words.underWay}` : last}
      link={{ content: words.open, url: "/app/reconciliation" }}
    />
  );
}
