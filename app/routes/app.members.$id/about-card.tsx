import { BlockStack, Card, Text } from "@shopify/polaris";
import { Facts } from "../../components/facts.tsx";
import { useWords } from "../../components/use-words.ts";
import type { ShownView } from "./shown-view.ts";

/** Who it is, and what they told of themselves. */
export function AboutCard({ view: { member, messages } }: { view: ShownView }) {
  const { t, f } = useWords();
  const words = t.person.about;
  if (member.id.startsWith("-")) return null;
  const facts: [string, string][] = [
    [words.email, member.email ?? words.unknown],
    [words.language, member.locale === null ? words.unknown : f.language(member.locale)],
    [words.since, f.date(member.knownSince)],
    [words.number, member.id],
    [words.birthday, member.birthday === null ? words.unknown : f.monthDay(member.birthday)],
    [words.messages, messagesText()],
    [words.card, member.cardCode ?? words.unknown],
    [words.store, member.isStale ? words.storeStale : words.storeFresh],
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Facts facts={facts} />
      </BlockStack>
    </Card>
  );

  function messagesText(): string {
    if (messages === null) return words.messagesNever;
    const date = f.date(messages.at);
    return messages.given ? words.messagesYes(date) : words.messagesNo(date);
  }
}
