import { Select } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import type { ReportView } from "../../use-cases/analytics/report.ts";
import { segmentName } from "./report-words.ts";

/** Of whom: all, those who have something in common today, or who is in a segment that staff saved. */
export function SegmentChoice({ view, onChange }: { view: ReportView; onChange: (segment: string) => void }) {
  const { t, f } = useWords();
  const words = t.analytics.segment;
  const { saved, segments, terms, names, among, now } = view;
  const option = (value: string) => ({ value, label: segmentName(value, { t, f, names, saved }) });
  const help = among === null ? words.help : words.savedHelp(f.ago(among.followedAt ?? now, now));
  return (
    <Select
      label={words.label}
      helpText={terms.segment === "" ? undefined : help}
      options={[
        ...["", ...segments].map(option),
        ...(saved.length === 0
          ? []
          : [
              {
                title: words.savedOnes,
                options: saved.map(({ segment, name }) => ({ value: segment, label: name })),
              },
            ]),
      ]}
      value={terms.segment}
      onChange={onChange}
    />
  );
}
