import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { Facts } from "../../components/facts.tsx";
import { Figure } from "../../components/figure.tsx";
import { useWords } from "../../components/use-words.ts";
import type { ImportPreview, ImportView } from "../../use-cases/moving-in/show-import.ts";

/** What the file would do, or did, in figures. */
export function PreviewCard({ view, preview }: { view: ImportView; preview: ImportPreview }) {
  const { t, f } = useWords();
  const words = t.move.page;
  const isHistory = view.settings?.kind === "history";
  const notes = [
    ...(preview.rounded > 0 ? [words.rounded(preview.rounded, f.count(preview.rounded))] : []),
    ...(preview.birthdays > 0 ? [words.birthdays(preview.birthdays, f.count(preview.birthdays))] : []),
    ...(preview.referralCodes > 0
      ? [words.referralCodes(preview.referralCodes, f.count(preview.referralCodes))]
      : []),
    ...(preview.tiers.length > 0 && preview.levels.length === 0 ? [words.tiersLeft] : []),
  ];
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {view.state === "checked" ? words.preview : words.moved}
        </Text>
        <div className="perennial-figures">
          <Figure label={words.figures.members} value={f.count(preview.members)} large />
          {view.state === "checked" ? (
            <Figure label={words.figures.fresh} value={f.count(preview.newMembers)} />
          ) : null}
          {isHistory ? null : <Figure label={words.figures.points} value={f.whole(preview.points)} large />}
          {preview.owed === "0" || isHistory ? null : (
            <Figure label={words.figures.owed} value={f.whole(preview.owed)} />
          )}
          {preview.liability === null ? null : (
            <Figure label={words.figures.liability} value={f.money(preview.liability)} />
          )}
          <Figure label={words.figures.refused} value={f.count(preview.refused)} />
        </div>
        {notes.length === 0 ? null : (
          <List>
            {notes.map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
        )}
        {preview.lots.length === 0 ? null : (
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {words.lots}
            </Text>
            <Facts
              facts={preview.lots.map(({ expiresAt, points }) => [
                expiresAt === null ? words.byProgramme : f.lastDay(expiresAt),
                t.points(points, f.whole(points)),
              ])}
            />
          </BlockStack>
        )}
      </BlockStack>
    </Card>
  );
}
