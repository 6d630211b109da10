import type { LoyaltySummary } from "../../../../app/loyalty/summary.ts";
import { endsSoon } from "./ends-soon.ts";
import { ToldOutcome } from "../parts/told.tsx";
import type { Surface, Words } from "../surface.ts";
import { useAction } from "../use-action.ts";

interface Props {
  words: Words;
  surface: Surface;
  member: LoyaltySummary | null;
  take: (member: LoyaltySummary | null | undefined) => void;
}

/** What a member should know before anything else; nothing most of the time. */
export function Notices({ words, surface, member, take }: Props) {
  const { t, programme } = words;
  const soon = (member?.expiring ?? []).filter(({ at }) => endsSoon(at));
  return (
    <>
      {programme?.paused && (
        <s-banner tone="info" heading={t("notices.paused_title")}>
          <s-text>{t("notices.paused")}</s-text>
        </s-banner>
      )}
      {member?.blocked === true ? (
        <s-banner tone="warning" heading={t("notices.blocked_title")}>
          <s-text>{t("notices.blocked")}</s-text>
        </s-banner>
      ) : (
        member?.out && <LeftNotice words={words} surface={surface} take={take} />
      )}
      {soon.length > 0 && (
        <s-banner tone="warning" heading={t("notices.expiring_title")}>
          <s-stack gap="small-300">
            {soon.map(({ points, at }) => (
              <s-text key={at}>
                {t("notices.expiring", { points: words.points(points), date: words.date(at) })}
              </s-text>
            ))}
          </s-stack>
        </s-banner>
      )}
    </>
  );
}

function LeftNotice({ words, surface, take }: Omit<Props, "member">) {
  const { t } = words;
  const { busy, outcome, run } = useAction(t);
  const join = async () => take((await run(() => surface.app.post("join")))?.member);
  return (
    <s-banner tone="info" heading={t("notices.left_title")}>
      <s-stack gap="base">
        <s-text>{t("notices.left")}</s-text>
        <s-box>
          <s-button variant="primary" loading={busy} onClick={() => void join()}>
            {t("about.join")}
          </s-button>
        </s-box>
        <ToldOutcome outcome={outcome} />
      </s-stack>
    </s-banner>
  );
}
