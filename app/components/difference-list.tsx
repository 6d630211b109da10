import { useState } from "react";
import { BlockStack, Button, List } from "@shopify/polaris";
import type { ProgrammeDifference } from "../loyalty/programme-difference.ts";
import { differenceSentence, namesChanged } from "../texts/difference-words.ts";
import type { TitledEntries } from "../texts/entry-titles.ts";
import { Sentence } from "./sentence.tsx";
import { useWords } from "./use-words.ts";

/** More than these are shown when somebody asks for them. */
const FIRST = 15;

interface DifferenceListProps {
  differences: readonly ProgrammeDifference[];
  /** What the entries of either are called; without them by their ids. */
  names?: TitledEntries;
}

/** What one programme says otherwise than another, each in a sentence; names in one for each language. */
export function DifferenceList({ differences, names }: DifferenceListProps) {
  const { t, f } = useWords();
  const words = t.versions.difference;
  const [isWhole, setWhole] = useState(false);
  const isName = ({ path }: ProgrammeDifference) => path.startsWith("texts.");
  const sentences = [
    ...differences.filter((one) => !isName(one)).map((one) => differenceSentence(one, t, f, names)),
    ...[...namesChanged(differences.filter(isName))].map(([language, count]) =>
      words.names(f.language(language), f.count(count)),
    ),
  ];
  const shown = isWhole ? sentences : sentences.slice(0, FIRST);
  return (
    <BlockStack gap="200" inlineAlign="start">
      <List>
        {shown.map((sentence) => (
          <List.Item key={sentence}>
            <Sentence>{sentence}</Sentence>
          </List.Item>
        ))}
      </List>
      {sentences.length > FIRST && !isWhole ? (
        <Button variant="plain" onClick={() => setWhole(true)}>
          {words.all(f.count(sentences.length))}
        </Button>
      ) : null}
    </BlockStack>
  );
}
