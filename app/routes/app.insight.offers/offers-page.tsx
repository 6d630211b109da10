import { useState } from "react";
import { Banner, BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import { ConfirmModal } from "../../components/confirm-modal.tsx";
import { missingPermission, NotAllowed, WhyNotAllowed } from "../../components/not-allowed.tsx";
import { useMay } from "../../components/use-may.ts";
import { useWords } from "../../components/use-words.ts";
import type { Texts } from "../../texts/texts.ts";
import type { ActedOnOffers } from "../../use-cases/offers/act-on-offers.ts";
import type { OffersView } from "../../use-cases/offers/show-offers.ts";
import { moneyText } from "../app.insight.experiments.$id/measure-words.ts";
import { PartPage } from "../app.insight._index/part-page.tsx";
import { LimitsCard } from "./limits-card.tsx";
import { OfferFields, type OfferValues } from "./offer-fields.tsx";
import { PreviewCard, tooFewText } from "./preview-card.tsx";
import { RunsCard } from "./runs-card.tsx";

/** Offers within a budget: what may be offered, whom it would reach and why, and what was sent before. */
export function OffersPage({ view }: { view: OffersView }) {
  const { t, f } = useWords();
  const words = t.offers.form;
  const may = useMay()("insight.manage");
  const offers = useOffers();
  const { preview, answer } = offers;
  const openCosts = openCostsOf(view, offers.values, t);
  const missing = missingPermission(answer);
  const refusals: Partial<Record<string, string>> = {
    overtaken: words.overtaken,
    nobody: words.nobody,
    "beyond-limit": words.beyondLimit,
  };
  const refusal = refusals[answer?.outcome ?? ""];
  return (
    <PartPage title={t.offers.title}>
      <BlockStack gap="400">
        <Box paddingInline={{ xs: "400", sm: "0" }}>
          <Text as="p" tone="subdued">
            {t.offers.about}
          </Text>
        </Box>
        {may ? null : (
          <Box paddingInline={{ xs: "400", sm: "0" }}>
            <WhyNotAllowed permission="insight.manage" />
          </Box>
        )}
        {missing === null ? null : <NotAllowed permission={missing} />}
        {refusal === undefined ? null : <Banner tone="warning">{refusal}</Banner>}
        {view.predicted === 0 ? <Banner tone="info">{t.offers.preview.noPredictions}</Banner> : null}
        <OfferFields
          view={view}
          values={offers.values}
          faults={answer?.outcome === "refused" ? answer.faults : []}
          onChange={offers.change}
        >
          <InlineStack gap="300">
            <Button
              onClick={() => offers.send("preview")}
              loading={offers.sending === "preview"}
              disabled={!may || offers.sending === "send"}
            >
              {words.preview}
            </Button>
            <Button
              variant="primary"
              onClick={() => offers.ask(true)}
              loading={offers.sending === "send"}
              disabled={!may || preview === null || preview.given === 0}
            >
              {words.send}
            </Button>
          </InlineStack>
        </OfferFields>
        {preview === null ? null : (
          <PreviewCard preview={preview} view={view} {...{ openCosts, lasts: offers.values.lasts }} />
        )}
        <LimitsCard view={view} />
        <RunsCard view={view} />
      </BlockStack>
      <ConfirmModal
        id="send-offers"
        open={offers.isAsked}
        title={words.sendTitle}
        text={[
          words.sendText(
            f.count(preview?.given ?? 0),
            moneyText(preview?.cost ?? 0, { f, currency: view.currency }),
          ),
          ...openCosts,
          ...(preview === null ? [] : [tooFewText(preview, { t, f })]),
        ]
          .join(" ")
          .trim()}
        action={words.send}
        onConfirm={() => offers.send("send")}
        onClose={() => offers.ask(false)}
      />
    </PartPage>
  );
}

/** Why what is chosen may cost more than it is counted with. */
function openCostsOf(view: OffersView, { points, rewards }: OfferValues, t: Texts): string[] {
  const chosen = rewards.split(",");
  const isPercent = view.rewards.some(({ id, by }) => by === "order" && chosen.includes(id));
  return [
    ...(view.isPointOpen && points.trim() !== "" ? [t.experiments.forecast.costOpen] : []),
    ...(isPercent ? [t.offers.preview.percentOpen] : []),
  ];
}

const FIRST: OfferValues = {
  ...{ policy: "personal", rewards: "", points: "", budget: "", generosity: "10", reason: "", segment: "" },
  lasts: "",
};

/** What is filled in, what was drawn up from exactly that, and the sending of it. */
function useOffers() {
  const fetcher = useFetcher<ActedOnOffers>();
  const [values, setValues] = useState(FIRST);
  const [drawnFrom, setDrawnFrom] = useState<OfferValues>();
  const [isAsked, ask] = useState(false);
  // Made with the form: however often it is sent, everybody is offered once.
  const [id, setId] = useState(() => crypto.randomUUID());
  const answer = fetcher.data;
  const preview = answer?.outcome === "drawn-up" && drawnFrom === values ? answer.preview : null;
  return {
    ...{ values, answer, preview, isAsked, ask, sending: fetcher.formData?.get("deed") },
    change: (changes: Partial<OfferValues>) => setValues((before) => ({ ...before, ...changes })),
    send(deed: "preview" | "send") {
      if (deed === "preview") setDrawnFrom(values);
      const confirmed: Record<string, string> =
        preview === null ? {} : { given: String(preview.given), cost: String(preview.cost) };
      // Others may have been sent under the id before: what is drawn up anew is another form.
      const asked = answer?.outcome === "overtaken" ? crypto.randomUUID() : id;
      setId(asked);
      void fetcher.submit({ ...values, ...confirmed, id: asked, deed }, { method: "post" });
    },
  };
}
