import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { memberName } from "../../texts/member-name.ts";
import type { OfferLine } from "../../use-cases/offers/act-on-offers.ts";
import { moneyText } from "../app.insight.experiments.$id/measure-words.ts";
import { usedText } from "./used-text.ts";

interface OfferTerms {
  currency: string;
  /** How far the predictions look ahead. */
  horizonDays: number | null;
  /** Names by id. */
  rewards: Record<string, string>;
}

/** Each member with what they are offered and the sentence that says why. */
export function OfferLines({ lines, terms }: { lines: readonly OfferLine[]; terms: OfferTerms }) {
  const { t, f } = useWords();
  return (
    <ul className="perennial-lines">
      {lines.map((line) => (
        <li key={line.memberId} className="perennial-line">
          <BlockStack gap="050">
            <InlineStack align="space-between" gap="200">
              <Link url={`/app/members/${line.memberId}`} monochrome>
                {memberName({ ...line, id: line.memberId }, t)}
              </Link>
              <Text as="span" fontWeight="semibold" {...(line.isLeftOut ? { tone: "subdued" } : {})}>
                {line.isLeftOut ? t.offers.preview.without : givesText(line, terms, { t, f })}
              </Text>
            </InlineStack>
            <Text as="span" variant="bodySm" tone="subdued">
              {whyText(line, terms, { t, f })}
            </Text>
          </BlockStack>
        </li>
      ))}
    </ul>
  );
}

/** What somebody is offered, in words. */
export function givesText(
  { gives }: Pick<OfferLine, "gives">,
  { rewards }: Pick<OfferTerms, "rewards">,
  { t, f }: ReturnType<typeof useWords>,
): string {
  const words = t.offers.preview.gets;
  if (gives.kind === "points") return words.points(gives.points, f.whole(gives.points));
  return gives.kind === "reward" ? words.reward(rewards[gives.rewardId] ?? gives.rewardId) : "";
}

function whyText(
  { because, taken }: OfferLine,
  { currency, horizonDays }: OfferTerms,
  { t, f }: ReturnType<typeof useWords>,
): string {
  const words = t.offers.preview;
  if (because.policy === "same") return words.same;
  const money = (minor: number) => moneyText(minor, { f, currency });
  const { worth, risk, atRisk } = because;
  const share = f.share(risk.toFixed(3));
  const used = usedText({ because, taken }, { t, f });
  return `${words.atRisk(money(worth), f.count(horizonDays ?? 0), share, money(atRisk))} ${used}`;
}
