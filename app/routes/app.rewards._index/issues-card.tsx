import { Badge, BlockStack, Card, InlineStack, Link, Text, type BadgeProps } from "@shopify/polaris";
import { useStaffName } from "../../components/staff-name.tsx";
import { useWords } from "../../components/use-words.ts";
import type { RewardsView } from "../../use-cases/rewards-admin/show-rewards.ts";

const TONES: Record<RewardsView["issues"][number]["state"], Pick<BadgeProps, "tone">> = {
  making: { tone: "info" },
  ready: { tone: "success" },
  cancelled: {},
  ended: {},
};

/** What was given to members without points, the newest first. */
export function IssuesCard({ view }: { view: RewardsView }) {
  const { t, f } = useWords();
  const words = t.rewardPages.issues;
  const nameOf = useStaffName(view.names);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {view.issues.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        ) : (
          <ul className="perennial-lines">
            {view.issues.map(({ id, reward, state, members, at, actor }) => (
              <li key={id} className="perennial-line">
                <InlineStack align="space-between" blockAlign="start" gap="400" wrap={false}>
                  <Link url={`/app/rewards/issues/${id}`} monochrome removeUnderline>
                    <Text as="span" fontWeight="semibold" breakWord>
                      {reward}
                    </Text>
                  </Link>
                  <Badge {...TONES[state]}>{words.states[state]}</Badge>
                </InlineStack>
                <Text as="p" variant="bodySm" tone="subdued">
                  {words.line(
                    t.rewardPages.issue.members(String(members), f.count(members)),
                    f.ago(at, view.now),
                    nameOf(actor),
                  )}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}
