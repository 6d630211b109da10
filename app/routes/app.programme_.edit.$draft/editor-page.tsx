import { useMemo, useState } from "react";
import { useSearchParams } from "@remix-run/react";
import { SaveBar, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Page, Text } from "@shopify/polaris";
import { useStaffName } from "../../components/staff-name.tsx";
import { useMay } from "../../components/use-may.ts";
import { WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useWords } from "../../components/use-words.ts";
import { SECTIONS, type Section } from "../../loyalty/editing/sections.ts";
import { tellingOf } from "../../texts/document-sentences.ts";
import { namesInDocument } from "../../texts/explained-names.ts";
import { faultWords } from "../../texts/fault-words.ts";
import type { OpenDraft } from "../../use-cases/drafts/open-draft.ts";
import { EditingProvider, type Editing } from "./editor-context.ts";
import { EditorSide, type Side } from "./editor-side.tsx";
import { FaultsCard } from "./faults-card.tsx";
import { NameCard } from "./name-card.tsx";
import { Notices } from "./notices.tsx";
import { OutsideCards } from "./section-card.tsx";
import { SectionTabs } from "./section-tabs.tsx";
import { useEditor, type Editor } from "./use-editor.ts";
import { useGoal } from "./use-goal.ts";
import { useTerms } from "./use-terms.ts";

/** A draft of the programme as forms, and the same document as code beside them. */
export function EditorPage({ draft }: { draft: OpenDraft & { now: number } }) {
  const { t, f } = useWords();
  const words = t.editor;
  const nameOf = useStaffName(draft.names);
  const may = useMay()("programme.draft");
  const shopify = useAppBridge();
  const editor = useEditor(draft, () => shopify.toast.show(words.saved));
  const { written, faults, notes, isDirty, unread } = editor;
  const [search] = useSearchParams();
  const [section, setSection] = useState<Section>(() => sectionNamed(search.get("section")));
  const [side, setSide] = useState<Side>({ tab: "example", shown: null });
  const editing = useEditingOf(draft, editor, may, (path) => setSide({ tab: "code", shown: { path } }));
  const go = useGoal(setSection, search.get("field"));
  return (
    <EditingProvider value={editing}>
      <Page
        fullWidth
        title={written.name}
        subtitle={`${words.basedOn(written.basedOn)} · ${words.savedBy(f.ago(draft.savedAt, draft.now), nameOf(draft.savedBy))}`}
        backAction={{ content: words.back, url: "/app/programme" }}
        primaryAction={{
          content: words.review,
          disabled: faults.length > 0 || unread !== null || editor.isSaving,
          loading: editor.isSaving,
          helpText: words.reviewHelp,
          onAction: () => editor.save(`/app/programme/plan/${draft.id}`),
        }}
      >
        <TitleBar title={words.title} />
        <SaveBar id="draft" open={isDirty || unread !== null}>
          <button
            variant="primary"
            onClick={() => editor.save()}
            {...(editor.isSaving ? { loading: "" } : {})}
            {...(unread === null && may ? {} : { disabled: true })}
          >
            {words.save}
          </button>
          <button onClick={editor.discard}>{words.discard}</button>
        </SaveBar>
        <BlockStack gap="400">
          {may ? null : <WhyNotAllowed permission="programme.draft" />}
          <Notices draft={draft} now={draft.now} editor={editor} />
          <div className="perennial-editor">
            <BlockStack gap="400">
              <FaultsCard title={words.faults.title(faults.length)} faults={faults} onGo={go} />
              <SectionTabs section={section} onSection={setSection} />
              <FaultsCard title={words.faults.notesTitle(notes.length)} faults={notes} onGo={go} />
              <NameCard name={written.name} onName={editor.rename} isLocked={!may} />
            </BlockStack>
            <EditorSide draft={draft.id} editor={editor} side={side} onSide={setSide} mayWrite={may} />
          </div>
          {faults.length === 0 ? null : (
            <OutsideCards>
              <Text as="p" tone="subdued">
                {words.toMend}
              </Text>
            </OutsideCards>
          )}
        </BlockStack>
      </Page>
    </EditingProvider>
  );
}

function sectionNamed(name: string | null): Section {
  return SECTIONS.find((section) => section === name) ?? "earning";
}

function useEditingOf(
  draft: OpenDraft,
  editor: Editor,
  may: boolean,
  showCode: Editing["showCode"],
): Editing {
  const { t, f } = useWords();
  const { locale, currency, timezone } = useTerms();
  const { written, change, remove, write, writeCode, faults, unread } = editor;
  const telling = useMemo(
    () => tellingOf(written.document, { t, f, locale }),
    [written.document, t, f, locale],
  );
  return {
    ...{ document: written.document, code: written.code, telling, showCode },
    ...{ change, remove, write, writeCode, faults },
    ...{ currency, timezone, known: draft.known, titles: draft.titles },
    isLocked: !may || unread !== null,
    faultText: (fault) => faultWords(fault, t, namesInDocument(written.document, locale)),
  };
}
