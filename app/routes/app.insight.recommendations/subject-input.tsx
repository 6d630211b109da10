import { useState } from "react";
import { Autocomplete, Button, FormLayout, Select } from "@shopify/polaris";
import type { ResourcePicker } from "../../components/use-resource-picker.ts";
import { useWords } from "../../components/use-words.ts";
import type { RecommendationsView } from "../../use-cases/recommend/show-recommendations.ts";
import type { Subject } from "./rules-form.ts";

interface SubjectInputProps {
  view: RecommendationsView;
  picker: ResourcePicker;
  label: string;
  isLocked: boolean;
  onAdd: (subject: Subject) => void;
}

const SUBJECTS = ["type", "tag", "collection", "vendor", "product"] as const;
const MOST_OFFERED = 20;

/** A product, or all of a type, tag, collection or vendor, as the store has them. */
export function SubjectInput({ view, picker, label, isLocked, onAdd }: SubjectInputProps) {
  const { t } = useWords();
  const words = t.recommendations.rules;
  const [by, setBy] = useState<Subject["by"]>("type");
  const [typed, setTyped] = useState("");
  const add = (value: string) => {
    if (value.trim() !== "") onAdd({ by, value: value.trim() });
    setTyped("");
  };
  const choose = () =>
    void picker.pick("products", []).then((ids) => {
      for (const id of ids ?? []) onAdd({ by: "product", value: id });
    });
  const offered = by === "product" ? [] : view.words[by];
  const fitting = offered
    .filter((word) => word.toLowerCase().includes(typed.trim().toLowerCase()))
    .slice(0, MOST_OFFERED);
  return (
    <FormLayout>
      <FormLayout.Group>
        <Select
          label={words.what}
          options={SUBJECTS.map((value) => ({ value, label: words.by[value] }))}
          value={by}
          onChange={(value) => {
            setBy(SUBJECTS.find((known) => known === value) ?? "type");
            setTyped("");
          }}
          disabled={isLocked}
        />
        {by === "product" ? (
          <Button onClick={choose} disabled={isLocked}>
            {words.choose}
          </Button>
        ) : (
          <Autocomplete
            options={fitting.map((word) => ({ value: word, label: word }))}
            selected={[]}
            onSelect={([word = ""]) => add(word)}
            textField={
              <Autocomplete.TextField
                label={words.which}
                value={typed}
                onChange={setTyped}
                autoComplete="off"
                disabled={isLocked}
                connectedRight={
                  <Button onClick={() => add(typed)} disabled={isLocked || typed.trim() === ""}>
                    {label}
                  </Button>
                }
              />
            }
          />
        )}
      </FormLayout.Group>
    </FormLayout>
  );
}
