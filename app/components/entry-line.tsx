import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { wordEntry, type EntryToWord } from "../texts/entry-words.ts";
import type { ExplainedNames } from "../texts/explained-names.ts";
import { SignedPoints } from "./signed-points.tsx";
import { useWords } from "./use-words.ts";

interface EntryLineProps {
  entry: EntryToWord & { at: number; points: string };
  /** Whose it is, where the line does not stand on their own page; whoever was erased has none. */
  member?: { name: string; url: string | null };
  when: string;
  names?: ExplainedNames;
  children?: React.ReactNode;
}

/** One line of history: what, why with its arithmetic, when, and the points with their sign. */
export function EntryLine({ entry, member, when, names, children }: EntryLineProps) {
  const { t, f } = useWords();
  const { title, reason } = wordEntry(entry, t, f, names);
  const order = "name" in entry.explanation ? entry.explanation.name : "";
  return (
    <li className="perennial-line">
      <InlineStack align="space-between" blockAlign="start" gap="400" wrap={false}>
        <BlockStack gap="050">
          <Text as="p" fontWeight="semibold" breakWord>
            {member === undefined ? null : (
              <>
                {member.url === null ? member.name : <Link url={member.url}>{member.name}</Link>}
                {" · "}
              </>
            )}
            {title}
            {order === "" ? null : ` · ${t.entries.order(order)}`}
          </Text>
          <Text as="p" numeric breakWord>
            {reason}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {when}
          </Text>
        </BlockStack>
        <SignedPoints kind={entry.kind} points={entry.points} />
      </InlineStack>
      {children}
    </li>
  );
}
