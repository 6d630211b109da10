import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Banner, BlockStack, Button, InlineError, List, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { nameOfPath, type DocumentPath } from "../../loyalty/editing/document.ts";
import { linesOfPaths } from "../../loyalty/editing/document-lines.ts";
import { isSame } from "../../loyalty/editing/merge-documents.ts";
import { parseProgrammeTree } from "../../loyalty/programme-tree.ts";
import type { Fault, Programme } from "../../loyalty/programme.ts";
import { faultWords } from "../../texts/fault-words.ts";
import { programmeYaml } from "../../use-cases/programme/programme-yaml.ts";
import { useEditing } from "./editor-context.ts";
import type { UnreadCode } from "./use-editor.ts";

export interface CodeEditorProps {
  unread: UnreadCode | null;
  setUnread(code: UnreadCode | null): void;
  /** A place to show; another object for every time it is asked for. */
  shown: { path: DocumentPath } | null;
  mayWrite: boolean;
}

/**
 * The document as YAML, to be read and written. What is typed keeps its words, its order and its comments; where a form
 * changes the document, only that is written anew.
 */
export default function CodeEditor({ unread, setUnread, shown, mayWrite }: CodeEditorProps) {
  const { t } = useWords();
  const words = t.editor.code;
  const { document, code, writeCode, faults } = useEditing();
  // Whoever reads code knows entries by the ids that stand there.
  const faultText = (fault: Fault) => faultWords(fault, t);
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState(() => ({ text: unread?.text ?? textOf(code), document }));
  if (unread === null && !isSame(typed.document, document)) setTyped({ text: textOf(typed.text), document });
  const { text } = typed;
  const lineOf = useMemo(() => linesOfPaths(text), [text]);

  function read(next: string): void {
    const parsed = parseProgrammeTree(next);
    if (!parsed.ok) {
      setTyped((before) => ({ ...before, text: next }));
      setUnread({ text: next, faults: parsed.faults });
      return;
    }
    setTyped({ text: next, document: parsed.tree });
    setUnread(null);
    writeCode(parsed.tree, next);
  }

  /** The document in these words, as far as they can be brought to say it. */
  function textOf(said: string | null): string {
    return programmeYaml({ document: document as Programme["document"] }, said);
  }

  function goTo(line: number): void {
    const { current } = area;
    if (current === null) return;
    const start =
      text
        .split("\n")
        .slice(0, line - 1)
        .join("\n").length + (line > 1 ? 1 : 0);
    const end = text.indexOf("\n", start);
    current.focus();
    current.setSelectionRange(start, end === -1 ? text.length : end);
    current.scrollTop = (current.scrollHeight / text.split("\n").length) * Math.max(0, line - 4);
  }

  useEffect(() => {
    if (shown === null) return;
    const line = lineOf(nameOfPath(shown.path));
    if (line !== null) goTo(line);
    // A place is shown once for every time it is asked for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown]);

  return (
    <BlockStack gap="300">
      {unread === null ? null : (
        <Banner tone="warning">
          <BlockStack gap="200" inlineAlign="start">
            <Text as="p">{words.unreadable}</Text>
            <Button
              onClick={() => {
                setUnread(null);
                setTyped({ text: textOf(code), document });
              }}
            >
              {words.giveUp}
            </Button>
          </BlockStack>
        </Banner>
      )}
      <label htmlFor={id}>
        <Text as="span" fontWeight="semibold">
          {words.label}
        </Text>
      </label>
      <textarea
        ref={area}
        id={id}
        className="perennial-code-input"
        value={text}
        onChange={(event) => read(event.target.value)}
        readOnly={!mayWrite}
        rows={30}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        dir="ltr"
        aria-describedby={`${id}-faults`}
        aria-invalid={unread !== null || faults.length > 0}
      />
      <div id={`${id}-faults`} aria-live="polite">
        {unread !== null ? (
          unread.faults.map((fault) => (
            <InlineError
              key={`${fault.path} ${fault.problem}`}
              fieldID={id}
              message={`${fault.path}: ${faultText(fault)}`}
            />
          ))
        ) : faults.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.sound}
          </Text>
        ) : (
          <List>
            {faults.map((fault) => {
              const line = lineOf(fault.path);
              const said = `${fault.path === "" ? t.editor.faults.whole : fault.path}: ${faultText(fault)}`;
              return (
                <List.Item key={`${fault.path} ${fault.problem}`}>
                  {line === null ? (
                    said
                  ) : (
                    <Button variant="plain" textAlign="left" onClick={() => goTo(line)}>
                      {words.line(line, said)}
                    </Button>
                  )}
                </List.Item>
              );
            })}
          </List>
        )}
      </div>
    </BlockStack>
  );
}
