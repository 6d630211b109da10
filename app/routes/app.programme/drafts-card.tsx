import { useState } from "react";
import { Badge, Banner, BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useStaffName } from "../../components/staff-name.tsx";
import { useWords } from "../../components/use-words.ts";
import type { DraftLine } from "../../use-cases/drafts/list-drafts.ts";
import type { ProgrammeView } from "../../use-cases/show-programme.ts";
import type { Drafts } from "./use-drafts.ts";

interface DraftsCardProps {
  view: ProgrammeView;
  drafts: Drafts;
  mayWrite: boolean;
}

/** What is being written: by whom, since when, and what keeps it from being published. */
export function DraftsCard({ view, drafts, mayWrite }: DraftsCardProps) {
  const { t } = useWords();
  const words = t.programme.drafts;
  const [asked, setAsked] = useState<DraftLine | null>(null);
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {view.drafts.length === 0 ? words.none : words.help}
          </Text>
        </BlockStack>
        {drafts.discarded === null ? null : (
          <Banner>
            <InlineStack gap="300" blockAlign="center">
              <Text as="p" breakWord>
                {words.discarded(drafts.discarded.name)}
              </Text>
              <Button onClick={drafts.restore}>{t.editor.card.undo}</Button>
            </InlineStack>
          </Banner>
        )}
        {view.drafts.length === 0 ? null : (
          <ul className="perennial-lines">
            {view.drafts.map((draft) => (
              <li key={draft.id} className="perennial-line">
                <DraftItem draft={draft} view={view} onDiscard={mayWrite ? () => setAsked(draft) : null} />
              </li>
            ))}
          </ul>
        )}
        {mayWrite ? (
          <InlineStack>
            <Button onClick={drafts.start} loading={drafts.isBusy}>
              {words.start}
            </Button>
          </InlineStack>
        ) : (
          <WhyNotAllowed permission="programme.draft" />
        )}
      </BlockStack>
      <ConfirmModal
        id="discard-draft"
        open={asked !== null}
        title={t.editor.removeTitle}
        text={t.editor.removeText}
        action={t.editor.remove}
        onConfirm={() => asked !== null && drafts.discard(asked)}
        onClose={() => setAsked(null)}
      />
    </Card>
  );
}

interface DraftItemProps {
  draft: DraftLine;
  view: ProgrammeView;
  onDiscard: (() => void) | null;
}

function DraftItem({ draft, view, onDiscard }: DraftItemProps) {
  const { t, f } = useWords();
  const words = t.programme.drafts;
  const nameOf = useStaffName(view.names);
  return (
    <BlockStack gap="100">
      <div className="perennial-entry">
        <Link url={`/app/programme/edit/${draft.id}`} removeUnderline>
          {draft.name}
        </Link>
      </div>
      <Text as="p" variant="bodySm" tone="subdued">
        {t.editor.basedOn(draft.basedOn)} ·{" "}
        {t.editor.savedBy(f.ago(draft.savedAt, view.now), nameOf(draft.savedBy))}
      </Text>
      <InlineStack gap="200" blockAlign="center">
        {draft.faults > 0 ? <Badge tone="critical">{t.editor.card.faults(draft.faults)}</Badge> : null}
        {draft.isBehind ? <Badge tone="warning">{words.behind}</Badge> : null}
        {draft.faults === 0 ? (
          <Button variant="plain" url={`/app/programme/plan/${draft.id}`}>
            {t.editor.review}
          </Button>
        ) : null}
        {onDiscard === null ? null : (
          <Button
            variant="plain"
            tone="critical"
            accessibilityLabel={`${t.editor.remove}: ${draft.name}`}
            onClick={onDiscard}
          >
            {t.editor.card.remove}
          </Button>
        )}
      </InlineStack>
    </BlockStack>
  );
}
