import { useRouteLoaderData } from "@remix-run/react";

/** Of the page, BCP 47: for names that the browser knows in every language, such as months. */
export function useLocale(): string {
  return useRouteLoaderData<{ locale: string }>("routes/app")?.locale ?? "en";
}
