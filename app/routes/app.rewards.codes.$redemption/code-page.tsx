import { Banner, BlockStack, Card, Layout, Link, Page, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { CodeStateBadge } from "../../components/code-state-badge.tsx";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { EntryLine } from "../../components/entry-line.tsx";
import { Facts } from "../../components/facts.tsx";
import { NotAllowed } from "../../components/not-allowed.tsx";
import { useWords } from "../../components/use-words.ts";
import type { Explanation } from "../../loyalty/explanation.ts";
import type { ExplainedNames } from "../../texts/explained-names.ts";
import { memberName } from "../../texts/member-name.ts";
import type { Texts } from "../../texts/texts.ts";
import type { CodeView } from "../../use-cases/rewards-admin/show-code.ts";
import { useCode } from "./use-code.ts";

/** All entries of a code are about its one reward. */
function nameIn(explanation: Explanation, name: string): ExplainedNames {
  return "reward" in explanation ? { rewards: { [explanation.reward]: name } } : {};
}

/** One redemption: how it stands, what happened, and what can still be done about it. */
export function CodePage({ view }: { view: CodeView }) {
  const { t, f } = useWords();
  const words = t.rewardPages.code;
  const code = useCode(view);
  const points = t.points(view.points, f.whole(view.points));
  const modal = code.asked === "granted" ? words.granted : words.cancel;
  return (
    <Page
      title={view.reward}
      titleMetadata={<CodeStateBadge state={view.state} />}
      backAction={{ content: words.back, url: "/app/rewards/codes" }}
      secondaryActions={code.actions}
    >
      <TitleBar title={t.rewardPages.codesPage.title} />
      <Layout>
        {code.missing === null ? null : (
          <Layout.Section>
            <NotAllowed permission={code.missing} />
          </Layout.Section>
        )}
        {code.isTooLate ? (
          <Layout.Section>
            <Banner tone="warning">{words.tooLate}</Banner>
          </Layout.Section>
        ) : null}
        <Layout.Section>
          <Card>
            <BlockStack gap="300">
              <Text as="h2" variant="headingMd">
                {words.story}
              </Text>
              <Told view={view} />
              {view.entries.length === 0 ? (
                <Text as="p" tone="subdued">
                  {words.noEntries}
                </Text>
              ) : (
                <ul className="perennial-lines">
                  {view.entries.map((entry) => (
                    <EntryLine
                      key={entry.key}
                      entry={entry}
                      when={f.dateTime(entry.at)}
                      names={nameIn(entry.explanation, view.reward)}
                    />
                  ))}
                </ul>
              )}
            </BlockStack>
          </Card>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <Card>
            <BlockStack gap="300">
              <Facts facts={factsOf(view, { t, f })} />
              <Link url={`/app/members/${view.member.id}`}>{memberName(view.member, t)}</Link>
            </BlockStack>
          </Card>
        </Layout.Section>
      </Layout>
      <ConfirmModal
        id="code-change"
        open={code.asked !== null}
        title={modal.title}
        text={modal.text(points)}
        action={modal.button}
        onConfirm={() => code.asked !== null && code.send(code.asked)}
        onClose={() => code.ask(null)}
      />
    </Page>
  );
}

/** How it stands in words: also why it is not made yet, and what is done about that. */
function Told({ view }: { view: CodeView }) {
  const { t, f } = useWords();
  const words = t.rewardPages.code;
  const { making, reason, refusal, instructions } = view;
  const sentences = [
    words.told[view.state],
    ...(refusal === null ? [] : [refusalText(refusal, words.refusals)]),
    ...(instructions === null || !view.waitsForStaff ? [] : [words.instructions(instructions)]),
    ...(making === null || making.attempts === 0
      ? []
      : [words.attempts(String(making.attempts), f.count(making.attempts))]),
    ...(reason === null ? [] : [words.storeSaid(reason)]),
    ...(making === null
      ? []
      : making.pausedUntil !== null
        ? [words.pausedUntil(f.dateTime(making.pausedUntil))]
        : making.nextAt === null
          ? []
          : [words.nextAt(f.ahead(making.nextAt, view.now))]),
  ];
  return (
    <BlockStack gap="100">
      {sentences.map((sentence) => (
        <Text key={sentence} as="p" breakWord>
          {sentence}
        </Text>
      ))}
    </BlockStack>
  );
}

function refusalText(because: string, words: Texts["rewardPages"]["code"]["refusals"]): string {
  return because in words ? words[because as keyof typeof words] : words["not-now"];
}

function factsOf(view: CodeView, { t, f }: ReturnType<typeof useWords>): [string, string][] {
  const { code, kinds } = t.rewardPages;
  const { facts, none } = code;
  const kind = view.kind !== null && view.kind in kinds ? kinds[view.kind as keyof typeof kinds] : null;
  return [
    [facts.code, view.code ?? none],
    ...(kind === null ? [] : ([[facts.kind, kind]] as [string, string][])),
    ...(view.value === null
      ? []
      : ([[facts.worth, view.kind === "percent" ? `${view.value} %` : f.money(view.value)]] as [
          string,
          string,
        ][])),
    [facts.points, f.whole(view.points)],
    [facts.heldAt, f.dateTime(view.heldAt)],
    ...(view.endsAt === null ? [] : ([[facts.endsAt, f.dateTime(view.endsAt)]] as [string, string][])),
    ...(view.order === null ? [] : ([[facts.order, view.order]] as [string, string][])),
  ];
}
