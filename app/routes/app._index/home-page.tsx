import { BlockStack, Card, Layout, Link, Text } from "@shopify/polaris";
import { ChecklistCard } from "../../components/checklist-card.tsx";
import { EntryLine } from "../../components/entry-line.tsx";
import { Figure } from "../../components/figure.tsx";
import { IndexPage } from "../../components/index-page.tsx";
import { NothingHere } from "../../components/nothing-here.tsx";
import { PauseControls } from "../../components/pause-controls.tsx";
import { Sentence } from "../../components/sentence.tsx";
import { useLater } from "../../components/use-later.ts";
import { useWords } from "../../components/use-words.ts";
import { explainedNames } from "../../texts/entry-titles.ts";
import { memberName } from "../../texts/member-name.ts";
import { programmeSentence } from "../../texts/programme-sentence.ts";
import type { Checklist } from "../../use-cases/onboarding/read-checklist.ts";
import type { HomeView } from "../../use-cases/show-home.ts";
import { DecisionsCard } from "./decisions-card.tsx";
import { FiguresCard } from "./figures-card.tsx";
import { LineCard } from "./line-card.tsx";
import { NewsCard } from "./news-card.tsx";
import { ProofCard } from "./proof-card.tsx";

interface HomePageProps {
  view: HomeView;
  /** What is still to do after the installation; it may be on its way. */
  checklist: Checklist | Promise<Checklist>;
}

export function HomePage({ view, checklist }: HomePageProps) {
  const { t } = useWords();
  const words = t.home;
  const later = useLater(checklist);
  return (
    <IndexPage title={words.title}>
      <Layout>
        {view.hasOrders ? null : (
          <Layout.Section>
            <Card>
              <NothingHere
                illustrated
                heading={words.empty.heading}
                text={words.empty.text}
                action={{ content: words.empty.action, url: "/app/programme", primary: true }}
              />
            </Card>
          </Layout.Section>
        )}
        {checklist instanceof Promise || checklist.isComplete ? null : (
          <Layout.Section>
            <ChecklistCard checklist={checklist} />
          </Layout.Section>
        )}
        <Layout.Section>
          <BlockStack gap="400">
            <DecisionsCard view={view} />
            <FiguresCard figures={view.figures} />
            <NewsCard news={view.news} />
            <PointsCard view={view} />
            <LatestCard view={view} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <ProgrammeCard view={view} />
            <LineCard line={view.line} now={view.now} />
            <ProofCard proof={view.proof} now={view.now} />
            {checklist instanceof Promise && later?.isComplete === false ? (
              <ChecklistCard checklist={later} />
            ) : null}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </IndexPage>
  );
}

function PointsCard({ view }: { view: HomeView }) {
  const { t, f } = useWords();
  const words = t.home.out;
  const { points } = view;
  return (
    <Card>
      <BlockStack gap="400">
        <div className="perennial-figures">
          <Figure large label={words.title} value={f.whole(points.out)} />
          <BlockStack gap="050" inlineAlign="start">
            <Figure large label={t.home.members.title} value={f.whole(view.members)} />
            <Link url="/app/members">{t.home.members.all}</Link>
          </BlockStack>
        </div>
        <Text as="p" tone="subdued">
          {words.help} {points.erased === "0" ? null : words.erased(points.erased, f.whole(points.erased))}
        </Text>
        <div className="perennial-figures">
          <Figure label={words.available} value={f.whole(points.available)} />
          <Figure label={words.pending} value={f.whole(points.pending)} />
          <Figure label={words.held} value={f.whole(points.held)} />
          <Figure label={words.owed} value={f.whole(points.owed)} />
        </div>
        {points.owed === "0" ? null : (
          <Text as="p" variant="bodySm" tone="subdued">
            {words.owedHelp}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

function ProgrammeCard({ view }: { view: HomeView }) {
  const { t, f } = useWords();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.home.programme.title}
        </Text>
        <Text as="p">
          {view.programme === null ? (
            t.home.programme.none
          ) : (
            <Sentence>{programmeSentence(view.programme, t, f)}</Sentence>
          )}
        </Text>
        {view.state === null ? null : <PauseControls view={view.state} />}
        <Link url="/app/programme">{t.home.programme.change}</Link>
      </BlockStack>
    </Card>
  );
}

function LatestCard({ view }: { view: HomeView }) {
  const { t, f } = useWords();
  const names = explainedNames(view.names, { t, f });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.home.latest.title}
        </Text>
        {view.latest.length === 0 ? (
          <Text as="p" tone="subdued">
            {t.home.latest.none}
          </Text>
        ) : (
          <ul className="perennial-lines">
            {view.latest.map((entry) => {
              const { id } = entry.member;
              const url = id.startsWith("-") ? null : `/app/members/${id}`;
              const member = { name: memberName(entry.member, t), url };
              const when = f.ago(entry.at, view.now);
              return <EntryLine key={entry.key} entry={entry} member={member} when={when} names={names} />;
            })}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}
