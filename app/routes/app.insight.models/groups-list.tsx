import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { GroupCheck } from "../../use-cases/insight/show-models.ts";

const TONES = {
  alike: "success",
  better: "attention",
  worse: "attention",
  few: undefined,
  open: undefined,
} as const;

/** Whether the model tells the truth to some as well as to others. */
export function GroupsList({ groups: learned }: { groups: readonly GroupCheck[] }) {
  const { t, f } = useWords();
  const words = t.models.groups;
  // A model that was learned before groups were held against all others has intervals of another kind, until the next night.
  const groups = learned.filter((group) => "apart" in group);
  if (groups.length === 0) return null;
  const otherwise = groups.filter(({ verdict }) => verdict === "better" || verdict === "worse");
  const open = groups.filter(({ verdict }) => verdict === "open");
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {words.title}
      </Text>
      <Text as="p">
        {otherwise.length === 0 ? words.alike : words.otherwise(f.list(otherwise.map(nameOf)))}
        {open.length === 0 ? null : ` ${words.open(f.list(open.map(nameOf)))}`}
      </Text>
      <Text as="p" tone="subdued">
        {words.about} {words.judged}
      </Text>
      <ul className="perennial-lines">
        {groups.map((group) => (
          <li key={`${group.dimension} ${group.group}`} className="perennial-line">
            <BlockStack gap="050">
              <InlineStack align="space-between" gap="200">
                <Text as="span" fontWeight="semibold">
                  {nameOf(group)}
                </Text>
                <Verdict verdict={group.verdict} />
              </InlineStack>
              <Text as="span">
                {words.told(
                  ...([share(group.told), share(group.left)] as const),
                  ...([String(group.customers), f.count(group.customers)] as const),
                )}
              </Text>
              <Text as="span" variant="bodySm" tone="subdued">
                {words.technical(
                  ...([f.change(group.apart), f.change(group.low), f.change(group.high)] as const),
                  ...([f.decimal(group.brier.toFixed(3)), f.decimal(group.others.toFixed(3))] as const),
                )}
              </Text>
            </BlockStack>
          </li>
        ))}
      </ul>
    </BlockStack>
  );

  function share(value: number): string {
    return f.share(value.toFixed(3));
  }

  function nameOf({ dimension, group }: GroupCheck): string {
    const channels: Partial<Record<string, string>> = t.analytics.segment.channels;
    if (dimension === "language") return words.language(f.language(group));
    if (dimension === "channel") return words.channel(channels[group] ?? group);
    return group === "new" ? words.newer : words.older;
  }
}

function Verdict({ verdict }: Pick<GroupCheck, "verdict">) {
  const { t } = useWords();
  const tone = TONES[verdict];
  return <Badge {...(tone === undefined ? {} : { tone })}>{t.models.groups.verdicts[verdict]}</Badge>;
}
