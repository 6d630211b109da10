import { Banner, BlockStack, Card, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import type { OfferPreview } from "../../use-cases/offers/act-on-offers.ts";
import type { OffersView } from "../../use-cases/offers/show-offers.ts";
import { moneyText } from "../app.insight.experiments.$id/measure-words.ts";
import { durationText } from "./offer-fields.tsx";
import { givesText, OfferLines } from "./offer-lines.tsx";

interface PreviewCardProps {
  preview: OfferPreview;
  view: Pick<OffersView, "currency" | "rewards">;
  /** Why they may cost more than they are counted with. */
  openCosts: readonly string[];
  /** In minutes; "" for as long as the rewards say. */
  lasts: string;
}

/** Who would be offered what and why, and who nothing and why. */
export function PreviewCard({ preview, view, openCosts, lasts }: PreviewCardProps) {
  const { t, f } = useWords();
  const words = t.offers.preview;
  const { currency } = view;
  const rewards = Object.fromEntries(view.rewards.map(({ id, name }) => [id, name]));
  const { given, leftOut, buyers, cost, left, endsWith, lines, horizonDays, monthLeft } = preview;
  const tooFew = tooFewText(preview, { t, f });
  const sums = [
    words.given(String(given), f.count(given), moneyText(cost, { f, currency })),
    ...(buyers === null
      ? []
      : [words.expected(String(buyers.given), f.count(buyers.given), f.count(buyers.windowDays))]),
    ...openCosts,
    ...(lasts === "" ? [] : [words.ends(durationText(Number(lasts), { t, f }))]),
    ...(monthLeft === null ? [] : [words.monthLeft(moneyText(monthLeft, { f, currency }))]),
    ...(leftOut === 0 ? [] : [words.leftOut(String(leftOut), f.count(leftOut))]),
    ...(left.comeAnyway === 0 ? [] : [words.comeAnyway(String(left.comeAnyway), f.count(left.comeAnyway))]),
    ...(left.notWorth === 0 ? [] : [words.notWorth(f.count(left.notWorth))]),
    ...(left.unknown === 0 ? [] : [words.unknown(f.count(left.unknown))]),
    ...(left.longGone === 0 ? [] : [words.longGone(String(left.longGone), f.count(left.longGone))]),
    ...(left.beyondBudget === 0 ? [] : [words.beyond[endsWith](f.count(left.beyondBudget))]),
    ...preview.unused.map(({ gives, why }) => words.unused[why](givesText({ gives }, { rewards }, { t, f }))),
  ];
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <div role="status">
          <BlockStack gap="100">
            {tooFew === "" ? null : <Banner tone="warning">{tooFew}</Banner>}
            {sums.map((sentence) => (
              <Text as="p" key={sentence}>
                <Sentence>{sentence}</Sentence>
              </Text>
            ))}
          </BlockStack>
        </div>
        <OfferLines lines={lines} terms={{ currency, horizonDays, rewards }} />
        {given + leftOut > lines.length ? (
          <Text as="p" tone="subdued">
            {words.first(f.count(lines.length))}
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}

/** That what they bring can never be told; "" where it may be, or nobody is offered anything. */
export function tooFewText(
  { given, leftOut, tooFew, buyers }: Pick<OfferPreview, "given" | "leftOut" | "tooFew" | "buyers">,
  { t, f }: ReturnType<typeof useWords>,
): string {
  const words = t.offers.preview;
  if (given === 0) return "";
  if (tooFew !== null) return words.tooFew(f.count(leftOut), f.count(tooFew));
  const fewer = Math.min(buyers?.given ?? Infinity, buyers?.leftOut ?? Infinity);
  return buyers === null || fewer >= buyers.fewest
    ? ""
    : words.fewBuyers(f.count(fewer), f.count(buyers.fewest), f.count(buyers.windowDays));
}
