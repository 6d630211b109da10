import type { ReactNode } from "react";
import { Page } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { useWords } from "../../components/use-words.ts";

interface PartPageProps {
  title: string;
  /** Buttons of the title bar, the primary one with `variant="primary"`. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of Insight, with the way back to the others. */
export function PartPage({ title, actions, children }: PartPageProps) {
  const { t } = useWords();
  return (
    <Page title={title} backAction={{ content: t.insight.back, url: "/app/insight" }}>
      <TitleBar title={title}>{actions}</TitleBar>
      {children}
    </Page>
  );
}
