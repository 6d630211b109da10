import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { ClusterLine, ClustersView } from "../../use-cases/segments/clusters-view.ts";

/** Types of customers that were found, in words, and how far they are to be trusted. */
export function ClustersCard({ clusters }: { clusters: ClustersView }) {
  const { t, f } = useWords();
  const words = t.segments.clusters;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.heading}
        </Text>
        <Text as="p" tone="subdued">
          {clusters.state === "found" ? words.about : noneText(clusters, t, f)}
        </Text>
        {clusters.state !== "found" ? null : (
          <>
            <ul className="perennial-lines">
              {clusters.clusters.map((cluster) => (
                <li key={cluster.number} className="perennial-line">
                  <BlockStack gap="050">
                    <Link url={`/app/insight/segments/new?cluster=${cluster.number}`}>
                      {words.type(f.count(cluster.number))}
                    </Link>
                    <Text as="p">{clusterText(cluster, t, f)}</Text>
                    <Text as="p" tone="subdued">
                      {words.members(String(cluster.customers), f.count(cluster.customers))}
                    </Text>
                  </BlockStack>
                </li>
              ))}
            </ul>
            <Text as="p" variant="bodySm" tone="subdued">
              {words.quality(
                f.share(clusters.stability.toFixed(2)),
                f.decimal(clusters.apart.toFixed(2)),
                f.decimal(clusters.apartByChance.toFixed(2)),
                f.count(clusters.buyers),
              )}
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}

function noneText(clusters: Exclude<ClustersView, { state: "found" }>, t: Texts, f: Formats): string {
  const words = t.segments.clusters;
  if (clusters.state === "never") return words.never;
  return clusters.state === "alike"
    ? words.alike(f.count(clusters.buyers))
    : words.notEnough(f.count(clusters.needed), f.count(clusters.buyers));
}

/** What sets the type apart, most of all first. */
export function clusterText({ traits }: ClusterLine, t: Texts, f: Formats): string {
  const words = t.segments.clusters;
  if (traits.length === 0) return words.plain;
  const told = traits.map(({ feature, more, value, others }) => {
    const { more: sayMore, less: sayLess } = words.traits[feature];
    const shown = (number: number) => valueText(feature, number, f);
    return more ? sayMore(shown(value), shown(others)) : sayLess(shown(value), shown(others));
  });
  const [first = "", ...rest] = f.list(told);
  return first.toLocaleUpperCase() + rest.join("");
}

function valueText(feature: ClusterLine["traits"][number]["feature"], value: number, f: Formats): string {
  if (feature === "basket") return f.money(value.toFixed(2));
  if (feature === "till" || feature === "returns" || feature === "repeats") return f.share(value.toFixed(3));
  return f.decimal(value >= 10 ? String(Math.round(value)) : value.toFixed(1));
}
