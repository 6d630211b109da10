import { BlockStack, Card, Text } from "@shopify/polaris";
import { Figure } from "../../components/figure.tsx";
import { useWords } from "../../components/use-words.ts";
import { tierTitle } from "../../texts/entry-titles.ts";
import type { ProgrammePlan } from "../../use-cases/programme/programme-plan.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";
import { MembersList, OpenList } from "./members-list.tsx";
import type { PlanForm } from "./use-plan.ts";

/** Who moves up and down because of the draft, and from when on. */
export function TiersCard({ view, plan, form }: { view: PlanView; plan: ProgrammePlan; form: PlanForm }) {
  const { t, f } = useWords();
  const words = t.plan.tiers;
  const { up, down, levelsAt } = plan.members;
  const opened = view.opened?.list === "up" || view.opened?.list === "down" ? view.opened : null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {up.count + down.count === 0 ? (
          <Text as="p">{levelsAt === null ? words.noTiers : words.none}</Text>
        ) : (
          <>
            <div className="perennial-figures">
              <BlockStack gap="100" inlineAlign="start">
                <Figure label={words.up} value={f.count(up.count)} large />
                <OpenList list="up" count={up.count} view={view} form={form} />
              </BlockStack>
              <BlockStack gap="100" inlineAlign="start">
                <Figure label={words.down} value={f.count(down.count)} large />
                <OpenList list="down" count={down.count} view={view} form={form} />
              </BlockStack>
            </div>
            {levelsAt === null ? null : (
              <Text as="p" tone="subdued">
                {words.from(f.dateTime(Date.parse(levelsAt)))}
              </Text>
            )}
          </>
        )}
        {opened === null ? null : (
          <MembersList
            opened={opened}
            form={form}
            shown={(tier) => (tier === null ? t.plan.lists.noTier : tierTitle(tier, view.names))}
          />
        )}
      </BlockStack>
    </Card>
  );
}
