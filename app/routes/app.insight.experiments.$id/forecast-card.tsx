import type { ReactNode } from "react";
import { Banner, BlockStack, Card, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import type { Forecast } from "../../use-cases/experiments/forecast.ts";
import type { ExperimentPlan } from "../../use-cases/experiments/show-experiments.ts";
import { measureText, moneyText, shareText } from "./measure-words.ts";

interface ForecastCardProps {
  /** null before anything was worked out. */
  worked: { forecast: Forecast; plan: Pick<ExperimentPlan, "measure" | "windowDays" | "smallest"> } | null;
  currency: string;
  /** What can be done with it. */
  children?: ReactNode;
}

/** How many members and days the answer takes, and what it costs. */
export function ForecastCard({ worked, currency, children }: ForecastCardProps) {
  const { t, f } = useWords();
  const words = t.experiments.forecast;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        {worked === null ? (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        ) : (
          <div role="status">
            <BlockStack gap="200">
              {worked.forecast.tooFew === null ? null : (
                <Banner tone="warning">{tooFewText(worked.forecast, { t, f })}</Banner>
              )}
              {linesOf(worked, { t, f, currency }).map((line) => (
                <Text as="p" key={line}>
                  <Sentence>{line}</Sentence>
                </Text>
              ))}
            </BlockStack>
          </div>
        )}
        {children}
      </BlockStack>
    </Card>
  );
}

/** That it can never be answered; "" where it may be. */
export function tooFewText(
  { members, tooFew }: Pick<Forecast, "members" | "tooFew">,
  { t, f }: ReturnType<typeof useWords>,
): string {
  if (tooFew === null) return "";
  return t.experiments.forecast.tooFew(f.count(members), f.count(tooFew.members), f.count(tooFew.hits));
}

function linesOf(
  { forecast, plan }: NonNullable<ForecastCardProps["worked"]>,
  terms: ReturnType<typeof useWords> & { currency: string },
): string[] {
  const { t, f } = terms;
  const words = t.experiments.forecast;
  const { members, given, mostGiven, cost, isCostOpen, isOrderOpen, base, needed, oneLook, shows, days } =
    forecast;
  const { measure } = plan;
  const isEnough = needed !== null && members >= needed && forecast.tooFew === null;
  return [
    words.members(String(members), f.count(members), f.count(given)),
    cost === null
      ? words.noCost
      : cost === 0
        ? words.free
        : words.cost(moneyText(cost, terms), f.count(mostGiven)),
    ...(isCostOpen && cost !== null ? [words.costOpen] : []),
    ...(isOrderOpen && cost !== null ? [t.offers.preview.percentOpen] : []),
    ...(base === null
      ? []
      : [
          words.base(
            t.experiments.measures[measure],
            measureText(measure, base.mean, terms),
            f.count(base.members),
            f.count(plan.windowDays),
          ),
        ]),
    ...(needed === null ? [words.unknown] : [words.needed(f.count(needed), shareText(plan.smallest, f))]),
    ...(oneLook === null ? [] : [words.oneLook(f.count(oneLook))]),
    ...(isEnough ? [words.enough] : []),
    ...(needed === null || members >= needed || shows === null ? [] : [words.short(shareText(shows, f))]),
    words.days(f.count(days)),
  ];
}
