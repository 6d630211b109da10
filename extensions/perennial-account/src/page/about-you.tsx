import { useCallback } from "preact/hooks";
import type { LoyaltySummary, ProgrammeSummary } from "../../../../app/loyalty/summary.ts";
import type { Told } from "../../../perennial-shared/app-client.ts";
import type { Account, Done } from "../../../perennial-shared/app-answers.ts";
import { useAnswer } from "../../../perennial-shared/use-answer.ts";
import { isTicked } from "../parts/field-value.ts";
import { Skeleton } from "../parts/skeleton.tsx";
import { ToldOutcome } from "../parts/told.tsx";
import { Trouble } from "../parts/trouble.tsx";
import type { Surface, Words } from "../surface.ts";
import { useAction } from "../use-action.ts";
import { Birthday } from "./birthday.tsx";
import { Leave } from "./leave.tsx";
import { OwnData } from "./own-data.tsx";

export interface AboutProps {
  words: Words;
  surface: Surface;
  programme: ProgrammeSummary | null;
  /** As far as the page knows: they may have come back at the top of it. */
  member: LoyaltySummary | null;
  take: (member: LoyaltySummary | null | undefined) => void;
}

/** What members have told of themselves, and what they may ask for. */
export function AboutYou(props: AboutProps) {
  const { words, surface } = props;
  const { t } = words;
  const { app } = surface;
  const { answer, again } = useAnswer(useCallback(() => app.get("account"), [app]));
  return (
    <s-section heading={t("about.title")}>
      {answer.state === "loading" && <Skeleton lines={[t("loading.line"), t("loading.line")]} />}
      {answer.state === "failed" && <Trouble words={words} text={answer.text} again={again} />}
      {answer.state === "ready" && (
        <s-stack gap="large">
          {answer.body.claimable > 0 && <Claim {...props} count={answer.body.claimable} again={again} />}
          {(answer.body.birthdayAsked || answer.body.birthday !== null) && (
            <Birthday {...props} birthday={answer.body.birthday} />
          )}
          <Messages words={words} surface={surface} account={answer.body} />
          <Recommendations words={words} surface={surface} account={answer.body} />
          <OwnData words={words} surface={surface} />
          {props.member?.blocked !== true && (
            <Leave {...props} out={props.member?.out ?? answer.body.out} again={again} />
          )}
        </s-stack>
      )}
    </s-section>
  );
}

function Claim({ words, surface, take, count, again }: AboutProps & { count: number; again: () => void }) {
  const { t } = words;
  const { busy, outcome, run } = useAction(t);
  const claim = async () => {
    const done = await run(() => surface.app.post("claim"));
    if (done === null) return;
    take(done.member);
    again();
  };
  return (
    <s-stack gap="small">
      <s-text>{t("about.claim_text", { count })}</s-text>
      <s-box>
        <s-button variant="primary" loading={busy} onClick={() => void claim()}>
          {t("about.claim")}
        </s-button>
      </s-box>
      <ToldOutcome outcome={outcome} />
    </s-stack>
  );
}

interface ChoiceProps {
  words: Words;
  surface: Surface;
  account: Account;
}

function Messages({ words, surface, account }: ChoiceProps) {
  const choose = (messages: boolean) => surface.app.post("preferences", { messages });
  return <Choice words={words} label={words.t("about.messages")} chosen={account.messages} choose={choose} />;
}

function Recommendations({ words, surface, account }: ChoiceProps) {
  const choose = (recommendations: boolean) => surface.app.post("preferences", { recommendations });
  const label = words.t("about.recommendations");
  return <Choice words={words} label={label} chosen={account.recommendations} choose={choose} />;
}

/** Saved as soon as it is ticked, or not any more. */
function Choice({
  words,
  label,
  chosen,
  choose,
}: {
  words: Words;
  label: string;
  chosen: boolean;
  choose: (wanted: boolean) => Promise<Told<Done>>;
}) {
  const { busy, outcome, run } = useAction(words.t);
  return (
    <s-stack gap="small">
      <s-checkbox
        label={label}
        defaultChecked={chosen}
        disabled={busy}
        onChange={(event) => void run(() => choose(isTicked(event)))}
      />
      <ToldOutcome outcome={outcome} />
    </s-stack>
  );
}
