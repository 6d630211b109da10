import { BlockStack, Card, Text } from "@shopify/polaris";
import { Facts } from "../../components/facts.tsx";
import { useStaffName } from "../../components/staff-name.tsx";
import { useWords } from "../../components/use-words.ts";
import type { OneExperimentView } from "../../use-cases/experiments/show-experiments.ts";
import { givesText } from "./arm-names.ts";
import { moneyText, shareText } from "./measure-words.ts";

/** What was planned, and how far it is. */
export function FactsCard({ view }: { view: OneExperimentView }) {
  const { t, f } = useWords();
  const words = t.experiments.facts;
  const nameOf = useStaffName(view.names);
  const { experiment, reached } = view;
  const { plan, state, countedAt } = experiment;
  const [base, ...tried] = plan.arms;
  const who = plan.audience.kind === "segment" ? plan.audience.name : t.experiments.form.everybody;
  const sum = (of: "reached" | "given" | "refused") =>
    tried.reduce((all, { id }) => all + (reached.find(({ arm }) => arm === id)?.[of] ?? 0), 0);
  const without = reached.find(({ arm }) => arm === base?.id)?.reached ?? 0;
  const given = f.count(sum("given"));
  const hasGifts = tried.some(({ gives }) => ["points", "reward", "offer"].includes(gives.kind));
  const share = tried.reduce((all, arm) => all + arm.share, 0);
  const facts: [string, string][] = [
    [words.tried, triedText(view, { t, f })],
    [words.who, plan.share === 10_000 ? who : words.whoShare(who, shareText(plan.share, f))],
    [words.get, words.getShare(shareText(share, f))],
    [words.compared, words.comparedDays(t.experiments.measures[plan.measure], f.count(plan.windowDays))],
    [words.others, experiment.overlaps ? words.overlap : words.alone],
  ];
  facts.push(...budgetFacts(view, { t, f }));
  if (state !== "draft") {
    const sides = words.reachedArms(f.count(sum("reached")), f.count(without));
    facts.push([words.reached, sides]);
    const refused = sum("refused");
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
  terms: ReturnType<typeof useWords>,
): string {
  const { t, f } = terms;
  const { offers, arms } = experiment.plan;
  if (offers !== undefined) return t.offers.facts.tried(t.offers.form.policies[offers.policy]);
  const names = arms.slice(1).map(({ gives }) => givesText(gives, { rewards }, terms));
  return names.length === 1 ? (names[0] ?? "") : t.experiments.facts.several(f.list(names));
}
