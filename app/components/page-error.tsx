import { Banner, BlockStack, Button, InlineStack, Page, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { isRouteErrorResponse, useRevalidator, useRouteError } from "@remix-run/react";
import type { Texts } from "../texts/texts.ts";
import { useWords } from "./use-words.ts";

type Missing = Exclude<keyof Texts["errors"]["notFound"], "title" | "back">;

/** Says within the frame what happened and what to do. Answers of Shopify's library go on to the frame itself. */
export function PageError() {
  const error = useRouteError();
  const problem = problemOf(error);
  if (problem === null) throw error;
  return (
    <>
      <TitleBar title="" />
      <ProblemPage problem={problem} />
    </>
  );
}

/** What our own refusals carry, "failed" for what nobody foresaw; null for an answer of Shopify's library. */
export function problemOf(error: unknown): string | null {
  if (!isRouteErrorResponse(error)) return "failed";
  const body: unknown = error.data;
  if (typeof body !== "object" || body === null || !("problem" in body)) return null;
  return typeof body.problem === "string" ? body.problem : null;
}

export function ProblemPage({ problem }: { problem: string }) {
  const { t } = useWords();
  const words = t.errors;
  const { state, revalidate } = useRevalidator();
  if (problem === "no-shop") return <Problem title={words.noShop.title} text={words.noShop.text} />;
  if (problem !== "failed") {
    const what = problem in words.notFound ? (problem as Missing) : "page";
    return (
      <Problem title={words.notFound.title} text={words.notFound[what]}>
        <Button url="/app">{words.notFound.back}</Button>
      </Problem>
    );
  }
  return (
    <Problem title={words.failed.title} text={words.failed.text}>
      <Button onClick={revalidate} loading={state === "loading"}>
        {words.failed.retry}
      </Button>
    </Problem>
  );
}

function Problem({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  return (
    <Page title={title} titleHidden narrowWidth>
      <Banner title={title} tone="warning">
        <BlockStack gap="300">
          <Text as="p">{text}</Text>
          {children === undefined ? null : <InlineStack>{children}</InlineStack>}
        </BlockStack>
      </Banner>
    </Page>
  );
}
