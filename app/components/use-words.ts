import { useMemo } from "react";
import { useRouteLoaderData } from "@remix-run/react";
import { formatsFor, type Formats, type FormatTerms } from "../texts/formats.ts";
import { namingStaff } from "../texts/naming-staff.ts";
import { textsFor, type Texts } from "../texts/texts.ts";

interface FrameTerms extends FormatTerms {
  /** By their number. */
  staffNames: Record<string, string>;
}

/** Before anything of the shop is known: enough for a page that says so. */
const NO_SHOP: FrameTerms = { locale: "en", currency: "USD", timezone: "UTC", staffNames: {} };

/** The texts and formats of this visit, from what the frame around all pages was loaded with. */
export function useWords(): { t: Texts; f: Formats } {
  const terms = useRouteLoaderData<FrameTerms>("routes/app") ?? NO_SHOP;
  const { locale, currency, timezone, staffNames } = terms;
  return useMemo(
    () => ({
      t: namingStaff(textsFor(locale), staffNames),
      f: formatsFor({ locale, currency, timezone }),
    }),
    [locale, currency, timezone, staffNames],
  );
}
