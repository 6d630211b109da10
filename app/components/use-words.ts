import { useMemo } from "react";
import { useRouteLoaderData } from "@remix-run/react";
import { formatsFor, type Formats, type FormatTerms } from "../texts/formats.ts";
import { textsFor, type Texts } from "../texts/texts.ts";

/** Before anything of the shop is known: enough for a page that says so. */
const NO_SHOP: FormatTerms = { locale: "en", currency: "USD", timezone: "UTC" };

/** The texts and formats of this visit, from what the frame around all pages was loaded with. */
export function useWords(): { t: Texts; f: Formats } {
  const terms = useRouteLoaderData<FormatTerms>("routes/app") ?? NO_SHOP;
  const { locale, currency, timezone } = terms;
  return useMemo(
    () => ({ t: textsFor(locale), f: formatsFor({ locale, currency, timezone }) }),
    [locale, currency, timezone],
  );
}
