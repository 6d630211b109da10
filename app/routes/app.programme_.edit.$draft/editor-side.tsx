import { Card, Tabs } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { DocumentPath } from "../../loyalty/editing/document.ts";
import { CodePanel } from "./code-panel.tsx";
import { ExamplePanel } from "./example-panel.tsx";
import type { Editor } from "./use-editor.ts";

export interface Side {
  tab: "example" | "code";
  /** A place of the document that the code is to show. */
  shown: { path: DocumentPath } | null;
}

interface EditorSideProps {
  draft: string;
  editor: Editor;
  side: Side;
  onSide: (side: Side) => void;
  mayWrite: boolean;
}

const TABS = ["example", "code"] as const;

/** What stands beside the forms: what an order would earn, or the same document as code. */
export function EditorSide({ draft, editor, side, onSide, mayWrite }: EditorSideProps) {
  const { t } = useWords();
  const words = t.editor.code;
  return (
    <section aria-label={words.sideLabel} className="perennial-side">
      <Card>
        <Tabs
          tabs={[
            { id: "side-example", content: words.exampleTab, panelID: "side-example-panel" },
            { id: "side-code", content: words.tab, panelID: "side-code-panel" },
          ]}
          selected={TABS.indexOf(side.tab)}
          onSelect={(index) => onSide({ tab: TABS[index] ?? "example", shown: null })}
        >
          <div className="perennial-panel">
            {side.tab === "example" ? (
              <ExamplePanel example={editor.example} draft={draft} />
            ) : (
              <CodePanel
                unread={editor.unread}
                setUnread={editor.setUnread}
                shown={side.shown}
                mayWrite={mayWrite}
              />
            )}
          </div>
        </Tabs>
      </Card>
    </section>
  );
}
