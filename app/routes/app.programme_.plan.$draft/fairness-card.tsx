import { Badge, BlockStack, Card, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { FairnessNote, GroupEffect } from "../../use-cases/studies/earned-groups.ts";

const TONES = { alike: undefined, better: "success", worse: "warning", few: undefined } as const;

/** Whether groups fare otherwise than what they spend would explain, with the numbers. */
export function FairnessCard({ fairness }: { fairness: FairnessNote }) {
  const { t, f } = useWords();
  const words = t.plan.fairness;
  const { floors } = fairness;
  const all = fairness.dimensions.flatMap(({ groups }) => groups);
  const unlike = all.filter(({ verdict }) => verdict === "better" || verdict === "worse").length;
  const isJudged = all.some(({ verdict }) => verdict !== "few");
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p">{!isJudged ? words.none : unlike === 0 ? words.alike : words.differs(unlike)}</Text>
          {isJudged ? (
            <Text as="p" tone="subdued">
              {words.help(f.count(fairness.orders))}
            </Text>
          ) : null}
        </BlockStack>
        {isJudged ? <Groups fairness={fairness} /> : null}
        <Text as="p" variant="bodySm" tone="subdued">
          {words.floor(floors.orders, floors.members, Math.round(100 * floors.alike))}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Groups({ fairness }: { fairness: FairnessNote }) {
  const { t } = useWords();
  const words = t.plan.fairness;
  return (
    <div className="perennial-table-frame" tabIndex={0} role="region" aria-label={words.title}>
      <table className="perennial-table">
        <caption>{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col" data-numeric>
              {words.orders}
            </th>
            <th scope="col" data-numeric>
              {words.change}
            </th>
            <th scope="col" data-numeric>
              {words.others}
            </th>
            <th scope="col">{words.verdict}</th>
          </tr>
        </thead>
        {fairness.dimensions
          .filter(({ groups }) => groups.length > 1)
          .map(({ dimension, groups }) => (
            <tbody key={dimension}>
              <tr>
                <th scope="rowgroup" colSpan={5}>
                  {words.dimensions[dimension] ?? dimension}
                </th>
              </tr>
              {groups.map((group) => (
                <GroupRow key={group.group} dimension={dimension} group={group} sizes={fairness.sizes} />
              ))}
            </tbody>
          ))}
      </table>
    </div>
  );
}

interface GroupRowProps {
  dimension: string;
  group: GroupEffect;
  sizes: FairnessNote["sizes"];
}

function GroupRow({ dimension, group, sizes }: GroupRowProps) {
  const { t, f } = useWords();
  const words = t.plan.fairness;
  const tone = TONES[group.verdict];
  return (
    <tr>
      <td>{useGroupName(dimension, group.group, sizes)}</td>
      <td data-numeric>{f.count(group.orders)}</td>
      <td data-numeric>{changeText(group.change, group.after)}</td>
      <td data-numeric>{changeText(group.others, 0)}</td>
      <td>
        <Badge {...(tone === undefined ? {} : { tone })}>{words.verdicts[group.verdict]}</Badge>
      </td>
    </tr>
  );

  function changeText(change: number | null, after: number): string {
    if (change === null) return after > 0 ? words.begins : words.nothing;
    return f.change(change);
  }
}

function useGroupName(dimension: string, group: string, sizes: FairnessNote["sizes"]): string {
  const { t, f } = useWords();
  const words = t.plan.fairness;
  if (dimension === "size" && sizes !== null) {
    const [small, large] = [f.money(sizes.small), f.money(sizes.large)];
    if (group === "small") return words.small(small);
    return group === "large" ? words.large(large) : words.medium(small, large);
  }
  if (dimension === "language") return f.language(group);
  return words.groups[`${dimension} ${group}`] ?? group;
}
