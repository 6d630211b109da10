import { lazy, Suspense, useSyncExternalStore } from "react";
import { BlockStack, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { CodeEditorProps } from "./code-editor.tsx";

// What reads and writes YAML is more script than all forms together: it comes once somebody asks for the code.
const CodeEditor = lazy(() => import("./code-editor.tsx"));

/** The document as code. */
export function CodePanel(props: CodeEditorProps) {
  const { t } = useWords();
  const isInBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const waiting = (
    <Text as="p" tone="subdued">
      {t.editor.code.loading}
    </Text>
  );
  return (
    <BlockStack gap="300">
      <Text as="p" tone="subdued">
        {t.editor.code.help}
      </Text>
      {isInBrowser ? (
        <Suspense fallback={waiting}>
          <CodeEditor {...props} />
        </Suspense>
      ) : (
        waiting
      )}
    </BlockStack>
  );
}

function neverChanges(): () => void {
  return () => undefined;
}
