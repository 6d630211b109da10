import { Select } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { ReportView } from "../../use-cases/analytics/report.ts";

/** Where everybody pays in the shop's own there is nothing to choose. */
export function hasCurrencies({ currencies, terms }: ReportView): boolean {
  return currencies.length > 1 || terms.currency !== "";
}

/** Which orders: all, or those that were paid in one currency. */
export function CurrencyChoice({
  view: { currency: own, currencies, terms },
  onChange,
}: {
  view: ReportView;
  onChange: (currency: string) => void;
}) {
  const { t } = useWords();
  const words = t.analytics.currency;
  // One that is asked for stands there also where nobody has paid in it.
  const codes = new Set([...currencies, ...(terms.currency === "" ? [] : [terms.currency])]);
  const help = terms.currency === own ? words.ownHelp : words.help(terms.currency, own);
  return (
    <Select
      label={words.label}
      helpText={terms.currency === "" ? undefined : help}
      options={[
        { value: "", label: words.all },
        ...[...codes].map((value) => ({ value, label: words.paidIn(value) })),
      ]}
      value={terms.currency}
      onChange={onChange}
    />
  );
}
