import { useState } from "react";
import { BlockStack, Button, List, Text } from "@shopify/polaris";
import type { ProgrammeDifference } from "../loyalty/programme-difference.ts";
import { differenceSentence, idBehindName, isOfName, namesChanged } from "../texts/difference-words.ts";
import { UNNAMED, type TitledEntries } from "../texts/entry-titles.ts";
import type { Formats } from "../texts/formats.ts";
import { Sentence } from "./sentence.tsx";
import { useWords } from "./use-words.ts";

/** More than these are shown when somebody asks for them. */
const FIRST = 15;

interface DifferenceListProps {
  differences: readonly ProgrammeDifference[];
  /** What the entries of either are called; without them by their ids. */
  names?: TitledEntries;
  /** Of a store with another currency or zone; without them those of this shop. */
  formats?: Formats;
  /** On paper nobody can ask for more. */
  isWhole?: boolean;
}

interface Line {
  sentence: string;
  /** In code it goes by this; null where the sentence says so already. */
  id: string | null;
}

/** What one programme says otherwise than another, each in a sentence; names in one for each language. */
export function DifferenceList({ differences, names = UNNAMED, ...props }: DifferenceListProps) {
  const { t, f: own } = useWords();
  const f = props.formats ?? own;
  const words = t.versions.difference;
  const [isWhole, setWhole] = useState(props.isWhole ?? false);
  const lines: Line[] = [
    ...differences
      .filter((one) => !isOfName(one))
      .map((one) => ({
        sentence: differenceSentence(one, t, f, names),
        id: idBehindName(one, names, { t, f }),
      })),
    ...[...namesChanged(differences.filter(isOfName))].map(([language, count]) => ({
      sentence: words.names(f.language(language), String(count), f.count(count)),
      id: null,
    })),
  ];
  const shown = isWhole ? lines : lines.slice(0, FIRST);
  return (
    <BlockStack gap="200" inlineAlign="start">
      <List>
        {shown.map(({ sentence, id }) => (
          <List.Item key={`${sentence} ${id}`}>
            <Sentence>{sentence}</Sentence>
            {id === null ? null : (
              <Text as="span" variant="bodySm" tone="subdued">
                {" "}
                {id}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
      {lines.length > FIRST && !isWhole ? (
        <Button variant="plain" onClick={() => setWhole(true)}>
          {words.all(f.count(lines.length))}
        </Button>
      ) : null}
    </BlockStack>
  );
}
