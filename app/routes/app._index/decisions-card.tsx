import { BlockStack, Box, Button, Card, Icon, InlineStack, Text } from "@shopify/polaris";
import { AlertCircleIcon, AlertTriangleIcon, CheckCircleIcon, InfoIcon } from "@shopify/polaris-icons";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import { rewardTitle } from "../../texts/entry-titles.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { Decision } from "../../use-cases/home/decisions.ts";
import type { HomeView } from "../../use-cases/show-home.ts";
import { addressOfDecision } from "./addresses.ts";

type Tone = "critical" | "warning" | "info";

const TONES: Partial<Record<Decision["decide"], Tone>> = {
  "ledger-fault": "critical",
  dead: "critical",
  paused: "info",
  archived: "info",
  "starts-soon": "info",
  "draft-behind": "info",
  "not-comparing": "info",
};
const ICONS = { critical: AlertCircleIcon, warning: AlertTriangleIcon, info: InfoIcon };

/** What somebody should decide, each with one button that leads to where it is decided. */
export function DecisionsCard({ view }: { view: Pick<HomeView, "decisions" | "now" | "names"> }) {
  const { t } = useWords();
  const words = t.home.decisions;
  const { decisions } = view;
  if (decisions.length === 0)
    return (
      <Card>
        <InlineStack gap="300" wrap={false} blockAlign="start">
          <Box>
            <Icon source={CheckCircleIcon} tone="success" />
          </Box>
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {words.well}
            </Text>
            <Text as="p" tone="subdued">
              {words.wellText}
            </Text>
          </BlockStack>
        </InlineStack>
      </Card>
    );
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <ul className="perennial-lines">
          {decisions.map((decision) => (
            <DecisionLine key={JSON.stringify(decision)} decision={decision} view={view} />
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}

function DecisionLine({ decision, view }: { decision: Decision; view: Pick<HomeView, "now" | "names"> }) {
  const { t, f } = useWords();
  const tone = TONES[decision.decide] ?? "warning";
  return (
    <li className="perennial-line">
      <div className="perennial-decision">
        <InlineStack gap="200" wrap={false} blockAlign="start">
          <Box>
            <Icon source={ICONS[tone]} tone={tone} />
          </Box>
          <Text as="p" breakWord>
            <Sentence>{decisionText(decision, { t, f, ...view })}</Sentence>
          </Text>
        </InlineStack>
        <Button url={addressOfDecision(decision)}>{t.home.decisions.act[decision.decide]}</Button>
      </div>
    </li>
  );
}

interface Telling extends Pick<HomeView, "now" | "names"> {
  t: Texts;
  f: Formats;
}

function decisionText(decision: Decision, { t, f, now, names }: Telling): string {
  const words = t.home.decisions;
  const many = (number: number): [string, string] => [String(number), f.count(number)];
  switch (decision.decide) {
    case "ledger-fault":
      return words["ledger-fault"];
    case "dead":
      return words.dead(...many(decision.deliveries));
    case "waiting":
      return words.waiting(...many(decision.deliveries), f.lasting(decision.since, now));
    case "not-comparing":
      return words["not-comparing"](f.ago(decision.since, now));
    case "doubtful":
      return words.doubtful(...many(decision.findings));
    case "liability":
      return words.liability(f.money(decision.worth), f.money(decision.limit));
    case "by-hand":
      return words["by-hand"](...many(decision.rewards), f.lasting(decision.since, now));
    case "rewards-stuck":
    case "rewards-refused":
      return words[decision.decide](...many(decision.rewards));
    case "reward-out":
      return words["reward-out"](rewardTitle(decision.reward, names, { t, f }), f.count(decision.of));
    case "reward-low":
      return words["reward-low"](
        rewardTitle(decision.reward, names, { t, f }),
        f.count(decision.left),
        f.count(decision.of),
      );
    case "feedback-overdue":
      return words["feedback-overdue"](...many(decision.messages), f.lasting(decision.since, now));
    case "no-notice":
      return words["no-notice"](t.points(decision.points, f.whole(decision.points)), decision.isMore);
    case "paused":
    case "archived":
      return words[decision.decide](f.dateTime(decision.since));
    case "starts-soon":
      return words["starts-soon"](f.count(decision.version), f.dateTime(decision.at));
    case "draft-behind":
      return words["draft-behind"](decision.name, f.count(decision.basedOn), f.count(decision.newest));
  }
}
