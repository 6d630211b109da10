import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { Facts } from "../../components/facts.tsx";
import { useStaffName } from "../../components/staff-name.tsx";
import { useWords } from "../../components/use-words.ts";
import { languageName } from "../../texts/language-name.ts";
import { memberName } from "../../texts/member-name.ts";
import type { FeedbackShown } from "../../use-cases/feedback/show-feedback.ts";

/** Who wrote, about what, and how it stands; and the way to where points are given. */
export function FactsCard({
  view: { feedback, member, orderName, productName, now, names },
}: {
  view: FeedbackShown;
}) {
  const { t, f } = useWords();
  const words = t.feedback.page;
  const nameOf = useStaffName(names);
  const { memberId, state, stateAt, stateBy, language } = feedback;
  const [shownState, ago] = [t.feedback.states[state], f.ago(stateAt, now)];
  const facts: [string, string][] = [
    [
      words.state,
      stateBy === null ? words.since(shownState, ago) : words.sinceBy(shownState, ago, nameOf(stateBy)),
    ],
    [words.answerBy, f.dateTime(feedback.answerBy)],
    [words.received, f.dateTime(feedback.receivedAt)],
    [words.source, t.feedback.sources[feedback.source]],
    ...(feedback.stars === null
      ? []
      : [[words.stars, words.starsOf(f.count(feedback.stars))] satisfies [string, string]]),
    ...(productName === null ? [] : [[words.product, productName] satisfies [string, string]]),
    [
      words.customer,
      memberId === null || member === null ? t.feedback.nobody : memberName({ id: memberId, ...member }, t),
    ],
    ...(member === null || member.email === null
      ? []
      : [[words.email, member.email] satisfies [string, string]]),
    ...(orderName === null ? [] : [[words.order, orderName] satisfies [string, string]]),
    [words.language, language === "und" ? t.feedback.nobody : languageName(language, f)],
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.facts}
        </Text>
        <Facts facts={facts} />
        {memberId === null || memberId.startsWith("-") ? null : (
          <>
            <Button url={`/app/members/${memberId}`}>{words.toMember}</Button>
            <Text as="p" tone="subdued">
              {words.goodwill}
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
