import { useEffect } from "react";
import { Banner } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { useWords } from "./use-words.ts";

export interface RetriedLetters {
  waiting: number;
  dead: number;
}

/** Tries dead letters again by the action of the page it stands on; success is a toast, anything else stays to be read. */
export function useRetry(): { isTrying: boolean; retried: RetriedLetters | undefined; tryAgain: () => void } {
  const { t } = useWords();
  const shopify = useAppBridge();
  const fetcher = useFetcher<RetriedLetters>();
  const retried = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (retried !== undefined && retried.waiting > 0)
      shopify.toast.show(t.deliveries.retried(retried.waiting));
  }, [retried, shopify, t]);
  return {
    isTrying: fetcher.state !== "idle",
    retried,
    tryAgain: () => void fetcher.submit(null, { method: "post" }),
  };
}

export function RetryNotice({ retried }: { retried: RetriedLetters | undefined }) {
  const { t } = useWords();
  const words = t.deliveries;
  if (retried === undefined) return null;
  if (retried.dead > 0) return <Banner tone="warning">{words.stillDead(retried.dead)}</Banner>;
  return retried.waiting === 0 ? <Banner tone="info">{words.gone}</Banner> : null;
}
