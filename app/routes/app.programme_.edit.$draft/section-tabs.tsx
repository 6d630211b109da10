import { BlockStack, Button, InlineStack } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import { SECTIONS, sectionOfFault, type Section } from "../../loyalty/editing/sections.ts";
import { useEditing } from "./editor-context.ts";
import { OutsideCards } from "./section-card.tsx";
import { AboutSection } from "./sections/about-section.tsx";
import { EarningSection } from "./sections/earning-section.tsx";
import { ExclusionsSection } from "./sections/exclusions-section.tsx";
import { PerksSection } from "./sections/perks-section.tsx";
import { PointsSection } from "./sections/points-section.tsx";
import { RewardsSection } from "./sections/rewards-section.tsx";
import { TextsSection } from "./sections/texts-section.tsx";
import { TiersSection } from "./sections/tiers-section.tsx";

const FORMS: Readonly<Record<Section, React.ComponentType>> = {
  earning: EarningSection,
  exclusions: ExclusionsSection,
  points: PointsSection,
  tiers: TiersSection,
  rewards: RewardsSection,
  perks: PerksSection,
  texts: TextsSection,
  about: AboutSection,
};

interface SectionTabsProps {
  section: Section;
  onSection: (section: Section) => void;
}

/** The parts of the programme, one at a time; each says how much is to be mended in it. */
export function SectionTabs({ section, onSection }: SectionTabsProps) {
  const { t } = useWords();
  const { faults } = useEditing();
  const Form = FORMS[section];
  return (
    <BlockStack gap="400">
      <OutsideCards>
        <nav aria-label={t.editor.sectionsLabel}>
          <InlineStack gap="100">
            {SECTIONS.map((id) => {
              const count = faults.filter((fault) => sectionOfFault(fault) === id).length;
              const name = t.editor.sections[id];
              return (
                <Button
                  key={id}
                  id={id}
                  variant={id === section ? "secondary" : "tertiary"}
                  pressed={id === section}
                  onClick={() => onSection(id)}
                >
                  {count === 0 ? name : `${name} (${count})`}
                </Button>
              );
            })}
          </InlineStack>
        </nav>
      </OutsideCards>
      <Form />
    </BlockStack>
  );
}
