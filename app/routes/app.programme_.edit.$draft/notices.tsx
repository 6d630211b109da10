import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { NotAllowed } from "../../components/not-allowed.tsx";
import { useStaffName } from "../../components/staff-name.tsx";
import { useWords } from "../../components/use-words.ts";
import type { OpenDraft } from "../../use-cases/drafts/open-draft.ts";
import type { Editor } from "./use-editor.ts";

/** What came between, and what to do about it: nothing that was typed is lost by any of it. */
export function Notices({ draft, now, editor }: { draft: OpenDraft; now: number; editor: Editor }) {
  const { t, f } = useWords();
  const words = t.editor;
  const nameOf = useStaffName(draft.names);
  const { trouble, laidAside, written, conflicts } = editor;
  const isBehind = written.basedOn < draft.latest;
  return (
    <>
      {trouble?.what === "not-allowed" ? <NotAllowed permission={trouble.permission} /> : null}
      {trouble?.what === "failed" ? <Banner tone="critical">{words.failed}</Banner> : null}
      {trouble?.what === "gone" ? (
        <Notice tone="warning" title={words.gone.title} text={words.gone.text}>
          <Button loading={editor.isSaving} onClick={editor.keepApart}>
            {words.gone.keep}
          </Button>
        </Notice>
      ) : null}
      {trouble?.what === "overtaken" ? (
        <Notice
          tone="warning"
          title={words.overtaken.title(nameOf(trouble.savedBy), f.ago(trouble.savedAt, now))}
          text={words.overtaken.text}
        >
          <Button onClick={editor.keepMine}>{words.overtaken.keep}</Button>
          <Button onClick={editor.takeTheirs}>{words.overtaken.take}</Button>
        </Notice>
      ) : null}
      {laidAside === null ? null : (
        <Notice tone="info" text={words.overtaken.laidAside}>
          <Button onClick={editor.backToMine}>{words.overtaken.back}</Button>
        </Notice>
      )}
      {editor.removed === null ? null : (
        <Notice tone="info" text={words.card.removed(editor.removed.called)}>
          <Button onClick={editor.bringBack}>{words.card.undo}</Button>
        </Notice>
      )}
      {isBehind ? (
        <Notice tone="warning" title={words.behind.title(draft.latest)} text={words.behind.text}>
          <Button onClick={editor.catchUp}>{words.behind.take(draft.latest)}</Button>
        </Notice>
      ) : null}
      {conflicts.length === 0 ? null : (
        <Banner tone="info">{words.behind.conflicts(f.list(conflicts))}</Banner>
      )}
    </>
  );
}

function Notice({
  tone,
  title,
  text,
  children,
}: {
  tone: "warning" | "info";
  title?: string;
  text: string;
  children: React.ReactNode;
}) {
  return (
    <Banner tone={tone} {...(title === undefined ? {} : { title })}>
      <BlockStack gap="300">
        <Text as="p">{text}</Text>
        <InlineStack gap="200">{children}</InlineStack>
      </BlockStack>
    </Banner>
  );
}
