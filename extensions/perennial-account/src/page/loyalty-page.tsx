import { Skeleton } from "../parts/skeleton.tsx";
import { Trouble } from "../parts/trouble.tsx";
import { wordsFor, type Surface } from "../surface.ts";
import { useLoyalty } from "../use-loyalty.ts";
import { AboutYou } from "./about-you.tsx";
import { Balance } from "./balance.tsx";
import { History } from "./history.tsx";
import { Ladder, LadderToCome } from "./ladder.tsx";
import { MemberCode } from "./member-code.tsx";
import { Notices } from "./notices.tsx";
import { Rewards } from "./rewards.tsx";

/** Everything a member may know and do, on one page: what is there, what it is good for, and why it is that much. */
export function LoyaltyPage({ surface }: { surface: Surface }) {
  const loyalty = useLoyalty(surface.app);
  const words = wordsFor(surface, loyalty.programme);
  const { t } = words;
  const { state, member, programme, fresh, take, again } = loyalty;
  if (state === "nothing")
    return (
      <s-page heading={t("page.title")}>
        <s-section>
          <s-text>{t("page.no_programme")}</s-text>
        </s-section>
      </s-page>
    );
  if (state === "failed")
    return (
      <s-page heading={t("page.title")}>
        <Trouble words={words} again={again} />
      </s-page>
    );
  if (state === "loading")
    return (
      <s-page heading={t("page.title")}>
        {[t("page.title"), t("rewards.title"), t("history.title")].map((heading) => (
          <s-section key={heading} heading={heading}>
            <Skeleton lines={[t("loading.line"), t("loading.line"), t("loading.line")]} />
          </s-section>
        ))}
      </s-page>
    );
  return (
    <s-page heading={t("page.title")}>
      <s-stack gap="large">
        <Notices words={words} member={member} surface={surface} take={take} />
        <Balance words={words} member={member} />
        <Rewards words={words} surface={surface} take={take} held={member?.redemptions.length ?? 0} />
        {member?.progress && !programme && !fresh && <LadderToCome words={words} />}
        {member?.progress && programme && (
          <Ladder words={words} programme={programme} member={member} progress={member.progress} />
        )}
        <MemberCode words={words} surface={surface} />
        <History words={words} member={member} />
        <AboutYou {...{ words, surface, take, programme, member }} />
      </s-stack>
    </s-page>
  );
}
