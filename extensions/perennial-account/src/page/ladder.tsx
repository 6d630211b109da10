import type { LoyaltySummary, ProgrammeSummary, TierProgress } from "../../../../app/loyalty/summary.ts";
import { tierName } from "../../../perennial-shared/own-names.ts";
import { Skeleton } from "../parts/skeleton.tsx";
import type { Words } from "../surface.ts";

interface Props {
  words: Words;
  programme: ProgrammeSummary;
  member: LoyaltySummary;
  progress: TierProgress;
}

/** The levels in their order, the member's place among them, what is missing to the next, and what it takes to stay. */
export function Ladder({ words, programme, member, progress }: Props) {
  const { t } = words;
  const held = programme.tiers.findIndex(({ id }) => id === member.tier?.id);
  return (
    <s-section heading={t("ladder.title")}>
      <s-stack gap="base">
        <s-stack gap="small" accessibilityRole="ordered-list">
          {programme.tiers.map((tier, place) => (
            <Step
              key={tier.id}
              words={words}
              programme={programme}
              tier={tier}
              place={placeOf(place, held)}
            />
          ))}
        </s-stack>
        <s-progress value={progress.percent} max={100} accessibilityLabel={progressLabel(words, progress)} />
        {progress.next ? (
          <s-text>
            {t("ladder.next", {
              amount: quantity(words, programme, progress.next.missing),
              tier: nameOf(words, programme, progress.next.id),
            })}
          </s-text>
        ) : (
          <s-text>{t("ladder.top")}</s-text>
        )}
        <KeepLine {...{ words, programme, member, progress }} />
        <s-text color="subdued">{windowText(words, programme)}</s-text>
      </s-stack>
    </s-section>
  );
}

/** What the store keeps of the member is there before the programme is: the ladder's place is kept until then. */
export function LadderToCome({ words: { t } }: { words: Words }) {
  return (
    <s-section heading={t("ladder.title")}>
      <Skeleton lines={LINES.map(() => t("loading.line"))} />
    </s-section>
  );
}

/** Three levels, the bar and two sentences. */
const LINES = [1, 2, 3, 4, 5, 6];

type Place = "passed" | "here" | "ahead";

function placeOf(place: number, held: number): Place {
  if (place === held) return "here";
  return place < held ? "passed" : "ahead";
}

function Step({
  words,
  programme,
  tier,
  place,
}: {
  words: Words;
  programme: ProgrammeSummary;
  tier: ProgrammeSummary["tiers"][number];
  place: Place;
}) {
  const { t } = words;
  return (
    <s-stack direction="inline" gap="small" alignItems="center" accessibilityRole="list-item">
      <s-icon
        type={place === "ahead" ? "lock" : "check-circle"}
        tone={place === "here" ? "success" : "neutral"}
      />
      <s-text type={place === "here" ? "strong" : "generic"}>
        {tierName(programme, words.language, tier)}
      </s-text>
      {Number(tier.at) > 0 && (
        <s-text color="subdued">{t("ladder.from", { amount: quantity(words, programme, tier.at) })}</s-text>
      )}
      {Number(tier.times) !== 1 && (
        <s-text color="subdued">{t("ladder.times", { times: words.decimal(tier.times) })}</s-text>
      )}
      {place === "here" && <s-badge tone="neutral">{t("ladder.here")}</s-badge>}
    </s-stack>
  );
}

function KeepLine({ words, programme, member, progress }: Props) {
  if (progress.keep === null || member.tier === null) return null;
  const { until, missing } = progress.keep;
  const tier = tierName(programme, words.language, member.tier);
  const date = words.date(until);
  if (missing === null) return <s-text>{words.t("ladder.until", { tier, date })}</s-text>;
  return (
    <s-text>{words.t("ladder.keep", { tier, date, amount: quantity(words, programme, missing) })}</s-text>
  );
}

/** An amount of what levels are reached by: money, points or orders. */
function quantity({ t, money, points, number }: Words, { basis }: ProgrammeSummary, value: string): string {
  if (basis === "spend") return money(value);
  if (basis === "points") return points(value);
  return t("ladder.orders", { count: Number(value), number: number(value) });
}

function nameOf(words: Words, programme: ProgrammeSummary, id: string): string {
  const tier = programme.tiers.find((each) => each.id === id);
  return tier ? tierName(programme, words.language, tier) : id;
}

function progressLabel({ t, number }: Words, { percent, next }: TierProgress): string {
  return next === null ? t("ladder.top") : t("ladder.progress", { percent: number(percent) });
}

function windowText({ t }: Words, { window }: ProgrammeSummary): string {
  if (window?.kind === "rolling") return t("ladder.rolling", { count: window.months });
  return t(window?.kind === "calendar-year" ? "ladder.calendar_year" : "ladder.lifetime");
}
