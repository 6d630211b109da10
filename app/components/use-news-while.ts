import { useEffect } from "react";
import { useRevalidator } from "@remix-run/react";

const LOOK_EVERY_MS = 1_500;

/** Asks the page's loader anew again and again while something is under way. */
export function useNewsWhile(isUnderWay: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isUnderWay || state !== "idle") return;
    const timer = setTimeout(revalidate, LOOK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [isUnderWay, state, revalidate]);
}
