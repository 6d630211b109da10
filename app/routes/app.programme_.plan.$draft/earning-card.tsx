import { BlockStack, Card, Text } from "@shopify/polaris";
import { Figure } from "../../components/figure.tsx";
import { useWords } from "../../components/use-words.ts";
import type { ProgrammePlan } from "../../use-cases/programme/programme-plan.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";
import { MembersList, OpenList } from "./members-list.tsx";
import type { PlanForm } from "./use-plan.ts";

/** What recent orders would have earned, before and after, and whose would have earned more or less. */
export function EarningCard({ view, plan, form }: { view: PlanView; plan: ProgrammePlan; form: PlanForm }) {
  const { t, f } = useWords();
  const words = t.plan.earning;
  const { earning } = plan;
  const opened = view.opened?.list === "gain" || view.opened?.list === "lose" ? view.opened : null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {earning === null ? (
          <Text as="p">{words.none}</Text>
        ) : (
          <>
            <Text as="p" tone="subdued">
              {words.orders(
                earning.orders,
                f.count(earning.orders),
                f.date(Date.parse(earning.from)),
                f.date(Date.parse(earning.to)),
              )}
            </Text>
            <div className="perennial-figures">
              <Figure label={words.before} value={f.whole(String(earning.points.before))} large />
              <Figure label={words.after} value={f.whole(String(earning.points.after))} large />
              {(["gain", "lose"] as const).map((list) => (
                <BlockStack key={list} gap="100" inlineAlign="start">
                  <Figure label={words[list]} value={f.count(earning[list].members)} large />
                  <Text as="span" variant="bodySm" tone="subdued">
                    {words.by(pointsOf(earning[list].points, t, f))}
                  </Text>
                  <OpenList list={list} count={earning[list].members} view={view} form={form} />
                </BlockStack>
              ))}
            </div>
          </>
        )}
        {opened === null ? null : (
          <MembersList opened={opened} form={form} shown={(points) => f.whole(points ?? "0")} />
        )}
      </BlockStack>
    </Card>
  );
}

function pointsOf(
  points: number | string,
  t: ReturnType<typeof useWords>["t"],
  f: ReturnType<typeof useWords>["f"],
) {
  return t.points(String(points), f.whole(String(points)));
}
