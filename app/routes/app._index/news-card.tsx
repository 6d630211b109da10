import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { DayNews, NewsItem } from "../../use-cases/home/day-news.ts";
import { addressOfNews } from "./addresses.ts";

/** What changed since yesterday, each leading to the rows. */
export function NewsCard({ news }: { news: DayNews }) {
  const { t, f } = useWords();
  const words = t.home.news;
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="050">
          <Text as="h2" variant="headingMd">
            {words.title}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {words.from(f.dateTime(news.from))}
          </Text>
        </BlockStack>
        {news.items.length === 0 ? (
          <Text as="p" tone="subdued">
            {words.none}
          </Text>
        ) : (
          <ul className="perennial-lines">
            {news.items.map((item) => (
              <li key={JSON.stringify(item)} className="perennial-line">
                <InlineStack align="space-between" gap="400" blockAlign="start" wrap={false}>
                  <Text as="p" breakWord>
                    <Sentence>{newsText(item, t, f)}</Sentence>
                  </Text>
                  <span className="perennial-nowrap">
                    <Link url={addressOfNews(item, news.days)}>{words.look[item.news]}</Link>
                  </span>
                </InlineStack>
              </li>
            ))}
          </ul>
        )}
      </BlockStack>
    </Card>
  );
}

function newsText(item: NewsItem, t: Texts, f: Formats): string {
  const words = t.home.news;
  const points = (number: string) => t.points(number, f.whole(number));
  const many = (number: number): [string, string] => [String(number), f.count(number)];
  switch (item.news) {
    case "earned":
      return words.earned(...many(item.orders), points(item.points));
    case "taken-back":
      return words.takenBack(...many(item.orders), points(item.points));
    case "redeemed":
      return words.redeemed(...many(item.rewards), points(item.points));
    case "given":
      return words.given(...many(item.rewards));
    case "expired":
      return words.expired(...many(item.members), points(item.points));
    case "joined":
      return words.joined(...many(item.members));
    case "levels":
      return [
        ...(item.up > 0 ? [words.levelsUp(...many(item.up))] : []),
        ...(item.down > 0 ? [words.levelsDown(...many(item.down))] : []),
      ].join(" ");
    case "adjusted":
      return words.adjusted(...many(item.times));
    case "version":
      return item.saved === 1
        ? words.version(f.count(item.number))
        : words.versions(f.count(item.saved), f.count(item.number));
  }
}
