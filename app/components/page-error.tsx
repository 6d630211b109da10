import { Card, Page, Text } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";
import { isRouteErrorResponse, useRevalidator, useRouteError } from "@remix-run/react";
import type { Texts } from "../texts/texts.ts";
import { NothingHere } from "./nothing-here.tsx";
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
  const { noShop, notFound, failed } = t.errors;
  const { revalidate } = useRevalidator();
  if (problem === "no-shop") return <Problem heading={noShop.title} text={noShop.text} />;
  if (problem !== "failed") {
    const text = notFound[problem in notFound ? (problem as Missing) : "page"];
    return <Problem heading={notFound.title} text={text} action={{ content: notFound.back, url: "/app" }} />;
  }
  return (
    <Problem
      heading={failed.title}
      text={failed.text}
      action={{ content: failed.retry, onAction: revalidate }}
    />
  );
}

function Problem(props: React.ComponentProps<typeof NothingHere>) {
  return (
    <Page narrowWidth>
      <Text as="h1" visuallyHidden>
        {props.heading}
      </Text>
      <Card>
        <div role="alert">
          <NothingHere {...props} />
        </div>
      </Card>
    </Page>
  );
}
