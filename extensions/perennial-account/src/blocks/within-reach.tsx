import { useCallback } from "preact/hooks";
import { useAnswer } from "../../../perennial-shared/use-answer.ts";
import { readProgramme } from "../../../perennial-shared/summaries.ts";
import { PAGE } from "../links.ts";
import { wordsFor, type Surface } from "../surface.ts";
import { bestReachable } from "./next-reward.ts";

/** Said above the orders only where there is something to have; an announcement is no place for anything else. */
export function WithinReach({ surface }: { surface: Surface }) {
  const { app } = surface;
  const rewards = useAnswer(useCallback(() => app.get("rewards"), [app]));
  const programme = useAnswer(useCallback(() => app.get("programme"), [app]));
  if (rewards.answer.state !== "ready" || programme.answer.state === "loading") return null;
  const { member, rewards: offers } = rewards.answer.body;
  const reward = bestReachable(offers);
  if (member === null || reward === null) return null;
  const names = programme.answer.state === "ready" ? readProgramme(programme.answer.body.programme) : null;
  const { t, points, rewardName } = wordsFor(surface, names);
  return (
    <s-announcement>
      <s-stack direction="inline" gap="small" alignItems="center">
        <s-text>
          {t("announcement.text", {
            points: points(member.available),
            reward: rewardName(reward.id, reward.title),
          })}
        </s-text>
        <s-link href={PAGE}>{t("announcement.link")}</s-link>
      </s-stack>
    </s-announcement>
  );
}
