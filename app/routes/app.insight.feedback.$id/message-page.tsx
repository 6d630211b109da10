import { useState } from "react";
import { Banner, BlockStack, Card, InlineGrid, Page, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { MoodBadge } from "../../components/feedback-marks.tsx";
import { NotAllowed, WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import { languageName } from "../../texts/language-name.ts";
import type { FeedbackShown } from "../../use-cases/feedback/show-feedback.ts";
import { answerAddress } from "./answer-address.ts";
import { FactsCard } from "./facts-card.tsx";
import { NoteCard } from "./note-card.tsx";
import { SaidCard } from "./said-card.tsx";
import { useFeedbackDeed } from "./use-feedback-deed.ts";

/** One message, what it says, and what is done about it. */
export function MessagePage({ view }: { view: FeedbackShown }) {
  const { t, f } = useWords();
  const words = t.feedback;
  const { feedback } = view;
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const deed = useFeedbackDeed(feedback.revision);
  const mayAct = may("members.manage");
  const answering = answerAddress(view);
  const change = (name: "answer" | "close" | "reopen") => ({
    content: words.page[name],
    onAction: () => deed.send({ do: name }),
  });
  const actions =
    feedback.state === "open"
      ? [change("close")]
      : feedback.state === "answered"
        ? [change("close"), change("reopen")]
        : [change("reopen")];
  return (
    <Page
      title={words.page.message}
      titleMetadata={<MoodBadge feedback={feedback} />}
      backAction={{ content: words.back, url: "/app/insight/feedback" }}
      {...(mayAct && feedback.state === "open"
        ? { primaryAction: { ...change("answer"), loading: deed.isSending } }
        : {})}
      secondaryActions={[
        ...(answering === null ? [] : [{ content: words.page.write, url: answering, external: true }]),
        ...(mayAct
          ? [...actions, { content: words.page.remove, destructive: true, onAction: () => setAsking(true) }]
          : []),
      ]}
    >
      <TitleBar title={words.title} />
      <BlockStack gap="400">
        {mayAct ? null : <WhyNotAllowed permission="members.manage" />}
        {deed.missing === null ? null : <NotAllowed permission={deed.missing} />}
        {deed.refusal === null ? null : <Banner tone="warning">{words.page[deed.refusal]}</Banner>}
        {feedback.isKnown || feedback.language === "und" ? null : (
          <Banner>{words.unknownHelp(languageName(feedback.language, f))}</Banner>
        )}
        <InlineGrid columns={{ xs: 1, md: "2fr 1fr" }} gap="400" alignItems="start">
          <BlockStack gap="400">
            <Card>
              {/* As text, whatever it holds, in whichever direction its script runs. */}
              <div className="perennial-message" dir="auto">
                <Text as="p" breakWord>
                  {feedback.text}
                </Text>
              </div>
            </Card>
            <SaidCard feedback={feedback} />
            <NoteCard key={feedback.id} note={feedback.note} deed={deed} mayAct={mayAct} />
          </BlockStack>
          <FactsCard view={view} />
        </InlineGrid>
      </BlockStack>
      <ConfirmModal
        id="delete-feedback"
        isDestructive
        open={asking}
        title={words.page.removeTitle}
        text={words.page.removeText}
        action={words.page.remove}
        onConfirm={() => deed.send({ do: "delete" })}
        onClose={() => setAsking(false)}
      />
    </Page>
  );
}
