import { BlockStack, List, Text } from "@shopify/polaris";
import { FigureWithHelp } from "./figure-with-help.tsx";
import { useWords } from "./use-words.ts";

interface Effect {
  /** Money is a decimal string; null where no reward is worth an amount of it. */
  monthly: string | null;
  cost: { share: string | null; liability: string | null };
  inReach: number;
  members: { total: number };
  tiers: { id: string; members: number }[] | null;
}

interface EffectFiguresProps {
  effect: Effect;
  /** By id. */
  tierNames: Readonly<Record<string, string>>;
}

/** What a programme would have meant for the store's past orders, in three figures and its tiers. */
export function EffectFigures({ effect, tierNames }: EffectFiguresProps) {
  const { t, f } = useWords();
  const words = t.start.effect;
  const { cost, tiers } = effect;
  return (
    <BlockStack gap="300">
      <div className="perennial-figures">
        <FigureWithHelp
          label={words.monthly}
          value={effect.monthly === null ? words.noCost : f.money(effect.monthly)}
          help={cost.share === null ? null : words.share(f.decimal(cost.share))}
        />
        <FigureWithHelp
          label={words.inReach}
          value={f.count(effect.inReach)}
          help={words.members(f.count(effect.members.total))}
        />
        {cost.liability === null ? null : (
          <FigureWithHelp label={words.liability} value={f.money(cost.liability)} help={null} />
        )}
      </div>
      {tiers === null ? null : (
        <BlockStack gap="100">
          <Text as="h4" variant="headingSm">
            {words.tiers}
          </Text>
          <List>
            {tiers.map(({ id, members }) => (
              <List.Item key={id}>{words.tier(tierNames[id] ?? id, f.count(members))}</List.Item>
            ))}
          </List>
        </BlockStack>
      )}
    </BlockStack>
  );
}
