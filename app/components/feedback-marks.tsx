import { Badge, InlineStack, Tag } from "@shopify/polaris";
import { languageName } from "../texts/language-name.ts";
import type { Texts } from "../texts/texts.ts";
import { useWords } from "./use-words.ts";

type Label = keyof Texts["feedback"]["labels"];
type Topic = keyof Texts["feedback"]["topics"];

const TONES = { positive: "success", negative: "critical" } as const;

interface Mood {
  label: Label;
  isKnown: boolean;
  language: string;
}

/** How whoever wrote feels about it, or why nobody can tell. */
export function MoodBadge({ feedback: { label, isKnown, language } }: { feedback: Mood }) {
  const { t, f } = useWords();
  const words = t.feedback;
  if (!isKnown)
    return <Badge>{language === "und" ? words.noLanguage : words.unknown(languageName(language, f))}</Badge>;
  return label === "neutral" ? (
    <Badge>{words.labels.neutral}</Badge>
  ) : (
    <Badge tone={TONES[label]}>{words.labels[label]}</Badge>
  );
}

const SIGNS = { positive: "+", neutral: "", negative: "−" } as const;

/** What it is about, each with what is said of it. */
export function TopicTags({ topics }: { topics: readonly { topic: Topic; label: Label | null }[] }) {
  const { t } = useWords();
  const words = t.feedback;
  return (
    <InlineStack gap="100">
      {topics.map(({ topic, label }) => {
        const name = words.topics[topic];
        const sign = label === null ? "" : SIGNS[label];
        return (
          <Tag
            key={topic}
            {...(label === null ? {} : { accessibilityLabel: words.topicWith(name, words.labels[label]) })}
          >
            {sign === "" ? name : `${name} ${sign}`}
          </Tag>
        );
      })}
    </InlineStack>
  );
}
