import { useEffect } from "react";
import { Banner, BlockStack } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { missingPermission, NotAllowed } from "./not-allowed.tsx";
import type { Permission } from "./use-may.ts";
import { useWords } from "./use-words.ts";

export interface RetriedLetters {
  waiting: number;
  dead: number;
  forgotten: number;
}

export interface Retry {
  isTrying: boolean;
  retried: RetriedLetters | undefined;
  /** What the person was refused for; null where they were not. */
  missing: Permission | null;
  tryAgain: () => void;
}

/** Tries dead letters again by the action of the page it stands on; success is a toast, anything else stays to be read. */
export function useRetry(): Retry {
  const { t } = useWords();
  const shopify = useAppBridge();
  const fetcher = useFetcher<RetriedLetters>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const missing = missingPermission(answer);
  const retried = missing === null ? answer : undefined;
  useEffect(() => {
    if (retried !== undefined && retried.waiting > 0)
      shopify.toast.show(t.deliveries.retried(retried.waiting));
  }, [retried, shopify, t]);
  return {
    isTrying: fetcher.state !== "idle",
    retried,
    missing,
    tryAgain: () => void fetcher.submit(null, { method: "post" }),
  };
}

export function RetryNotice({ retried, missing }: Pick<Retry, "retried" | "missing">) {
  const { t } = useWords();
  const words = t.deliveries;
  if (missing !== null) return <NotAllowed permission={missing} />;
  if (retried === undefined) return null;
  const { waiting, dead, forgotten } = retried;
  if (waiting + dead + forgotten === 0) return <Banner tone="info">{words.gone}</Banner>;
  if (dead + forgotten === 0) return null;
  return (
    <BlockStack gap="400">
      {dead > 0 ? <Banner tone="warning">{words.stillDead(dead)}</Banner> : null}
      {forgotten > 0 ? <Banner tone="warning">{words.forgotten(forgotten)}</Banner> : null}
    </BlockStack>
  );
}
