import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { Sentence } from "../../components/sentence.tsx";
import { useWords } from "../../components/use-words.ts";
import { explainedNames, rewardTitle, tierTitle } from "../../texts/entry-titles.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { PlanNote } from "../../use-cases/programme/plan-notes.ts";
import type { PlanView } from "../../use-cases/publishing/show-plan.ts";
import { FaultLink } from "./fault-links.tsx";

/** What somebody should know before publishing. */
export function NotesCard({ notes, view }: { notes: PlanNote[]; view: PlanView }) {
  const { t, f } = useWords();
  const { draft, names } = view;
  if (notes.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t.plan.notes.title}
        </Text>
        <List gap="loose">
          {notes.map((note) => (
            <List.Item key={JSON.stringify(note)}>
              {note.note === "odd" ? (
                <FaultLink fault={note} draft={draft} names={explainedNames(names, { t, f })} />
              ) : (
                <Sentence>{noteText(note, names, { t, f })}</Sentence>
              )}
            </List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}

function noteText(
  note: Exclude<PlanNote, { note: "odd" }>,
  names: PlanView["names"],
  { t, f }: { t: Texts; f: Formats },
): string {
  const words = t.plan.notes;
  switch (note.note) {
    case "replaced":
      return words.replaced(note.version, f.dateTime(Date.parse(note.at)));
    case "pending-stays":
      return words.pendingStays(note.orders, f.count(note.orders), note.points, f.whole(note.points));
    case "ends-pause":
      return t.programmeState.ends[note.state];
    case "level-gone":
      return words.levelGone(tierTitle(note.level, names), note.members, f.count(note.members));
    case "reward-gone":
      return words.rewardGone(
        rewardTitle(note.reward, names, { t, f }),
        note.redemptions,
        f.count(note.redemptions),
      );
    case "expiry-kept":
      return words.expiryKept;
    case "other-zone":
      return words.otherZone(note.before, note.after);
    case "products-unknown":
      return words.productsUnknown;
  }
}
