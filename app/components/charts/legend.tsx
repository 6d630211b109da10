import { InlineStack, Text } from "@shopify/polaris";
import { BEFORE, colourOf } from "./palette.ts";

interface LegendProps {
  names: readonly { name: string; isBefore?: boolean }[];
}

/** What each colour means, in the order in which it is drawn; nothing where there is only one. */
export function Legend({ names }: LegendProps) {
  if (names.length < 2) return null;
  return (
    <InlineStack gap="400">
      {names.map(({ name, isBefore = false }, index) => (
        <InlineStack key={name} gap="150" blockAlign="center">
          <svg width={16} height={10} aria-hidden>
            <line
              x1={0}
              x2={16}
              y1={5}
              y2={5}
              stroke={isBefore ? BEFORE : colourOf(index)}
              strokeWidth={isBefore ? 2 : 6}
              {...(isBefore ? { strokeDasharray: "4 3" } : {})}
            />
          </svg>
          <Text as="span" variant="bodySm" tone="subdued">
            {name}
          </Text>
        </InlineStack>
      ))}
    </InlineStack>
  );
}
