import { BlockStack, Card, Text } from "@shopify/polaris";
import { Facts } from "../../components/facts.tsx";
import { useStaffName } from "../../components/staff-name.tsx";
import { useWords } from "../../components/use-words.ts";
import type { OneExperimentView } from "../../use-cases/experiments/show-experiments.ts";
import { moneyText, shareText } from "./measure-words.ts";

/** What was planned, and how far it is. */
export function FactsCard({ view }: { view: OneExperimentView }) {
  const { t, f } = useWords();
  const words = t.experiments.facts;
  const nameOf = useStaffName(view.names);
  const { experiment, reached } = view;
  const { plan, state, countedAt } = experiment;
  const tried = plan.arms[1];
  const who = plan.audience.kind === "segment" ? plan.audience.name : t.experiments.form.everybody;
  const ofArm = (id: string | undefined) => reached.find(({ arm }) => arm === id);
  const [base, other] = [ofArm(plan.arms[0]?.id), ofArm(tried?.id)];
  const given = f.count(other?.given ?? 0);
  const hasGifts = ["points", "reward", "offer"].includes(tried?.gives.kind ?? "");
  const facts: [string, string][] = [
    [words.tried, triedText(view, { t, f })],
    [words.who, plan.share === 10_000 ? who : words.whoShare(who, shareText(plan.share, f))],
    [words.get, words.getShare(shareText(tried?.share ?? 0, f))],
    [words.compared, words.comparedDays(t.experiments.measures[plan.measure], f.count(plan.windowDays))],
    [words.others, experiment.overlaps ? words.overlap : words.alone],
  ];
  facts.push(...budgetFacts(view, { t, f }));
  if (state !== "draft") {
    const sides = words.reachedArms(f.count(other?.reached ?? 0), f.count(base?.reached ?? 0));
    facts.push([words.reached, sides]);
    const refused = other?.refused ?? 0;
    if (hasGifts) facts.push([words.given, refused === 0 ? given : words.refused(given, f.count(refused))]);
  }
  return (
    <Card>
      <BlockStack gap="300">
        <Facts facts={facts} />
        <Text as="p" tone="subdued">
          {t.experiments.page.planned(f.date(experiment.createdAt), nameOf(experiment.createdBy))}{" "}
          {state === "draft" || countedAt === null || countedAt <= view.now
            ? null
            : state === "running"
              ? t.experiments.page.counted(f.date(countedAt))
              : t.experiments.page.countedAfterStop(f.date(countedAt))}
        </Text>
      </BlockStack>
    </Card>
  );
}

/** What it may cost, and when offers end. */
function budgetFacts(
  { experiment, budget, currency, now }: OneExperimentView,
  { t, f }: ReturnType<typeof useWords>,
): [string, string][] {
  const words = t.offers.facts;
  const money = (minor: number) => moneyText(minor, { f, currency });
  const endsAt = experiment.plan.offers?.endsAt;
  const ends: [string, string][] =
    endsAt === undefined ? [] : [[now < endsAt ? words.ends : words.ended, f.dateTime(endsAt)]];
  if (budget === null || budget.most === 0) return ends;
  const sums = [words.setAside(money(budget.setAside), money(budget.most))];
  if (budget.givenBack > 0) sums.push(words.givenBack(money(budget.givenBack)));
  return [[words.budget, sums.join(". ")], ...ends];
}

function triedText(
  { experiment, rewards }: Pick<OneExperimentView, "experiment" | "rewards">,
  { t, f }: ReturnType<typeof useWords>,
): string {
  const words = t.experiments.facts;
  const gives = experiment.plan.arms[1]?.gives;
  if (gives?.kind === "points") return words.points(gives.points, f.whole(gives.points));
  if (gives?.kind === "reward") return words.reward(rewards[gives.rewardId] ?? gives.rewardId);
  const { offers } = experiment.plan;
  if (offers !== undefined) return t.offers.facts.tried(t.offers.form.policies[offers.policy]);
  return words.recommendations;
}
