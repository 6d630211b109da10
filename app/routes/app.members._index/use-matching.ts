import { useEffect } from "react";
import { useFetcher } from "@remix-run/react";

/** How many the list finds: known with it, or counted by itself where there are many; null while it is being counted. */
export function useMatching(known: number | null, address: string): number | null {
  const fetcher = useFetcher<{ members: number; address: string }>();
  const { load } = fetcher;
  useEffect(() => {
    if (known === null) load(`/app/members-count?${address}`);
  }, [known, address, load]);
  if (known !== null) return known;
  return fetcher.data?.address === address ? fetcher.data.members : null;
}
