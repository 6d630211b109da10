import type { Texts } from "../texts/texts.ts";

/** What the store told of, in words; what no words are known for is called as Shopify calls it. */
export function topicName(topic: string, t: Texts): string {
  const names: Partial<Record<string, string>> = t.deliveries.topics;
  return names[topic] ?? topic;
}
