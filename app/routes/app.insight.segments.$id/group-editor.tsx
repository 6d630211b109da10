import { BlockStack, Button, InlineStack, Select, Text } from "@shopify/polaris";
import { useWords } from "../../components/use-words.ts";
import {
  isGroup,
  MOST_CONDITIONS,
  MOST_LEVELS,
  partsOf,
  type Group,
  type Part,
} from "../../use-cases/segments/conditions.ts";
import { ConditionEditor, type ConditionTerms } from "./condition-editor.tsx";
import { begun } from "./kinds.ts";
import { addPart, changeGroup, changePart, groupOf, modeOf, type Mode, type Way } from "./tree.ts";

interface GroupEditorProps extends ConditionTerms {
  root: Group;
  group: Group;
  way: Way;
  /** How many conditions there are in all. */
  conditions: number;
  onChange: (root: Group) => void;
}

const MODES: readonly Mode[] = ["all", "any", "none"];

/** A group as a sentence with a list below it; groups stand in groups. */
export function GroupEditor(props: GroupEditorProps) {
  const { root, group, way, conditions, onChange, ...terms } = props;
  const { t } = useWords();
  const words = t.segments.builder;
  const parts = partsOf(group);
  const add = (part: Part) => onChange(addPart(root, way, part));
  const change = (place: number, part: Part | null) => onChange(changePart(root, [...way, place], part));
  const isFull = conditions >= MOST_CONDITIONS;
  const name = words.group([1, ...way.map((place) => place + 1)].join("."));
  return (
    <div role="group" aria-label={name} {...(way.length === 0 ? {} : { className: "perennial-part-group" })}>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="end">
          <Select
            label={`${words.mode}: ${name}`}
            labelHidden
            options={MODES.map((mode) => ({ value: mode, label: words.modes[mode] }))}
            value={modeOf(group)}
            onChange={(mode) =>
              onChange(changeGroup(root, way, (same) => groupOf(mode as Mode, partsOf(same))))
            }
            disabled={terms.isLocked}
          />
          {way.length === 0 || terms.isLocked ? null : (
            <Button
              variant="tertiary"
              accessibilityLabel={`${words.removeGroup}: ${name}`}
              onClick={() => onChange(changePart(root, way, null))}
            >
              {words.removeGroup}
            </Button>
          )}
        </InlineStack>
        {parts.length === 0 && way.length > 0 ? (
          <Text as="p" tone="subdued">
            {words.emptyGroup}
          </Text>
        ) : null}
        <ul className="perennial-part-list">
          {parts.map((part, place) => (
            // Parts have nothing but their place, and their fields keep nothing that is not in them.
            <li key={`${place} ${isGroup(part) ? "" : part.fact}`}>
              {isGroup(part) ? (
                <GroupEditor {...props} group={part} way={[...way, place]} />
              ) : (
                <ConditionEditor
                  {...terms}
                  condition={part}
                  onChange={(next) => change(place, next)}
                  onRemove={() => change(place, null)}
                />
              )}
            </li>
          ))}
        </ul>
        {terms.isLocked ? null : (
          <InlineStack gap="200">
            <Button onClick={() => add(begun("orders.count"))} disabled={isFull}>
              {words.addCondition}
            </Button>
            {way.length + 1 >= MOST_LEVELS ? null : (
              <Button onClick={() => add({ any: [begun("orders.count")] })} disabled={isFull}>
                {words.addGroup}
              </Button>
            )}
          </InlineStack>
        )}
      </BlockStack>
    </div>
  );
}
