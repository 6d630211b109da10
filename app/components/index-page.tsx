import { Page, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";

interface IndexPageProps {
  title: string;
  fullWidth?: boolean;
  /** Buttons of the title bar, the primary one with `variant="primary"`. */
  actions?: React.ReactNode;
  children: React.ReactNode;
}

/** A page of the menu: Shopify's admin shows its title and actions, so the page itself names it to screen readers only. */
export function IndexPage({ title, fullWidth = false, actions, children }: IndexPageProps) {
  return (
    <Page fullWidth={fullWidth}>
      <TitleBar title={title}>{actions}</TitleBar>
      <Text as="h1" visuallyHidden>
        {title}
      </Text>
      {children}
    </Page>
  );
}
