import { useRouteLoaderData } from "@remix-run/react";
import type { FormatTerms } from "../../texts/formats.ts";

const NO_SHOP: FormatTerms = { locale: "en", currency: "USD", timezone: "UTC" };

/** The language of the visit, and what the shop counts in. */
export function useTerms(): FormatTerms {
  return useRouteLoaderData<FormatTerms>("routes/app") ?? NO_SHOP;
}
