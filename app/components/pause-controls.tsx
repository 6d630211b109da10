import { useEffect, useState } from "react";
import { Badge, Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import type { ProgrammeState } from "../loyalty/programme.ts";
import { ConfirmModal } from "./confirm-modal.tsx";
import { missingPermission, NotAllowed, WhyNotAllowed } from "./not-allowed.tsx";
import { useMay } from "./use-may.ts";
import { useWords } from "./use-words.ts";

/** How the programme stands, as the use case tells it. */
interface StandingProgramme {
  state: ProgrammeState;
  since: number | null;
  /** The newest version: what a change is based on. */
  newest: number;
  nextStart: number | null;
  codesOut: number;
}

/** What the action answers. */
type StateChanged =
  { outcome: "changed" | "unchanged"; to: ProgrammeState } | { outcome: "overtaken" | "no-programme" };

type Deed = "pause" | "resume" | "archive";
const LEADS_TO = { pause: "paused", resume: "running", archive: "archived" } as const;
const DEED_TO = { paused: "pause", running: "resume", archived: "archive" } as const;
const TONES = { running: "success", paused: "attention", archived: "critical" } as const;

/** Whether the programme runs, and the buttons that change it; each says what it does before it does it. */
export function PauseControls({ view }: { view: StandingProgramme }) {
  const { t, f } = useWords();
  const may = useMay()("programme.publish");
  const [asked, setAsked] = useState<Deed | null>(null);
  const change = useStateChange(view);
  const words = t.programmeState;
  const { state, since, nextStart } = view;
  const date = since === null ? "" : f.dateTime(since);
  return (
    <div>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Badge tone={TONES[state]}>{words.badge[state]}</Badge>
        </InlineStack>
        <Text as="p">{state === "running" ? words.sentence.running : words.sentence[state](date)}</Text>
        {state === "running" || nextStart === null ? null : (
          <Text as="p" tone="subdued">
            {words.scheduled(f.dateTime(nextStart))}
          </Text>
        )}
        <Refusal answer={change.answer} failed={change.failed} />
        {may ? (
          <InlineStack gap="200">
            {deedsIn(state).map((deed) => (
              <Button
                key={deed}
                onClick={() => setAsked(deed)}
                disabled={change.isBusy}
                loading={change.isBusy && change.deed === deed}
                {...(deed === "archive" ? { tone: "critical", variant: "tertiary" } : {})}
              >
                {words[deed].action}
              </Button>
            ))}
          </InlineStack>
        ) : (
          <WhyNotAllowed permission="programme.publish" />
        )}
      </BlockStack>
      {(["pause", "resume", "archive"] as const).map((deed) => (
        <ConfirmModal
          key={deed}
          id={`programme-${deed}`}
          open={asked === deed}
          title={words[deed].title}
          text={
            deed === "resume"
              ? words.resume.text(date)
              : words[deed].text(String(view.codesOut), f.count(view.codesOut))
          }
          action={words[deed].confirm}
          isDestructive={deed === "archive"}
          onConfirm={() => change.begin(deed)}
          onClose={() => setAsked(null)}
        />
      ))}
    </div>
  );
}

function deedsIn(state: StandingProgramme["state"]): Deed[] {
  switch (state) {
    case "running":
      return ["pause", "archive"];
    case "paused":
      return ["resume", "archive"];
    case "archived":
      return ["resume"];
  }
}

function Refusal({ answer, failed }: { answer: StateChanged | undefined; failed: boolean }) {
  const { t } = useWords();
  const words = t.programmeState;
  const missing = missingPermission(answer);
  if (missing !== null) return <NotAllowed permission={missing} />;
  if (failed) return <Banner tone="warning">{words.failed}</Banner>;
  if (answer?.outcome === "overtaken") return <Banner tone="warning">{words.overtaken}</Banner>;
  if (answer?.outcome === "no-programme") return <Banner tone="warning">{words.noProgramme}</Banner>;
  return null;
}

/** Does it by the action that both the programme page and home use. */
function useStateChange({ newest }: StandingProgramme) {
  const { t } = useWords();
  const shopify = useAppBridge();
  const fetcher = useFetcher<StateChanged>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const [deed, setDeed] = useState<Deed | null>(null);
  useEffect(() => {
    if (answer?.outcome === "changed") shopify.toast.show(t.programmeState[DEED_TO[answer.to]].done);
    if (answer?.outcome === "unchanged") shopify.toast.show(t.programmeState.unchanged);
  }, [answer, shopify, t]);
  return {
    answer,
    deed,
    isBusy: fetcher.state !== "idle",
    failed: deed !== null && fetcher.state === "idle" && answer === undefined,
    begin(next: Deed) {
      setDeed(next);
      const to = LEADS_TO[next];
      void fetcher.submit(
        { to, basedOn: String(newest) },
        { method: "post", action: "/app/programme/state" },
      );
    },
  };
}
