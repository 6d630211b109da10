import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { OneExperimentView } from "../../use-cases/experiments/show-experiments.ts";
import type { OfferLine } from "../../use-cases/offers/act-on-offers.ts";
import { OfferLines } from "../app.insight.offers/offer-lines.tsx";

export interface OffersPageOfRun {
  lines: OfferLine[];
  /** Where the next page begins. */
  next: number | null;
}

/** To whom a run offered what, and why. */
export function OffersCard({ view, offers }: { view: OneExperimentView; offers: OffersPageOfRun }) {
  const { t } = useWords();
  const words = t.offers.preview;
  const { currency, rewards, experiment } = view;
  const horizonDays = experiment.plan.offers?.horizonDays ?? null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <OfferLines lines={offers.lines} terms={{ currency, rewards, horizonDays }} />
        {offers.next === null ? null : <Link url={`?after=${offers.next}`}>{words.more}</Link>}
      </BlockStack>
    </Card>
  );
}
