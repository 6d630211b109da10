import { useState } from "react";
import { Select, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { DeedModal } from "./deed-modal.tsx";
import { beyondText } from "./limit-text.ts";
import type { ShownView } from "./shown-view.ts";
import { useDeed, type Frame } from "./use-deed.ts";

/** Gives the member a reward that costs them no points. */
export function GrantModal({
  name,
  rewards,
  ...frame
}: Frame & { name: string; rewards: ShownView["grantable"] }) {
  const { t, f } = useWords();
  const words = t.person.grant;
  const [reward, setReward] = useState(rewards[0]?.id ?? "");
  const deed = useDeed({ granted: words.done, repeated: words.repeated }, frame.onClose);
  const { answer } = deed;
  const beyond = answer?.outcome === "beyond-limit" ? beyondText(answer, { t, f }) : null;
  return (
    <DeedModal
      id="grant"
      {...frame}
      title={words.title(name)}
      action={rewards.length === 0 ? null : words.action}
      isSending={deed.isSending}
      refusal={answer?.outcome === "refused" ? words.refused[answer.because] : beyond}
      missing={deed.missing}
      onAction={() => deed.send({ do: "grant", reward, key: frame.formKey })}
    >
      {rewards.length === 0 ? (
        <Text as="p">{words.none}</Text>
      ) : (
        <>
          <Text as="p">{words.text}</Text>
          <Select
            label={words.reward}
            options={rewards.map(({ id, name: label }) => ({ value: id, label }))}
            value={reward}
            onChange={setReward}
            {...deed.errorOf("reward")}
          />
        </>
      )}
    </DeedModal>
  );
}
