import { useEffect, useState } from "react";
import { Badge, Banner, BlockStack, Page } from "@shopify/polaris";
import { TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { missingPermission, NotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useNewsWhile } from "../../components/use-news-while.ts";
import { useWords } from "../../components/use-words.ts";
import type { Texts } from "../../texts/texts.ts";
import type { OneExperimentView } from "../../use-cases/experiments/show-experiments.ts";
import { DecisionCard } from "./decision-card.tsx";
import { FactsCard } from "./facts-card.tsx";
import { ForecastCard, tooFewText } from "./forecast-card.tsx";
import { OffersCard, type OffersPageOfRun } from "./offers-card.tsx";
import { LooksCard } from "./looks-card.tsx";
import { ReadingCard } from "./reading-card.tsx";

type Deed = "start" | "stop" | "discard";
interface Answer {
  outcome: string;
  deed?: Deed | "decide";
  free?: number;
}

export const STATE_TONES = { draft: {}, running: { tone: "success" }, stopped: { tone: "info" } } as const;

interface ExperimentPageProps {
  view: OneExperimentView;
  /** Of personal offers: to whom what, and why. */
  offers: OffersPageOfRun | null;
}

/** One experiment: its plan, how far it is, what it says, and what came of it. */
export function ExperimentPage({ view, offers }: ExperimentPageProps) {
  const { t, f } = useWords();
  const words = t.experiments.page;
  const may = useMay()("insight.manage");
  const { experiment, forecast } = view;
  const { state } = experiment;
  const [asked, setAsked] = useState<Deed | null>(null);
  const { send, isBusy, answer } = useDeeds(view);
  useNewsWhile(view.isUnderWay);
  const given = f.count(forecast?.given ?? 0);
  const missing = missingPermission(answer);
  const actions: { deed: Deed; content: string }[] =
    state === "running"
      ? [{ deed: "stop", content: words.stop }]
      : state === "draft"
        ? [{ deed: "discard", content: words.discard }]
        : [];
  return (
    <Page
      title={experiment.question}
      titleMetadata={<Badge {...STATE_TONES[state]}>{t.experiments.states[state]}</Badge>}
      backAction={{ content: t.experiments.back, url: "/app/insight/experiments" }}
      {...(state === "draft" && may
        ? {
            primaryAction: { content: words.start, onAction: () => setAsked("start"), loading: isBusy },
          }
        : {})}
      secondaryActions={[
        ...(state === "draft" && may
          ? [{ content: words.edit, url: `/app/insight/experiments/${experiment.id}/edit` }]
          : []),
        ...actions.map(({ deed, content }) => ({
          ...{ content, onAction: () => setAsked(deed), disabled: isBusy || !may },
        })),
      ]}
    >
      <TitleBar title={t.experiments.title} />
      <BlockStack gap="400">
        {missing === null ? null : <NotAllowed permission={missing} />}
        <Refusal answer={answer} />
        {state === "draft" && forecast !== null ? (
          <ForecastCard worked={{ forecast, plan: experiment.plan }} currency={view.currency} />
        ) : (
          <ReadingCard view={view} />
        )}
        <LooksCard view={view} />
        <FactsCard view={view} />
        {offers === null ? null : <OffersCard view={view} offers={offers} />}
        {state === "draft" ? null : (
          <DecisionCard
            key={experiment.revision}
            view={view}
            busy={isBusy}
            may={may}
            onDecide={(decision, note) => send("decide", { decision, note })}
          />
        )}
      </BlockStack>
      <ConfirmModal
        id="experiment-deed"
        open={asked !== null}
        isDestructive={asked === "stop" || asked === "discard"}
        {...askedTexts(asked, words, [
          words.startText(given),
          ...(forecast === null ? [] : [tooFewText(forecast, { t, f })]),
        ])}
        onConfirm={() =>
          asked !== null &&
          send(asked, { most: String(forecast?.mostGiven ?? 0), cost: String(forecast?.cost ?? "") })
        }
        onClose={() => setAsked(null)}
      />
    </Page>
  );
}

function askedTexts(asked: Deed | null, words: Texts["experiments"]["page"], starting: readonly string[]) {
  if (asked === "stop") return { title: words.stopTitle, text: words.stopText, action: words.stop };
  if (asked === "discard")
    return { title: words.discardTitle, text: words.discardText, action: words.discard };
  return { title: words.startTitle, text: starting.join(" ").trim(), action: words.start };
}

function Refusal({ answer }: { answer: Answer | undefined }) {
  const { t, f } = useWords();
  const words = t.experiments.page;
  switch (answer?.outcome) {
    case "overtaken":
      return <Banner tone="warning">{words.overtaken}</Banner>;
    case "gone":
      return <Banner tone="warning">{words.gone}</Banner>;
    case "beyond-limit":
      return <Banner tone="warning">{words.beyondLimit}</Banner>;
    case "no-room":
      return <Banner tone="warning">{words.noRoom(f.share(((answer.free ?? 0) / 100).toFixed(2)))}</Banner>;
    default:
      return null;
  }
}

/** Sends what is to be done, with the revision that this page shows. */
function useDeeds({ experiment }: OneExperimentView) {
  const { t } = useWords();
  const words = t.experiments.page;
  const shopify = useAppBridge();
  const fetcher = useFetcher<Answer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.outcome !== "changed") return;
    const said = { start: words.started, stop: words.stopped, decide: words.decided, discard: null };
    const text = said[answer.deed ?? "discard"];
    if (text !== null) shopify.toast.show(text);
  }, [answer, shopify, words]);
  return {
    answer,
    isBusy: fetcher.state !== "idle",
    send: (deed: Deed | "decide", fields: Record<string, string>) =>
      void fetcher.submit({ deed, revision: String(experiment.revision), ...fields }, { method: "post" }),
  };
}
