import { useEffect, useRef, useState } from "react";
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
  /** Left out for the outermost, which always stands there. */
  onRemove?: () => void;
}

const MODES: readonly Mode[] = ["all", "any", "none"];

/** A group as a sentence with a list below it; groups stand in groups. */
export function GroupEditor(props: GroupEditorProps) {
  const { root, group, way, conditions, onChange, onRemove, ...terms } = props;
  const { t } = useWords();
  const words = t.segments.builder;
  const parts = partsOf(group);
  const list = useRef<HTMLUListElement>(null);
  const [added, setAdded] = useState(0);
  const add = (part: Part) => {
    setAdded((before) => before + 1);
    onChange(addPart(root, way, part));
  };
  // Whoever adds a part goes on in it.
  useEffect(() => {
    if (added > 0) list.current?.lastElementChild?.querySelector("select")?.focus();
  }, [added]);
  const change = (place: number, part: Part) => onChange(changePart(root, [...way, place], part));
  // Parts have nothing but their place: once one is gone, all are drawn anew, for another stands in each place after it.
  const [removed, setRemoved] = useState(0);
  const remove = (place: number) => {
    setRemoved((before) => before + 1);
    onChange(changePart(root, [...way, place], null));
    // What had the focus is gone, and whoever uses the keys would begin at the top.
    document.getElementById(addId)?.focus();
  };
  const isFull = conditions >= MOST_CONDITIONS;
  const addId = ["add", ...way].join("-");
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
          {onRemove === undefined || terms.isLocked ? null : (
            <Button
              variant="tertiary"
              accessibilityLabel={`${words.removeGroup}: ${name}`}
              onClick={onRemove}
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
        <ul ref={list} className="perennial-part-list">
          {parts.map((part, place) => (
            <li key={`${removed} ${place}`}>
              {isGroup(part) ? (
                <GroupEditor {...props} group={part} way={[...way, place]} onRemove={() => remove(place)} />
              ) : (
                <ConditionEditor
                  {...terms}
                  condition={part}
                  onChange={(next) => change(place, next)}
                  onRemove={() => remove(place)}
                />
              )}
            </li>
          ))}
        </ul>
        {terms.isLocked ? null : (
          <InlineStack gap="200">
            <Button id={addId} onClick={() => add(begun("orders.count"))} disabled={isFull}>
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
