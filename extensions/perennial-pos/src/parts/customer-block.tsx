import { useCallback } from "preact/hooks";
import { useAnswer } from "../../../perennial-shared/use-answer.ts";
import { askMember, type Known } from "../ask-member.ts";
import { wordsFor, type Till } from "../till.ts";
import { Figures } from "./figures.tsx";
import { Trouble } from "./trouble.tsx";

interface Props {
  till: Till;
  customer: string;
  present: () => void;
}

/** On a customer's details: what they have, and the way to what it is good for. */
export function CustomerBlock({ till, customer, present }: Props) {
  const { answer, again } = useAnswer(useCallback(() => askMember(till.app(customer)), [till, customer]));
  const { t } = wordsFor(till, null);
  return (
    <s-pos-block heading={t("member.title")}>
      {answer.state === "loading" && <s-text color="subdued">{t("loading")}</s-text>}
      {answer.state === "failed" && <Trouble t={t} text={answer.text} again={again} />}
      {answer.state === "ready" && <Points till={till} known={answer.body} present={present} />}
    </s-pos-block>
  );
}

function Points({ till, known, present }: { till: Till; known: Known; present: () => void }) {
  const words = wordsFor(till, known.programme);
  if (known.member === null) return <s-text>{words.t("member.none")}</s-text>;
  return (
    <s-stack gap="base">
      <Figures words={words} member={known.member} />
      <s-button variant="primary" onClick={present}>
        {words.t("member.use")}
      </s-button>
    </s-stack>
  );
}
