import type { ReactNode } from "react";
import { BlockStack, Card, ProgressBar, Text } from "@shopify/polaris";

interface WorkProgressProps {
  /** Of the line that says how far it is. */
  id: string;
  title: string;
  done: number;
  of: number;
  /** How far it is, in words. */
  said: string;
  /** What holds it up, or that nobody need wait here. */
  hint: string;
  children?: ReactNode;
}

/** How far work in the background is. */
export function WorkProgress({ id, title, done, of, said, hint, children }: WorkProgressProps) {
  return (
    <Card>
      <div role="status">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          <ProgressBar
            progress={of === 0 ? 0 : Math.floor((100 * done) / of)}
            size="small"
            ariaLabelledBy={id}
          />
          <Text as="p" id={id}>
            {said}
          </Text>
          <Text as="p" tone="subdued">
            {hint}
          </Text>
          {children}
        </BlockStack>
      </div>
    </Card>
  );
}
