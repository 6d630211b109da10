import { Badge, BlockStack, IndexTable, InlineStack, Link, Text, useBreakpoints } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { RewardLine, RewardsView } from "../../use-cases/rewards-admin/show-rewards.ts";

/** What each reward costs, who can have it, and what became of those that were asked for: each number leads to its rows. */
export function RewardsTable({ view }: { view: RewardsView }) {
  const { t } = useWords();
  const { columns, resource } = t.rewardPages;
  const { mdDown } = useBreakpoints();
  const end = "end" as const;
  return (
    <IndexTable
      condensed={mdDown}
      selectable={false}
      resourceName={resource}
      itemCount={view.rewards.length}
      headings={[
        { title: columns.reward },
        { title: columns.cost, alignment: end },
        { title: columns.reachable, alignment: end },
        { title: columns.held, alignment: end },
        { title: columns.taken, alignment: end },
        { title: columns.released, alignment: end },
        { title: columns.left, alignment: end },
        { title: columns.worth, alignment: end },
      ]}
    >
      {view.rewards.map((reward, position) => (
        <IndexTable.Row key={reward.id} id={reward.id} position={position}>
          {mdDown ? (
            <NarrowCells reward={reward} now={view.now} />
          ) : (
            <WideCells reward={reward} now={view.now} />
          )}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

interface CellsProps {
  reward: RewardLine;
  now: number;
}

/** The figures of a reward as text, each with the address of the rows behind it; null where there is none. */
function useFigures(reward: RewardLine) {
  const { t, f } = useWords();
  const words = t.rewardPages;
  const { id } = reward;
  const cost = t.points(reward.cost, f.whole(reward.cost));
  const of = (states: string, count: number) =>
    count === 0 ? null : `/app/rewards/codes?${new URLSearchParams({ reward: id, state: states })}`;
  const members = new URLSearchParams({ balance: `${reward.cost}..` });
  if (reward.tiers.length > 0) members.set("tier", reward.tiers.join(","));
  return [
    { label: words.columns.cost, text: reward.sliding ? words.from(cost) : cost, url: null },
    {
      label: words.columns.reachable,
      text: f.count(reward.reachable),
      url: reward.reachable === 0 ? null : `/app/members?${members}`,
    },
    { label: words.columns.held, text: f.count(reward.held), url: of("making,ready,waiting", reward.held) },
    { label: words.columns.taken, text: f.count(reward.taken), url: of("used,granted", reward.taken) },
    {
      label: words.columns.released,
      text: f.count(reward.released),
      url: of("returned,not-made", reward.released),
    },
    { label: words.columns.left, text: leftText(reward, words, f), url: null },
    {
      label: words.columns.worth,
      text: reward.worth === null ? words.unpriced : f.money(reward.worth),
      url: null,
    },
  ];
}

type Words = ReturnType<typeof useWords>;

function leftText({ left, most }: RewardLine, words: Words["t"]["rewardPages"], f: Words["f"]): string {
  if (left === null || most === null) return "";
  return left === 0 ? words.noneLeft : words.leftOf(f.count(left), f.count(most));
}

function WideCells({ reward, now }: CellsProps) {
  return (
    <>
      <IndexTable.Cell>
        <What reward={reward} now={now} />
      </IndexTable.Cell>
      {useFigures(reward).map(({ label, text, url }) => (
        <IndexTable.Cell key={label}>
          <Text as="span" alignment="end" numeric>
            {url === null ? text : <Link url={url}>{text}</Link>}
          </Text>
        </IndexTable.Cell>
      ))}
    </>
  );
}

function NarrowCells({ reward, now }: CellsProps) {
  return (
    <div className="perennial-narrow-row">
      <BlockStack gap="200">
        <What reward={reward} now={now} />
        <dl className="perennial-facts">
          {useFigures(reward)
            .filter(({ text }) => text !== "")
            .map(({ label, text, url }) => [
              <dt key={`${label}-label`}>{label}</dt>,
              <dd key={label}>{url === null ? text : <Link url={url}>{text}</Link>}</dd>,
            ])}
        </dl>
      </BlockStack>
    </div>
  );
}

function What({ reward, now }: CellsProps) {
  const { t, f } = useWords();
  const words = t.rewardPages;
  const { from, to, runsOutAt } = reward;
  const notes = [
    words.kinds[reward.kind],
    ...(from !== null && from > now ? [words.begins(f.date(from))] : []),
    ...(to === null ? [] : [words.ended(f.date(to))]),
  ];
  return (
    <div className="perennial-fit">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" fontWeight="semibold" breakWord>
          {reward.name}
        </Text>
        {reward.gone ? <Badge>{words.gone}</Badge> : null}
        {reward.left === 0 ? <Badge tone="warning">{words.noneLeft}</Badge> : null}
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued" breakWord>
        {notes.join(" · ")}
      </Text>
      {runsOutAt === null ? null : (
        <Text as="p" variant="bodySm">
          {words.runsOut(f.date(runsOutAt))}
        </Text>
      )}
    </div>
  );
}
