import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useLocale } from "../../components/use-locale.ts";
import { Figure } from "../../components/figure.tsx";
import { useWords } from "../../components/use-words.ts";
import { childOf, entriesAt } from "../../loyalty/editing/document.ts";
import { PERKS } from "../../loyalty/editing/new-entries.ts";
import { perkSentence, tellingOf } from "../../texts/document-sentences.ts";
import { rewardTitle } from "../../texts/entry-titles.ts";
import type { ProgrammePlan } from "../../use-cases/programme/programme-plan.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";

/** Which rewards come within reach, and out of it. */
export function RewardsCard({ view, plan }: { view: PlanView; plan: ProgrammePlan }) {
  const { t, f } = useWords();
  const words = t.plan.rewards;
  const cost = (points: number | string | null) => (points === null ? "–" : f.whole(String(points)));
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" tone="subdued">
            {words.help}
          </Text>
        </BlockStack>
        {plan.rewards.length === 0 ? (
          <Text as="p">{words.none}</Text>
        ) : (
          <Table caption={words.title} headings={[words.reward, words.cost, words.members]}>
            {plan.rewards.map((reward) => (
              <tr key={reward.id}>
                <td>
                  <Changed change={reward.change}>
                    <Text as="span" fontWeight="semibold" breakWord>
                      {rewardTitle(reward.id, view.names, { t, f })}
                    </Text>
                  </Changed>
                  <Reach before={reward.reachable.before} after={reward.reachable.after} />
                </td>
                <td data-numeric>
                  {pairOf(cost(reward.cost.before), cost(reward.cost.after), words.becomes)}
                </td>
                <td data-numeric>
                  {pairOf(f.count(reward.reachable.before), f.count(reward.reachable.after), words.becomes)}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </BlockStack>
    </Card>
  );
}

/** The same of perks: what members have by their tier, without points. */
export function PerksCard({ view, plan }: { view: PlanView; plan: ProgrammePlan }) {
  const { t, f } = useWords();
  const words = t.plan.perks;
  const { becomes } = t.plan.rewards;
  const titleOf = usePerkTitle(view);
  if (plan.perks.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <Table caption={words.title} headings={[words.perk, words.members]}>
          {plan.perks.map(({ id, kind, change, members, customerTags }) => (
            <tr key={id}>
              <td>
                <Changed change={change}>
                  <Text as="span" breakWord>
                    <Sentence>{titleOf(id, kind)}</Sentence>
                  </Text>
                </Changed>
                {customerTags.length === 0 ? null : (
                  <Text as="p" variant="bodySm" tone="subdued">
                    {words.tags(f.either(customerTags))}
                  </Text>
                )}
              </td>
              <td data-numeric>{pairOf(f.count(members.before), f.count(members.after), becomes)}</td>
            </tr>
          ))}
        </Table>
      </BlockStack>
    </Card>
  );
}

/** What the points that are out may cost, by the rewards before and after. */
export function LiabilityCard({ plan: { liability } }: { plan: ProgrammePlan }) {
  const { t, f } = useWords();
  const words = t.plan.liability;
  const money = (amount: string | null) => (amount === null ? words.none : f.money(amount));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <div className="perennial-figures">
          <Figure label={words.out} value={f.whole(String(liability.points))} />
          <Figure label={words.before} value={money(liability.before)} large={liability.before !== null} />
          <Figure label={words.after} value={money(liability.after)} large={liability.after !== null} />
        </div>
        <Text as="p" tone="subdued">
          {words.help}
        </Text>
      </BlockStack>
    </Card>
  );
}

/** Perks have no names: what one does, as the draft says it, else of what kind it was. */
function usePerkTitle({ draft: { document } }: PlanView) {
  const { t, f } = useWords();
  const telling = tellingOf(document, { t, f, locale: useLocale() });
  return (id: string, kind: ProgrammePlan["perks"][number]["kind"]): string => {
    const entry = entriesAt(document, PERKS).find((perk) => childOf(perk, "id") === id);
    return entry === undefined ? t.document.perks[kind].name : perkSentence(entry, telling);
  };
}

interface ChangedProps {
  change: "new" | "gone" | "changed" | "same";
  /** What it is called. */
  children: React.ReactNode;
}

function Changed({ change, children }: ChangedProps) {
  const { t } = useWords();
  const tone = { new: "success", gone: "warning", changed: "info" } as const;
  return (
    <InlineStack gap="200" blockAlign="center">
      {children}
      {change === "same" ? null : <Badge tone={tone[change]}>{t.plan.rewards.states[change]}</Badge>}
    </InlineStack>
  );
}

function Reach({ before, after }: { before: number; after: number }) {
  const { t, f } = useWords();
  const words = t.plan.rewards;
  if (before === after) return null;
  const many = Math.abs(after - before);
  const say = after > before ? words.reachable : words.unreachable;
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      {say(many, f.count(many))}
    </Text>
  );
}

function pairOf(before: string, after: string, becomes: (before: string, after: string) => string): string {
  return before === after ? after : becomes(before, after);
}

function Table({
  caption,
  headings,
  children,
}: {
  caption: string;
  headings: string[];
  children: React.ReactNode;
}) {
  return (
    <div className="perennial-table-frame" tabIndex={0} role="region" aria-label={caption}>
      <table className="perennial-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {headings.map((heading, place) => (
              <th key={heading} scope="col" data-numeric={place > 0}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
